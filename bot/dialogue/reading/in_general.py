"""What holds for everybody, and is only asked: whether it is free, who pays, from which age."""

import re

from bot.dialogue.reading import saying

_BEFORE = re.compile(
    r"(?:(?:hola|buen[oa]s?|dias?|tardes|noches|oigan?|oye|disculp\w+|perdon|una|pregunta|duda|y|o"
    r"|pero|entonces|es que|no (?:es|era|vengo a) (?:queja|reporte|reclamo|denuncia|quejarme)"
    r"|nomas|solo|nada mas|yo|[kq]u?iero|quisiera|queria|necesito|ocupo|saber|preguntar|ver"
    r"|(?:me )?pueden? decir|digan?me|no me entendio|si|que|a ver|hi|hello|i want to know|if"
    r")(?: |$))*"
)
# Of who asks, or of who is asked: a wish, a trouble, something of their own.
_OWN = re.compile(
    r"\b(?:me|nos|mi|mis|nuestr\w+|lo|pued(?:e|en|a\w*)|podrian?|v(?:a|an|amos)|por ?que|no|nadie"
    r"|nada|sin|mal|quien|que (?:hago|pasa|paso|hay)|como|si|alguien|ustedes?|usted|est[eo]|aqui"
    r"|reportar\w*|denunci\w*|quej\w*|folio|(?:registrar|poner) (?:aqui|algo|una?|mi)|persona"
    r"|my|our|you|will)\b"
)
_CLAUSES = re.compile(r"[.,;:!¡¿\n]+|(?<=\?)")
_TO_KNOW = re.compile(
    r"\b(?:quiero|quisiera|queria|nomas|solo) saber\b|\b(?:pregunta|duda)\b"
    r"|^(?:(?:y|oiga|disculpe|hola|pero) )*(?:cuando|(?:en )?donde|que dias?|a que horas?) "
)


def is_asked(text: str) -> bool:
    """It begins with that, whatever else is said of why: «… es para mi hija»."""
    told = (each for each in _CLAUSES.split(text) if not _BEFORE.fullmatch(saying.bare(each)))
    first = next(told, "")
    plain = saying.bare(first).removesuffix(" o no")
    rest = _BEFORE.sub("", plain, count=1)
    is_question = "?" in first or _TO_KNOW.search(plain) is not None
    return is_question and " " in rest and _OWN.search(rest) is None
