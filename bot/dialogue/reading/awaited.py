"""Who has a folio and waits: how it stands is asked, or told that nothing has come of it."""

import re

from bot.dialogue.reading import saying

MOST = 18  # words; in more of them there is more than the question
_BEFORE = (
    r"(?:(?:hola|buen[oa]s?|dias?|tardes|noches|oigan?|oye|disculp\w+|perdon|y|pero|entonces|ah|es|por"
    r"|favor|porfa|nomas|solo|nada mas|[kq]u?iero|quisiera|queria|vengo|vine|a|para|pa|ver|saber"
    r"|preguntar(?:les?)?|checar|consultar|si|me|nos|les?|pueden?|podrian?|decir(?:me)?|dig[ae]n?(?:me)?"
    r"|informar(?:me)?|una|pregunta|puedo|yo|gracias|hi|hello|excuse me|i|want(?:ed)? to|know|ask"
    r"|just|and|is|there|are|do you have|can you tell me|if) )*"
)
_NEWS = (
    r"(?:respuestas?|noticias?|novedad(?:es)?|avances?|resultados?|answer|news|update|response)\b"
)
_ASKS_STATE = re.compile(
    rf"{_BEFORE}(?:(?:(?:como|en que|que tal) (?:va|van|iba|sigue|anda|quedo)\b(?! a\b)"
    r"|que (?:paso|ha pasado|hay|onda)(?= (?:con|de)\b|$))"
    rf"|(?:ya |todavia |aun )?(?:no )?(?:hay|tienen?|tuvieron|salio|llego|dieron|any|an) "
    rf"(?:(?:ya|algun\w*|una?|la|mas) )*{_NEWS})\b.*"
)
_ASKS_ABOUT = re.compile(
    rf"{_BEFORE}(?:preguntar(?:les?)?|saber|checar|consultar|ask)"
    r" (?:por|del?|sobre|acerca del?|about) (?!.*\b(?:otr[oa]|requisit|papel|document|cost|preci"
    r"|horari|direccion|telefon|numero|como|cuanto)\w*)\w+.*"
)
# «¿Ya aprobaron la beca?», «¿me pueden decir si ya la dieron?»; not «¿ya vieron que creció?»
_ASKS_IF = re.compile(
    rf"{_BEFORE}(?:(?:si )?ya (?!no\b|(?:me|nos|puedo|puede|podemos|hay que|tengo)"
    r" (?!(?:l[oae]s?|van?)\b)|(?:(?:les?|se l[oae]s?) )?(?:vieron|vio|saben?|sabian|supieron"
    r"|dij[eo]|avise|mande|conte)\b)"
    r"|si (?:(?:me|nos|se|l[oae]s?) )*(?=\w+(?:aron|ieron|jeron)\b))\w+.*"
)
_MINE = re.compile(
    r"(?:(?:y|oigan?|pero|hola|entonces) )+(?:lo de )?(?:mi|la|el|los|las|mis) \w+(?: \w+)?"
)
_STILL = re.compile(
    r"\b(?:todavia|aun|sigue[ns]?|seguimos|still)\b"
    r"|\b(?:no|nadie|nada|ni) (?:(?:me|nos|l[oae]s?|se) )*"
    r"(?:han?|an|vien\w*|vin\w+|veng\w+|pas\w+)\b"
    r"|\b(?:pas(?:o|aron)|van|llev\w+) (?:\w+ ){0,2}(?:dias?|semanas?|mes(?:es)?)\b"
    r".*\bn(?:o|i|ada|adie)\b"
    r"|\bnobody (?:has )?c[ao]me\b|\bnot? (?:been )?(?:fixed|yet)\b"
)

# Of the wait itself; «y no han venido desde el lunes» may be of the story.
_OVERDUE = re.compile(
    r"\bya (?:(?:se|me|nos) )?(?:pas(?:o|aron)|van|son|hace|llev\w+) (?:\w+ ){0,2}"
    r"(?:dias?|semanas?|mes(?:es)?)\b.*\bn(?:o|i|ada|adie)\b"
    r"|\b(?:todavia|aun) (?:no|nadie|nada) (?:(?:han?|an|vien\w*|vin\w+)\b"
    r"|(?:me|nos|l[oae]s?|se) (?!se\b)\w+)"
)
_PAST_TERM = re.compile(
    r"\b(?:pas(?:o|aron)|venci(?:o|eron)|cumpli(?:o|eron)|acabo) (?:ya )?(?:el|la|los)"
    r" (?:plazo|fecha|(?:dias|tiempo) que)\b"
    r"|\b(?:plazo|fecha) (?:limite )?(?:ya )?(?:se )?(?:paso|vencio)\b"
    r"|\b(?:deadline|date) (?:has |already )*passed\b"
)


def asks_state(text: str, *, is_named: bool) -> bool:
    """`is_named`: the words are of the matter that was told; of others less is asked so."""
    plain = saying.bare(text)
    is_said = _ASKS_STATE.fullmatch(plain) or ("?" in text and _ASKS_IF.fullmatch(plain))
    is_mine = _ASKS_ABOUT.fullmatch(plain) or ("?" in text and _MINE.fullmatch(plain))
    return bool(is_said or (is_named and is_mine)) and len(plain.split()) <= MOST


def is_still(text: str) -> bool:
    """«Sigue igual», «llevo dos días esperando y nada»."""
    return _STILL.search(saying.bare(text)) is not None


def is_overdue(text: str) -> bool:
    """«Ya pasaron dos días y no lo han tapado»"""
    return _OVERDUE.search(saying.bare(text)) is not None


def is_past_term(text: str) -> bool:
    """«Ya pasó la fecha y nadie me ha hablado»"""
    return _PAST_TERM.search(saying.bare(text)) is not None
