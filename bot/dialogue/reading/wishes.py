"""What is wished for what was told: «quiero que me la quiten», which asks for no person."""

import re

from bot.dialogue.reading import typed

_IT = re.compile(
    r"(?:(?:yo|pues|pero|no|si|lo que|nomas|solo|nada mas|y|oiga|es que|la verdad) )*"
    r"(?:(?:(?:qu|k)i[es]|quer|ocup|necesit|pid|exij|urge|espero)\w* )?(?:es )?"
    r"(?:(?:que|[qk]|ke) (?:(?:ya|me|nos|se) )*|(?:me|nos) )"
    r"l[aeo]s? (?!atiend|pas[ea]|comuni|deje|digan|expli|lean)\w+[ae]n\b(?: \w+){0,8}"
)
_ASKS = re.compile(r"\b(?:persona|alguien|asesor\w*|datos|lista|padron|registros?|sistema|chat)\b")


def is_of_it(text: str) -> bool:
    """«La» is the fine, or whatever was told."""
    plain = typed.bare(text)
    return bool(_IT.fullmatch(plain)) and not _ASKS.search(plain)
