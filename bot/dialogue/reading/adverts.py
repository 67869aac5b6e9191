"""Money promised in an advertisement or a chain message: rather a fraud than anything of this
State."""

from bot.dialogue.reading import saying

_SEEN = (
    r"\b(?:anuncio|publicacion|publicidad|comercial|cadena|liga|link|post|promocion|video)\b"
    r"(?=.*\b(?:face\w*|fb|feis\w*|whats\w*|tik ?tok|instagram|internet|redes|mensaje|google)\b)"
)
_MONEY = (
    r"\b(?:mil|\d+|cien|quinientos) (?:mil )?(?:pesos|varos)\b|\b(?:premio|bono|gane|ganador\w*)\b"
)
# «Vengo por lo del anuncio de face de los 5 mil pesos»; what was paid is a fraud to report.
is_told = saying.first(
    rf"(?=.*{_SEEN})(?=.*(?:{_MONEY}))",
    unless=(
        r"\b(?:deposit|transfer|pague|pago|robaron|estaf|defraud|fraude|denunci|reportar|enganaron"
        r"|cobraron|quejar?|multa|recibo)\w*"
    ),
)
# «Me lo mandó una amiga», and nothing else.
is_passed_on = saying.only(
    r"(?:(?:es que|ah|si|pues|no|fue) )*(?:me|nos) l[oa]s? "
    r"(?:mand|pas|compart|platic|cont|coment|recomend|ensen|envi|dij)(?:o|aron|io|ieron|eron)"
    r"(?: por \w+)? (?:una?|unos|unas|mi|mis|el|la) "
    r"(?:amig|vecin|prim|comadr|compadr|herman|cunad|conocid|compan|ti)\w*(?: por \w+)?"
)
