"""Whether a message is plainly the beginning of a sentence: people write in pieces.

It ends in a word that leads to another («me negaron el», «mi marido me», «Santa Ana y»), or in a
verb that asks for its object, and tells nothing else («mi hija tiene»). Without accents «para mi»,
«no se» and «con el» may be whole: of such as these no more is said than that more may come.
"""

import re

from bot.dialogue.reading import languages, saying

MOST = 12  # words; who has told more has told something

# The words that lead to another, each with those that may stand before it where all is said.
_OF_WHOM = "para pa a de por sin contra hacia entre segun y o ni como"
_CODED = (
    "calle manzana mz lote letra edificio grupo sector modulo etapa seccion bloque vitamina tipo"
    " plan int interior casa depa departamento ruta linea unidad andador salon turno inciso"
    " con sin una la"
)
_LEADS = {
    "el": f"{_OF_WHOM} con que es era fue no solo si otro",
    "la": "y o ni si es son no cual otra esa esta ahora solo",
    "los": "y o ni si es son no otros esos estos solo todos",
    "las": "y o ni si es son no otras esas estas solo todas",
    "lo": "no ya si es todo solo eso a hagan haga esperen tambien",
    "un": "",
    "al": "", "del": "", "mis": "", "su": "", "sus": "", "nos": "", "les": "", "le": "",
    "me": "help for tell call give let with to", "te": "un el ni o y mi", "mi": _OF_WHOM,
    "se": "no ni yo ya lo la los las le nada que quien solo tampoco tambien pues bien si todo",
    "de": "si es la el los las no",
    "en": "", "con": "", "por": "", "sin": "", "desde": "", "hacia": "", "hasta": "",
    "para": "no ni nunca que se ya nada lo la le cuando",
    "pa": "mi tu su",
    "a": f"{_CODED} uno una dos tres vez poco solo",
    "y": f"{_CODED} x",
    "ni": "que y o",
    "pero": "", "aunque": "",
    "porque": "no ni se eso es y pues pero vino dijo dicen dice saber sabe ver",
    "que": "y o ni luego por para pa a de con en se no pues pero entonces ah el la los las como"
    " cual mas sabe nada hora ya si tal ay oye eso algo sobre bueno a ver saber",
    "muy": "es son no si eso", "tan": "es son no ni",
    "cada": "", "algun": "", "ningun": "", "cualquier": "", "primer": "", "tercer": "", "gran": "",
}  # fmt: skip
_WHOLE = {word: frozenset(before.split()) for word, before in _LEADS.items()}

_SMALL = frozenset(
    ["una", "uno", "unos", "unas", "este", "pues", "bueno", "m", "mm", "mmm", "eh", "o", "hay"]
)

