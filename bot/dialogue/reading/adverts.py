"""Money promised in an advertisement or a chain message: rather a fraud than anything of this
State."""

import re

from bot.dialogue.reading import typed

_SEEN = (
    r"\b(?:anuncio|publicacion|publicidad|comercial|cadena|liga|link|post|promocion|video)\b"
    r"(?=.*\b(?:face\w*|fb|feis\w*|whats\w*|tik ?tok|instagram|internet|redes|mensaje|google)\b)"
)
_MONEY = (
    r"\b(?:mil|\d+|cien|quinientos) (?:mil )?(?:pesos|varos)\b|\b(?:premio|bono|gane|ganador\w*)\b"
)
_PROMISED = re.compile(rf"(?=.*{_SEEN})(?=.*(?:{_MONEY}))")
# What was done already is a fraud to report.
_DONE = re.compile(
    r"\b(?:deposit|transfer|pague|pago|robaron|estaf|defraud|fraude|denunci|reportar|enganaron"
    r"|cobraron|quejar?|multa|recibo)\w*"
)
_PASSED_ON = re.compile(
    r"(?:(?:es que|ah|si|pues|no|fue) )*(?:me|nos) l[oa]s? "
    r"(?:mand|pas|compart|platic|cont|coment|recomend|ensen|envi|dij)(?:o|aron|io|ieron|eron)"
    r"(?: por \w+)? (?:una?|unos|unas|mi|mis|el|la) "
    r"(?:amig|vecin|prim|comadr|compadr|herman|cunad|conocid|compan|ti)\w*(?: por \w+)?"
)


def is_told(text: str) -> bool:
    """«Vengo por lo del anuncio de face de los 5 mil pesos»; not of who has paid."""
    words = typed.bare(text)
    return bool(_PROMISED.match(words)) and not _DONE.search(words)


def is_passed_on(text: str) -> bool:
    """«Me lo mandó una amiga», and nothing else."""
    return bool(_PASSED_ON.fullmatch(typed.bare(text)))
