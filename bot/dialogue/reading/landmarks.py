"""Where something is, told by what stands there: «en la playa», «por la tiendita»."""

import re

from bot.dialogue.reading import saying, wording

MOST = 14  # words
_LEAD = (
    r"(?:(?:pues|ahi|aqui|mero|justo|casi|como|es|queda|fue|en|por|sobre|de|del|al?|cerca|junto"
    r"|frente|enfrente|atras|detras|lado|un lado|orillas?|pegad[oa]|afuera|dentro|el|la|los|las"
    r"|una?) )*"
)
_BY = r"(?:ochit|it|ot)?[oa]?s?"  # «tiendita»
_STANDS = (
    rf"(?:oxxo|ley|walmart|soriana|super|banco|bodega|gasoliner[ao]|iglesi{_BY}|capill{_BY}"
    rf"|tiend{_BY}|farmaci{_BY}|abarrotes|cancha|panteon|cementerio|playa|malecon|muelle|parque"
    rf"|parquecito|plaza|placita|kiosco|kiosko|estadio|mercado|tianguis|puent{_BY}|vado|canal|dren"
    rf"|arroy{_BY}|rio|estero|presa|represo|carretera|glorieta|monumento|semaforo|poste"
    rf"|hospital|clinica|centro de salud|escuel{_BY}|primaria|secundaria|prepa|kinder"
    r"|jardin de ninos|guarderia|hotel|motel|taller|tortilleria|carniceria|panaderia|taqueria"
    r"|expendio|deposito|gimnasio|tanque|pila|pozo|basurero|corralon|comandancia|unidad deportiva"
    r"|campo (?:de|deportivo)|(?:lote|terreno) baldio|baldio)"
)
# What may follow where the name of a colonia may be told, too: «la plaza de la esquina».
_OF_IT = (
    r"(?: (?:pues|grande|chic[oa]|principal|municipal|central|viej[oa]|nuev[oa]|publico|infantil"
    r"|de|del|al?|atras|detras|junto|frente|enfrente|cerca|donde|que|por|entre)\b(?: \w+)*)?"
)
_EDGE = (
    r"(?:(?:es|esta|ya|por|en|a|de|ahi) )*las? (?:salida|entrada|orillas?|afueras)"
    r"(?: (?:al?|del?|hacia)(?: \w+){1,4})?"
)
_IN_ENGLISH = (
    r"(?:(?:it s|it is|right|just|down|over) )*(?:(?:near|by|next to|across from|in front of|behind"
    r"|close to|outside|at|along|beside) (?:the|my|a) \w+(?: \w+)*"
    r"|(?:(?:on|in|at|by) )?(?:(?:the|a) )?(?:main )?(?:beach|pier|marina|park|boardwalk|dock|plaza"
    r"|square|highway|empty lot|vacant lot|boat ramp|lighthouse)(?: \w+)*)"
)
# Of these the name may follow: no colonia is called so.
_NO_COLONIA = (
    r"(?:(?:escuela )?(?:primaria|secundaria|telesecundaria|preparatoria)|escuela|kinder"
    r"|jardin de ninos|guarderia|hospital|clinica|centro de salud|iglesia|oxxo|gasolinera)"
    r"(?: \w+){1,5}"
)
_is_spot = saying.only(rf"{_LEAD}(?:{_STANDS}{_OF_IT}|{_NO_COLONIA})|{_EDGE}|{_IN_ENGLISH}")
_is_named_spot = saying.only(
    r"(?:(?:pues|ahi|aqui|es|queda|mero|justo) )*"
    rf"(?:(?:en|por|junto|cerca|frente|enfrente|atras|detras|al?|sobre) {_LEAD}{_STANDS}(?: \w+)*"
    rf"|{_LEAD}{_STANDS}(?: \w+){{0,2}}{_OF_IT})"
)
# «No tiene nombre, por el panteón», «no es calle, es la playa», «nomás ponga por la cancha».
_NO_STREET = re.compile(
    r"\W{0,6}(?:(?:pues|es que|la calle|aqui|no s[eé](?: (?:the|el) (?:name|nombre))?|no le se"
    r"|no (?:tiene|lleva)(?: nombre)?|sin nombre|nom[aá]s|solo"
    r"|no (?:es|est[aá]|hay) (?:(?:en|una?|ninguna) )*(?:calles?|nombres?)"
    r"|ya (?:le|se lo) dije(?: que)?|p[oó]nga(?:l[eo])?|diga|there(?:'?s| is| are) no streets?"
    r"|it(?:'?s| is) not (?:(?:on|a) )*street|i (?:already )?told you"
    r"|i don'?t know(?: the (?:street|name))?|no streets?)\b\W{0,6}){1,9}(?=\w)",
    re.IGNORECASE,
)
_IS = re.compile(r"^(?:es|est[aá]|queda|it(?:'s| is)) (?=\w)", re.IGNORECASE)
_TELLS = saying.anywhere(
    r"\b(?:no|se|me|nos|les?|hay|est[ae]n?|ya|porque|pero|sirven?|tiran?|faltan?|venden?"
    r"|cobran?|piden?|roban?|quieren?|is|are|they|always|we)\b"
)
_PUES = re.compile(r"\bpues\b", re.IGNORECASE)


def is_one(text: str) -> bool:
    """Even where a colonia may be told: «en la playa», «near the marina»; the colonia Parque
    Hundido is none."""
    return _is_short(text) and _is_spot(text)


def told(text: str, *, named: bool = False) -> str | None:
    """Where it is in place of the name of a street; `named`, where a street is asked: «en la playa
    San Francisco»."""
    where = _NO_STREET.sub("", text, count=1).strip(" .,")
    is_left = where != text and _says_where(where)
    if is_left or is_one(where) or (named and _is_short(where) and _is_named_spot(where)):
        return _IS.sub("", _PUES.sub("", where).strip(" ."), count=1)
    return None


def _says_where(where: str) -> bool:
    return wording.says_where(where) and not wording.is_sentence(where)


def _is_short(text: str) -> bool:
    is_asked = "?" in text
    return len(text.split()) <= MOST and not (is_asked or _is_story(text))


def _is_story(text: str) -> bool:
    """«La tienda está cerrada»; «es la playa», «it is the pier» are none."""
    return _TELLS(_IS.sub("", text.strip(), count=1))
