"""After the folio: how it stands, or another one, is asked; and what nothing here answers."""

import re
from dataclasses import replace

from bot.dialogue import harm, of_the_case, request, several
from bot.dialogue.acts import HandOver
from bot.dialogue.after import Add, ExplainCase, TellCases, TellState
from bot.dialogue.decision import Decision
from bot.dialogue.reading import (
    awaited,
    called,
    continuing,
    finished,
    learnt,
    of_its_own,
    omissions,
    questions,
    saying,
    trailing,
    ways,
    wording,
)
from bot.dialogue.reading.heard import BEYOND_DOUBT, Heard
from bot.dialogue.state import AT_EASE, Stage, State
from handoff.rules import catalogue, jurisdiction
from handoff.rules.reasons import Reason

# «¿Y el otro?», of several folios.
_OTHERS = re.compile(
    r"(?:(?:y|oiga|pero|del?|que hay|que paso con|como va) )*(?:el|la|lo) otr[oa]s?"
    r"(?: (?:folio|reporte|caso|asunto|peticion|que \w+))?"
)
# «¿Y lo del agua?»
_REFERS = re.compile(
    r"(?:(?:y|oiga|pero|que hay|que paso con|como va) )*lo (?:del?|de la|de los|de las) (?:mi )?\w+"
)
# «¿Y el de la beca?», where the state of another one was told
_THE_ONE = re.compile(
    r"(?:(?:y|oiga|pero) )+(?:lo|el|la) (?:del?|de la|de los|de las) (?:mi )?\w+(?: como va)?"
)
# «Soy el de la pavimentación, ¿qué pasó?»
_AM = re.compile(
    r"(?:\w+ ){0,3}soy (?:el|la|quien) (?:\w+ ){1,5}(?:que (?:paso|hay|onda)|como va)"
    r"(?: con (?:eso|lo mio))?"
)
_ASKS_STATE = re.compile(
    r"(?:(?:\w+ ){0,2}|(?:(?:oiga|y|pero|como|donde|puedo|le|hago|para|quiero) )*"
    r"(?:ver|saber|checar|consultar) )"
    r"(?:como|que) (?:va|van|sigue|paso|hay|ha pasado|onda)\b.*"
)
_names_state = saying.only(
    r"(?:(?:y|el|mi|en que) )*(?:estado|estatus|status)(?: (?:de |del )?(?:mi )?"
    r"(?:folio|reporte|caso|peticion|tramite))?"
)
_IF_SENT = re.compile(
    r"(?:(?:y|oiga|pero) )*ya (?:se )?l[oa]s? (?:mand|envi|turn|pas|canaliz|revis)(?:aron|o)\b"
)
_OF_THEM = re.compile(r"(?:(?:y|oiga|pero|que) )*les? (?:va|van) a (?:hacer|pasar)\b")
_SEVERAL = re.compile(r"\b(?:mis|los|las|todos|ambos) (?:\w+ )?\w+s\b")
_TAG = re.compile(r"\b(?:o que|o como|o no|verdad)$")
# «No puedo ir porque trabajo»: what follows is no matter of its own.
_REASON = re.compile(r"\b(?:porque|por ?que|es (?:que|q)|ya que)\b")
SURE = 0.95  # confidence from which it is one all the same
FOLLOW = "seguimiento"
OF_OURSELVES = ("ayuda", "identidad_bot")  # intents that a question about the case resembles
GRAVE_FROM = 0.3
KEY = "key"  # the aside: it was told where the key is
OF_OFFICES = ("address", "hours", "papers", "procedure")  # moves
FEW = 4  # words of «¿ya lo arreglaron hoy?»; in more there may be another matter
LIKELY = 0.6  # chance of a move that asks, of what is no addition then

_UNHEEDED = re.compile(
    r"\bnadie (?:(?:me|nos|ha) )*(?:respond|contest|resuelv|resolv|resuelt|atiend|atend|hace|hecho)"
    r"|\bno (?:(?:me|nos|l[oae]s?) )*(?:han?|hacen) (?:respond|contest|resuelt|hecho|dado|atend)"
    r"|\bsin (?:respuesta|que (?:me|nos|nadie))\b"
)
_COMPLAINS = re.compile(
    r"\b(?:quiero|quisiera|voy a|vengo a|deseo) "
    r"(?:quejarme|(?:poner|meter|hacer|registrar) (?:una|mi) queja)\b"
    r"|\bi want to complain\b"
)
_LONG = re.compile(r"\b(?:mes(?:es)?|semanas?|anos?|(?:1[0-9]|[2-9][0-9]|muchos) dias)\b")


