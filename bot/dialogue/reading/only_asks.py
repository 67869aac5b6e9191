"""Who wants to know and nothing else, or nothing more, in however many words."""

import re

from bot.dialogue.reading import saying

_BEFORE = (
    r"(?:(?:no|ni|que|pues|pos|pero|y|ok|okey|oiga|ay|ah|si|ya|bueno|mire|mejor|gracias|muchas|yo"
    r"|es|les?|dije|digo|senor\w*|joven|disculp\w+|perdon|entonces|por eso|well|so|but|i|thanks) )*"
)
_WISH = r"(?:[kq]u?iero|queria|quisiera|deseo|necesito|ocupo|pienso|voy a|vengo a)"
_ONLY = r"(?:nomas|no mas|nadamas|nada mas|(?:tan )?solo|solamente|unicamente|just|only)"
_ASKS = r"(?:(?:una )?(?:duda|pregunta|consulta)|question)"
_TO_KNOW = (
    r"(?:saber|sepa|preguntar|consultar|informarme|informacion|informes?|orientacion"
    rf"|(?:que )?me (?:diga|orient|inform)\w*|digan?me|dime|ask\w*|know|info\w*|{_ASKS})"
)
_TO_REGISTER = (
    r"(?:(?:registr|anot|tramit)\w+|(?:ningun )?folio"
    r"|(?:hac|abr|levant|met)\w+ (?:\w+ )?(?:folio|tramite|registro|reporte))"
)
_OF_A_FACT = r"(?:nombre|telefono|correo|colonia|calle|datos?|asi|con(?! ustedes))"
# «No quiero registrar nada ahí con ustedes»; not «no quiero registrar mi nombre».
_UNREGISTERED = re.compile(
    rf"{_BEFORE}(?<!ya )no (?:(?:me|nos|lo|la|se) )?{_WISH} (?:que )?(?:(?:me|nos|se) )?"
    rf"{_TO_REGISTER}(?: (?!{_OF_A_FACT}\b)\w+){{0,8}}"
    rf"|{_BEFORE}i (?:don t|do not) want to (?:register|file)\b.*"
)
_KNOW = re.compile(
    rf"{_BEFORE}(?:(?:lo que )?{_WISH} )?{_ONLY} (?:(?:me|es|era|para|por|lo que|i) )*"
    rf"(?:{_WISH} (?:es )?|want(?:ed)? to )?{_TO_KNOW}\b(?P<what>.*)"
    rf"|{_BEFORE}{_WISH} (?:saber|preguntar|informacion) {_ONLY}(?P<that>.*)"
    rf"|{_BEFORE}(?:es|era) (?:{_ONLY} )?(?:para saber|{_ASKS})(?P<which>.*)"
)
_NO_MORE = re.compile(
    rf"{_BEFORE}(?:ya no {_WISH}(?: (?:nada|mas|saber|registr\w+|seguir|el folio))*"
    rf"|(?:(?:ya|eso|{_ONLY}) )*(?:es|era|seria|fue) (?:todo|{_ONLY}|eso)(?: (?:eso|todo|{_ONLY}))*"
    rf"|{_ONLY} (?:queria )?eso|eso {_ONLY}|con eso (?:ya )?(?:tengo|me basta|basta)"
    r"|that (?:s|was) (?:all|it))"
    r"(?: (?:gracias|muchas|muy|amable|lo que|queria|ocupaba|necesitaba|saber|pues|ya|entonces"
    r"|por favor|porfa|i|wanted|thanks?|thank you))*"
)
_DOING = r"(?:(?:que|a|hacer|poner|meter|levantar|mandar|enviar|registrar|reportar|seguir|make) )*"
# «Mejor ya no, gracias», «que no quiero otro reporte»; not «ya no quiero nada, nomás quería saber».
_REFUSES = re.compile(
    rf"{_BEFORE}(?:mejor (?:ya )?no|siempre no|(?:ya )?no (?:yo )?{_WISH} (?:"
    r"(?:registr|report|envi|mand)ar(?:l[oa])?(?: nada)?"
    rf"|{_DOING}(?:otr[oa]|ningun|ninguna|mas|el|un|una|ese)"
    r" (?:reportes?|registros?|quejas?|folios?|tramites?|peticion|denuncias?|casos?|asuntos?)"
    r"|otr[oa])"
    r"|i don t want (?:to )?(?:file|register|report|another)(?: \w+){0,3})"
    r"(?: (?:ya|gracias|por favor|entonces|de nada|mas|aqui|de eso|eso|asi|muchas))*"
)
_FILLS = re.compile(r"(?:(?:ok|si|no|ya|bueno|muchas|gracias|ningun[oa]|thanks?) ?)+")
_WISHES = re.compile(rf"{_BEFORE}(?:{_WISH}|solo|nomas|sino|es que|lo que)\b")
_CLAUSES = re.compile(r"[.,;:!?¡¿\n]+|\b(?=pero\b)", re.IGNORECASE)
SHORT = 2  # words after «nomás quiero saber»: «eso», «una cosa»


def wants_no_register(text: str) -> bool:
    return any(map(_UNREGISTERED.fullmatch, _clauses(text)))


def refuses(text: str) -> bool:
    """What was begun is not wanted, and nothing else instead."""
    clauses = _clauses(text)
    at = next((n for n, each in enumerate(clauses) if _REFUSES.fullmatch(each)), None)
    rest = () if at is None else clauses[at + 1 :]
    return at is not None and not any(_WISHES.match(each) for each in rest)


def to_know(text: str) -> str | None:
    """What is only to be known, in bare words, «» where it is not told; None if that is not
    said."""
    for each in _clauses(text):
        if found := _KNOW.fullmatch(each):
            what = next((words for words in found.groups() if words is not None), "").strip()
            return what if len(what.split()) > SHORT else ""
    return None


def is_all(text: str) -> bool:
    """«Nomás era eso, gracias», «ninguno, ya no quiero nada, nomás quería saber dónde ir»."""
    told = [each for each in _clauses(text) if not _FILLS.fullmatch(each)]
    is_over = any(map(_NO_MORE.fullmatch, told))
    return is_over and all(_NO_MORE.fullmatch(each) or _KNOW.fullmatch(each) for each in told)


def _clauses(text: str) -> list[str]:
    return [each for each in map(saying.bare, _CLAUSES.split(text)) if each]
