"""What begins with «no» and corrects nothing: a detail of what was told."""

import re

from bot.dialogue.reading import typed

# «No traía placas», «no le vi la cara»; not «no, es otra calle» nor «no es aquí».
_DETAIL = re.compile(
    r"\W*(?:(?:y|pero|bueno|oiga|pues|es que|la verdad)\W+)*(?:no|ni|nunca) "
    r"(?!no\b|es\b|era\b|fue\b|son\b|eran\b|se trata\b|mejor\b|espere?\b|perd[oó]n\b|disculpe\b"
    r"|quier|quis|quer[ií]|ped[ií]|me refer|dije\b|est[aá] (?:bien|correct))",
    re.IGNORECASE,
)


def is_one(text: str) -> bool:
    """«No tengo su nombre, la patrulla era la 214»."""
    return bool(_DETAIL.match(text)) and typed.denial(text) is None