def names_state(text: str) -> bool:
    """«Estado», «estatus de mi folio», and nothing else; «¿ya quedó?», «¿ya lo mandaron?»"""
    is_sent = "?" in text and _IF_SENT.match(saying.bare(text)) is not None
    return is_sent or _names_state(text) or finished.asks_if_over(text)


def state_of(state: State, heard: Heard, folio: str) -> Decision:
    """Of that folio, or of the one about the matter that is named: «¿cómo va lo de la lámpara?»;
    and how to ask for it, where that is asked."""
    is_named = heard.is_sure and heard.is_matter
    how = (ExplainCase("ask"),) if questions.topic(heard.text) == "ask" else ()
    return Decision(state, (*how, TellCases((heard.intent,)) if is_named else TellState(folio)))


def is_asked(heard: Heard, about: str | None) -> bool:
    """How it stands: «¿ya fueron?», «quería ver cómo va lo de mi despensa»; not what has words of
    its own."""
    is_short = len(heard.text.split()) <= FEW
    is_done = heard.move == "solved" and heard.text.rstrip().endswith("?") and is_short
    if of_the_case.is_other(heard, about) or questions.whole(heard.text):
        return is_done
    is_plain = not (heard.command or heard.has_folio or heard.means(FOLLOW))
    return is_done or (is_plain and awaited.asks_state(heard.text, is_named=heard.intent == about))


def asked_besides(state: State, heard: Heard, about: str | None, folio: str) -> Decision | None:
    """«¿La van a mandar por correo?» asks for no state, nor «¿me hacen descuento?» for another
    matter: what that is, is hardly guessed of so few words. None if it may."""
    if not wording.is_question(heard) or heard.facts or may_be_grave(heard):
        return None
    if heard.intent in OF_OURSELVES:
        is_sure = heard.is_no_matter or heard.meaning.confidence < BEYOND_DOUBT
        is_guess = is_sure and heard.move in learnt.TOPICS
    elif heard.intent == FOLLOW:
        is_said = _ASKS_STATE.fullmatch(saying.bare(heard.text)) or heard.move == "follow"
        is_guess = not is_said and heard.meaning.confidence < BEYOND_DOUBT
    else:
        is_remark = of_its_own.chance(heard) < of_its_own.EVEN or is_reason(heard)
        is_guess = is_remark and of_the_case.is_other(heard, about)
    return answered(state, heard, folio) if is_guess else None


def unheeded(state: State, heard: Heard) -> Decision | None:
    """«Ya pasó más de un mes y nadie me responde de mi folio»: what can be done, and whether the
    complaint is wanted, which names the folio."""
    plain = saying.bare(heard.text)
    is_else = of_the_case.is_other(heard, state.lately_about)
    is_else = is_else and heard.intent != request.COMPLAINT
    is_past = awaited.is_past_term(heard.text) and not is_else
    is_late = is_past or (_UNHEEDED.search(plain) and _LONG.search(plain))
    is_told = (is_late and not wording.is_question(heard)) or _complains(plain)
    is_free = state.stage in (Stage.idle, Stage.about)
    if not (is_free and is_told) or state.lately is None or heard.command:
        return None
    if state.lately_about in (*several.GRAVE, request.COMPLAINT):
        return None
    known = {**state.facts, "folio": state.lately}
    asked = replace(state, stage=Stage.second, apart=(request.COMPLAINT,), facts=known)
    asked = replace(asked, request=heard.text, told_in=heard.exchange_id)
    if _complains(plain):
        return request.begin_apart(asked)
    return Decision(asked, (ExplainCase("unheeded"),))


def _complains(plain: str) -> bool:
    """«Quiero quejarme de que no me han contestado mi folio», or of nothing else."""
    found = _COMPLAINS.search(plain)
    rest = plain[found.end() :].strip() if found else plain
    return found is not None and (not rest or bool(_UNHEEDED.search(plain)))