_SOMEBODY = r"(?:el|la|los|las|una?|mis?|sus?|est[ae]|es[ae])"
_THING = (
    r"(?!(?:que|ke|no|se|l[aeo]s?|me|nos|si|ya|como|donde|quien|cual|cuanto|mism[oa]s?|mi[oa]s?)\b)"
    r"\w+"
)
_CALLS = (
    r"(?:hola|oigan?|oye|disculpen?|perdon|buen[oa]s?|dias?|tardes|noches|que tal|es que|fijese"
    r"|mire|pues|bueno|senorita|joven)"
)
# «Mi casa es», «mi hija tiene», «mi papá no», «hola quiero», «es que aquí», «quiero saber si»
_lacks_object = saying.only(
    rf"(?:{_CALLS} )*{_SOMEBODY} {_THING}(?: (?:de )?{_THING})?"
    r" (?:tienen?|tenia[ns]?|quieren?|necesitan?|ocupan?|es|son|era[ns]?)(?: una)?"
    rf"|mis? {_THING} (?:ya )?no"
    rf"|(?:{_CALLS} )+(?:yo )?(?:quiero|quisiera|queremos|necesito|ocupo|tengo|vengo)(?: una)?"
    r"|(?:\w+ )*(?:es|resulta|pasa|dicen?|dijo|dijeron) que (?:aqui|ahi|alla|hoy|ayer|cuando)"
    r"|(?:\w+ )*(?:sa[bv]er|preguntar|consultar) si"
    rf"|(?:{_CALLS} )*(?:(?:yo )?(?:qu|k)iero|quisiera|queria) (?:sa[bv]er|preguntar)"
    r"|(?:.* )?se (?:esta|estan|anda|andan)"
    r"|(?:\w+ )*casi (?:en )?(?:la )?(?:esq|esquina)"
    r"|(?:yo )?no (?:les? )?(?:quiero|quisiera|puedo|voy a|pienso) dar|no les? voy"
    rf"|(?:(?:y )?(?:el|ella|yo|{_SOMEBODY} {_THING}) )?(?:se llama|me llamo)"
    r"|(?!.*\bque\b)(?:\w+ )*(?:me|nos|les?)(?: l[aeo]s?)? quieren"
)
_may_go_on = saying.only(
    r"(?:.* )?(?:si|no|ya|como|cuando|donde|cual|quien|est[aeo]|es|son|era|fue|est[ae]n?|hay|habia"
    r"|tengo|tenemos|tiene|quiero|entre|sobre|contra|ademas|tambien|cerca|frente|junto|o sea"
    r"|(?:teng|ten|tien|tuv|hac|son|som|llev)\w* \d{1,3}"
    r"|(?:que|y) (?:el|la|los|las|mi|mis) \w+"
    r"|(?:para|pa|sin|de|a) (?:no )?\w+[aei]r(?:l[aeo]s?|me|nos|se)?)"
)
_NO_SUBJECT = frozenset(
    ["no", "si", "que", "cual", "asi", "eso", "esa", "ese", "esta", "este", "quien", "ella", "yo"]
)
_ENGLISH = frozenset(["the", "my", "our", "their", "and", "because"])
_OF_ENGLISH = frozenset(["the", "my", "you", "they", "he", "she", "it", "is", "i", "was"])
_ENDS_OPEN = re.compile(r"(?:\.{2}|…|[,;:])\s{0,9}$")
_ENDS_CLOSED = re.compile(r"[^\w\s\-]\s*$")
# «Para mí», «no sé», «¿por qué?»; «la manzana A», «Juan de la O»
_IS_MARKED = re.compile(r"(?:\b\w*[áéíóú]\w*|\b[A-Z])\s*$")


def is_told(text: str) -> bool:
    """More is surely to come: «quiero felicitar al», «batallo para», «mi casa es»."""
    words = saying.bare(text).split()
    if not 1 < len(words) <= MOST or _is_closed(text):
        return False
    if languages.looks_english(text) or not _OF_ENGLISH.isdisjoint(words):
        return words[-1] in _ENGLISH
    return _leads_on(words) or _lacks_object(text)


def tells_nothing(text: str) -> bool:
    """«En una», «y el», «mmm este»: words that only lead to others."""
    words = saying.bare(text).split()
    return bool(words) and all(word in _WHOLE or word in _SMALL for word in words)


def may_be(text: str) -> bool:
    """More may come, or will: «para mi», «el camión no», «tengo 3»."""
    if _ENDS_OPEN.search(text):
        return True
    words = saying.bare(text).split()
    if not words or _is_closed(text):
        return False
    return words[-1] in _WHOLE or _may_go_on(text) or is_told(text)


def _leads_on(words: list[str]) -> bool:
    *earlier, before, last = words
    whole = _WHOLE.get(last)
    if last in ("el", "la", "los", "las") and before in ("es", "son"):  # «el problema es la»
        return len(earlier) > 1 and earlier[-1] not in _NO_SUBJECT
    is_code = len(last) == 1 and any(map(str.isdigit, before))
    return whole is not None and before not in whole and not is_code


def _is_closed(text: str) -> bool:
    if _ENDS_OPEN.search(text):
        return False
    is_marked = _IS_MARKED.search(text) and not text.isupper()
    return bool(_ENDS_CLOSED.search(text) or is_marked)
