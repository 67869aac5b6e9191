"""What people ask of the thing that they tell, by what their words do, where no rule knows them."""

import re

from bot.dialogue.reading import questions, saying, wording
from bot.dialogue.reading.heard import Heard
from nlu.calendar_words import MONTH

PLAIN = 0.8  # confidence of a matter, for it to be told in what is beyond doubt a question
OF_US = ("queja_atencion", "info_tramite")  # matters that a question about ours resembles
# Moves that ask for the same.
TOPICS = {"follow": "notified"} | {
    name: name for name in (*questions.TOPICS, *questions.OF_DISCRETION)
}
TOPICS["worse"] = "again"  # of the water as well as of somebody ill
# Words without which it asks for something else: «pero si se puede o no?» of no anonymity.
_NEEDS = {
    "key": re.compile(r"\b(?:claves?|contrasena|password|key)\b"),
    "obliged": re.compile(
        r"\b(?:oblig\w*|forz\w*|fuerza|tengo|hay|necesari\w*|puedo no|sin|d[aeo]\w*|pon\w*|pong\w*"
        r"|have|must|need)\b"
    ),
    "free": re.compile(
        r"\b(?:gratis|gratuit\w*|cost\w*|cuest\w*|cobr\w*|pag\w*|dinero|cuota|feria|lana|free|pay"
        r"|cost|charge)\b|cuanto"
    ),
    "unnamed": re.compile(
        r"\banon|\b(?:nom\w*|incognito|ident\w+|firma|datos?|quien|qn|ocult\w+|privado|vecin\w+"
        r"|ciudadan\w+|name\w*|number)\b"
    ),
}
# «¿Lo van a correr?», «¿no va a salir doble?»: what is done about it, not who sees it.
_OF_WHAT_COMES = re.compile(
    r"(?:(?:y|oiga|pero|si|no|entonces) )*(?:(?:me |se )?l[oae]s? )?(?:va|van|pueden?) a"
    r" (?!(?:\w+ )?(?:sab|dec|dic|avis|cont|enter|ens|mostr|pas|ver|vea|le[ea]|public|compart"
    r"|dar mi)\w*)"
    r"\w+(?: \w+){0,4}"
)
# «Se tarda hasta una semana»
_TELLS_HOW_LONG = re.compile(
    r"(?:tard|dur|demor|dilat)\w*(?: \w+){0,4}?"
    r" (?:minutos?|horas?|dias?|semanas?|mes(?:es)?|anos?)\b"
)
# «¿Le van a avisar a ella?»
_TOLD = re.compile(r"\bles? (?:van?|iran?) a (?:avis|dec|cont|inform|notific|platic)\w*")
# «¿Cuándo me pagan?»: what they wait for, not an answer.
_OURS = r"(?:respuesta|contestacion|solucion|razon|reporte|folio|caso|queja|peticion|solicitud)"
_GIVES = re.compile(
    r"\b(?:pag(?:o|an?|ar|aran|uen)|deposit\w+|entreg\w+|cobr(?:o|ar)"
    r"|(?:me|nos|se|l[ae]s?) l[ao]s? (?:van? a )?(?:d[ae]|corr[ie]|oper|repon|cambi)\w*"
    rf"|(?:me|nos) dan (?:el|la|l[ao]s|mis?|una?) (?!{_OURS})"
    r"|(?:tard|dur|demor)\w* (?:en (?:dar|hacer|llegar|salir|corregir|operar)\w* )?"
    rf"(?:el|la|l[ao]s|mis?|su|est[ae]) (?!{_OURS}|tramite)\w+)"
)
# «¿El folio sirve de permiso?», «¿con el folio puedo manejar?»
_OF_FOLIO = re.compile(
    r"\bfolio\b.*\b(?:sirv\w+|vale|permiso|comprobante|constancia)\b|\bsirv\w+ .*\bfolio\b"
    r"|\bcon (?:el|este|ese|mi) folio (?:ya |me |si )*(?:pued\w+|dejan|dan|atienden)\b"
)
# «Eso no es de Bienestar, es del Seguro»
_IS_NOT = re.compile(r"\bno (?:es|era|le (?:toca|corresponde)|tiene (?:nada )?que ver)\b")
# «¿Hasta enero? Es mucho»: so long for an answer.
_SO_LONG = re.compile(
    rf"(?<!vemos )\bhasta (?:el )?(?:\d+ (?:de )?)?(?:{MONTH})\b|\b(?:es|tanto|mucho) "
    r"(?:mucho|demasiado|tiempo)\b|\bpuede ser antes\b|^(?:\w+ )?tanto$|\btoo long\b"
)
FEW = 6  # words
_WHAT_OF_IT = re.compile(r"\bque (?:va|van) a pasar con (?:mi|mis|la|el|l[oa]s)\b")
_PAYS = re.compile(r"\b(?:me|nos|les?) (?:(?:van?|pueden?|podrian) a? ?)?pag(?:an?|ar|aran|uen)\b")


def alone(heard: Heard) -> str | None:
    """The topic of a message that tells nothing besides."""
    said = questions.topic(heard.text)
    return said if said and questions.is_only(heard.text) else topic(heard)


def topic(heard: Heard) -> str | None:
    """Which of `questions` the message asks for. «Por este medio» answers."""
    is_likelier = heard.meaning.confidence < PLAIN
    is_ours = heard.is_no_matter and (heard.intent in OF_US or is_likelier)
    is_other = heard.is_clear and heard.is_matter and not is_ours
    is_told = heard.facts or is_other or wording.means_this_channel(heard.text)
    plainly = _plainly(heard)
    return plainly if is_told or not heard.move else meant(heard)


def _plainly(heard: Heard) -> str | None:
    plain = saying.bare(heard.text)
    if _OF_FOLIO.search(plain) and wording.is_question(heard):
        return "proof"
    if _WHAT_OF_IT.search(plain):
        return "given"
    return "long" if len(plain.split()) <= FEW and _SO_LONG.search(plain) else None


def meant(heard: Heard, least: float = 0.0) -> str | None:
    """The same, whatever matter it resembles; `least`: the chance that it is so."""
    move, plain = heard.meaning.move, saying.bare(heard.text)
    if plainly := _plainly(heard):
        return plainly
    named = TOPICS.get(move.name) if move.confidence >= least else None
    named = "known" if named == "who" and _TOLD.search(plain) else named
    named = "given" if named == "term" and _GIVES.search(plain) else named
    needed = _NEEDS.get(named or "")
    is_else = needed is not None and not needed.search(plain)
    is_else = is_else or (named == "free" and _PAYS.search(plain) is not None)
    is_else = is_else or (named in ("who", "known") and bool(_OF_WHAT_COMES.fullmatch(plain)))
    tells = _TELLS_HOW_LONG.search(plain) and not wording.is_question(heard)
    is_else = is_else or (named == "term" and bool(tells))
    is_denied = "?" not in heard.text and _IS_NOT.search(plain)
    is_else = is_else or (named == "whose" and bool(is_denied))
    return None if is_else else named
