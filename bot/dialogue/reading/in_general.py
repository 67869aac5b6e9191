"""What holds for everybody, and is only asked: whether it is free, who pays, from which age."""

import re

from bot.dialogue.reading import saying

_BEFORE = (
    r"(?:(?:hola|buen[oa]s?|dias?|tardes|noches|oigan?|oye|disculp\w+|perdon|una|pregunta|duda|y|o"
    r"|pero|entonces|es que|no (?:es|era|vengo a) (?:queja|reporte|reclamo|denuncia|quejarme)"
    r"|nomas|solo|nada mas|yo|[kq]u?iero|quisiera|queria|necesito|ocupo|saber|preguntar|ver|me"
    r"|pueden? decir|digan?me|no me entendio|si|que|a ver|hi|hello|i want to know|do you know|if"
    r")(?: |$))*"
)
_WHO = r"(?:(?!no\b|me\b|nos\b|por\b|porque\b|pueden?\b)\w+ ){0,7}?"  # or what
_STILL = r"(?:todavia|aun|sigue[ns]?|still)"
_QUALITY = (
    r"(?:gratis|gratuit\w+|obligatori\w+|necesari[oa]s?|permanentes?|validos?|validas?|vigentes?"
    r"|permitid\w+|cierto|verdad|free|mandatory|required|valid)"
)
_GROUP = (  # of people
    r"(?:estudiantes?|alumnos?|ninos?|menores|adultos|mayores|edad|jubilad\w+|pensionad\w+|mamas"
    r"|madres|solteras|discapacidad|discapacitad\w+|extranjeros|jovenes|maestros|inapam|seniors"
    r"|students|kids|children|foreigners)"
)
_ASKED = re.compile(
    rf"{_BEFORE}(?:{_WHO}(?:es|son|sera|estan?|{_STILL}(?: siendo)?) (?:todavia |aun )?{_QUALITY}\b"
    rf"|{_WHO}{_STILL} (?:es|son|hay|dan|dando|habiendo|existen?|tienen?|cobran?|pagan?)\b"
    rf"|{_STILL} (?:el|la|los|las) (?:apoyo|programa|beca|descuento|campana|servicio)s?\b"
    rf"|{_WHO}{_GROUP} (?:todavia |ya |no )?(?:pag|cobr|tien|pued|entra|necesit|ocup|pay|need)\w*\b"
    r"|(?:hay|tienen?|hacen|dan|aplican?|existe) (?:\w+ ){0,2}(?:descuento|tarifa|condonacion)s?\b"
    r"|(?:a partir de|desde|hasta|de|a) que edad\b"
    rf"|(?:cuant[oa]s? (?:anos|meses|dias|tiempo)|cada cuando|cada cuanto) {_WHO}"
    r"(?:dura|vence|vale|sirve|se renueva)\w*"
    r"|(?:se puede|puedo) (?:manejar|conducir|circular|viajar)\b"
    rf"|(?:sirve|aceptan|reciben|vale) {_WHO}(?:credencial|tarjeta|efectivo|inapam|licencia)\b"
    r"|(?:el|la) (?:gobierno|estado|dif|registro civil|instituto|secretaria|isssteson)"
    rf" {_WHO}(?:dan?|cobran?|tienen?|ofrecen?|apoyan?)\b"
    rf"|{_WHO}(?:actas?|licencias?|placas|credencial|tarjetas?) (?:de \w+ )?"
    r"(?:vence|caduca|dura)n?\b"
    r"|(?:(?:hoy|manana|el \w+) )?(?:hay|habra) (?:clases|servicio)\b"
    r"|(?:cuando|(?:en )?donde|que dias?|a que horas?) (?:es|son|va a ser|seran?|empiezan?|dan"
    r"|reparten|depositan|inscriben|vacunan|entregan) (?!mi\b|(?:el |la )?(?:agua|luz)\b)"
    r"|que (?:ruta|camion|linea) (?:pasa|va|llega|tomo|agarro|me lleva)\b"
    r"|(?:is|are) (?:\w+ ){1,5}?(?:still )?(?:free|mandatory|required|valid)\b"
    rf"|do (?:\w+ )?{_GROUP} (?:still )?(?:pay|need|have)\b).*"
)
_TO_KNOW = re.compile(
    r"\b(?:quiero|quisiera|queria|nomas|solo) saber\b|\b(?:pregunta|duda)\b"
    r"|^(?:(?:y|oiga|disculpe|hola|pero) )*(?:cuando|(?:en )?donde|que dias?|a que horas?) "
)
_OF_THEIRS = re.compile(
    r"\b(?:mi (?:calle|colonia|casa)|me (?:cobr|pid|oblig|quier|dic)\w+"
    r"|reportar|denunciar|(?:registrar|poner) (?:aqui|algo|una?|mi) \w+|folio)\b"
)


def is_asked(text: str) -> bool:
    """It begins with that, whatever else is said of why: «… es para mi hija»."""
    plain = saying.bare(text)
    if not ("?" in text or _TO_KNOW.search(plain)) or _OF_THEIRS.search(plain):
        return False
    told = (each for each in saying.clauses(text) if not re.fullmatch(_BEFORE, each))
    first = next(told, "")
    return _ASKED.fullmatch(first) is not None