def lost_key(state: State, heard: Heard) -> Decision | None:
    """The detail is not read without it: how to find it, and then a person."""
    is_shown = state.stage is Stage.about and state.aside in (None, KEY)
    is_it = is_shown and (heard.skips or omissions.is_lost(heard.text))
    if not (state.lately and state.stage in (*AT_EASE, Stage.second)):
        return None
    if not (is_it or omissions.is_key_lost(heard.text)):
        return None
    if complained := unheeded(state, heard):
        return complained
    if state.aside == KEY:
        waiting = replace(state.afresh(waits_for_person=True), folio=state.lately)
        return Decision(waiting, (HandOver(Reason.folio, 2),))
    return Decision(replace(state, aside=KEY, asides=1), (ExplainCase(KEY),))


def answered(state: State, heard: Heard, folio: str) -> Decision:
    """What is asked of the case: as far as it is known here; the rest goes with it, for who
    answers it."""
    topic = learnt.meant(heard, LIKELY)
    told = ExplainCase(topic) if topic else Add(folio, heard.text, asks=True)
    return Decision(state, (told,))


def is_reason(heard: Heard) -> bool:
    """What it looks like is only why: «no puedo ir entre semana porque trabajo»."""
    is_told = _REASON.search(saying.bare(heard.text)) and heard.meaning.confidence < SURE
    return bool(is_told) and not may_be_grave(heard)


def referred(state: State, heard: Heard, about: str | None) -> Decision | None:
    """«¿Y el otro?», «¿y lo del agua?», «fui a OOMAPAS y me dijeron que no les toca». None if no
    case is meant so."""
    plain = saying.bare(heard.text)
    is_told = ways.is_turned_away(heard.text) or _OF_THEM.match(plain)
    if is_told and not (may_be_grave(heard) or _is_of_others(heard, about)):
        return Decision(state, (Add(state.lately or "", heard.text, asks=True),))
    if _OTHERS.fullmatch(plain):
        return Decision(state, (TellCases(),))
    if _AM.fullmatch(plain):
        return Decision(state, (TellCases((heard.intent,) if heard.is_matter else ()),))
    is_named = about and (heard.intent == about or called.among(heard.text, (about,)))
    if about and is_named and _REFERS.fullmatch(plain):
        return Decision(state, (TellCases((about,)),))
    is_other = state.stage is Stage.about and heard.is_matter
    if is_other and _THE_ONE.fullmatch(plain):
        return Decision(state, (TellCases((heard.intent,)),))
    return None


def asked_of_it(state: State, heard: Heard, folio: str) -> Decision | None:
    """A question that is about the case: how it stands, or another. None if it is none."""
    if not wording.is_question(heard):
        return None
    if heard.intent != FOLLOW:
        return answered(state, heard, folio)
    asks_all = _SEVERAL.search(saying.bare(heard.text))
    return Decision(state, (TellCases() if asks_all else TellState(folio),))


def _is_of_others(heard: Heard, about: str | None) -> bool:
    """Another matter, which other agencies take."""
    known, both = catalogue.load().categories, {heard.intent, about} - {request.COMPLAINT}
    takers = {jurisdiction.taken_by(known[each]) for each in both if each in known}
    return of_the_case.is_other(heard, about) and len(takers) > 1


def of_the_same(state: State, heard: Heard) -> Decision | None:
    is_asked = _ASKS_STATE.fullmatch(saying.bare(heard.text))
    return Decision(state, (TellCases((heard.intent,)),)) if is_asked else None


def is_no_addition(heard: Heard) -> bool:
    """What is asked is answered, and not only added. «Y que es peligroso» asks nothing."""
    move = heard.meaning.move
    asks = move.name in (*questions.TOPICS, *OF_OFFICES) and move.confidence >= LIKELY
    is_tagged = _TAG.search(saying.bare(heard.text)) is not None
    asks = asks or wording.is_question(heard) or is_tagged
    asks = asks or any(map(trailing.is_asked, saying.clauses(heard.text)))
    return asks and not continuing.tells_besides(heard.text)


def may_be_grave(heard: Heard) -> bool:
    """But for a remark that tells of no harm: «¿y quién es el director?»"""
    is_likely = heard.intent in several.GRAVE and heard.meaning.confidence >= GRAVE_FROM
    is_told = of_its_own.chance(heard) >= of_its_own.EVEN or harm.is_suffered(heard.text)
    return is_likely and (is_told or heard.meaning.urgent.value)
