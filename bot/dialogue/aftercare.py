"""After the folio: the answer is read, solved or not. Each button names its own case, so it is
understood whenever it is pressed."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.dialogue import (
    case_meant,
    lately,
    of_the_case,
    offices,
    pending,
    rating,
    request,
    several,
    standing,
)
from bot.dialogue.acts import Act, Say
from bot.dialogue.after import (
    Add,
    Complete,
    Confirm,
    Deny,
    ExplainCase,
    Renew,
    Reopen,
    ShowAnswer,
    TellState,
)
from bot.dialogue.decision import Decision
from bot.dialogue.reading import (
    continuing,
    in_english,
    labels,
    learnt,
    questions,
    saying,
    solved,
    treatment,
    typed,
    ways,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import AT_EASE, Stage, State
from handoff.rules import catalogue

# What stands before the folio in the payload of a button.
SEE = "respuesta"
SOLVED = "resuelto"
UNSOLVED = "no_resuelto"
RENEW = "otra_vez"
ABOUT = "caso"
ADD = "agrega"
FOLLOW = "follow"  # the move: how to look it up

_PRESSED: dict[str, Callable[[str], Act]] = {
    SEE: ShowAnswer,
    SOLVED: Confirm,
    UNSOLVED: Deny,
    RENEW: Renew,
    ABOUT: TellState,
    ADD: Add,
}
_OF_IT = re.compile(r"\b\w+(?:r|rme|rnos)l[oa]s?\b")


def pressed(state: State, heard: Heard) -> Decision | None:
    """A button about a case; None if it is another, or none."""
    kind, _, about = (heard.command or "").partition(":")
    if kind == UNSOLVED and state.stage is Stage.resolving and about == state.folio:
        return Decision(state, (Deny(about, state.request),))
    if kind == ABOUT and state.stage is Stage.which_case:
        return case_meant.picked(state, about)
    if about and kind in _PRESSED:
        return Decision(state, (_PRESSED[kind](about),))
    return None


def asked(state: State, heard: Heard) -> Decision | None:
    """A question about the last case, or more about it, while nothing else is being told."""
    return standing.unheeded(state, heard) or _asked(state, heard)


def _asked(state: State, heard: Heard) -> Decision | None:
    free = (*AT_EASE, Stage.second, Stage.key, Stage.offering)
    is_free = state.stage in free and state.stage is not Stage.commenting
    if state.lately and is_free and of_the_case.tells_how_to_reach(heard, state.lately_about):
        return of_the_case.added(state, heard, state.lately)
    if state.stage is Stage.resolving and solved.is_in_part(heard.text):
        return None
    names_it = standing.names_state(heard.text) or continuing.lacks_folio(heard.text)
    if state.lately and is_free and not heard.command and names_it:
        return Decision(state, (TellState(state.lately),))
    is_told = is_free and not (heard.command or state.refused_notice)
    topic = questions.whole(heard.text) if is_told else None
    if topic == "cost" and not state.lately:  # that is rather of a matter still to be told
        topic = None
    if is_free and state.lately and topic is None:
        topic = _about_it(heard.text, state.lately_about)
    is_plain = is_free and not ways.is_turned_away(heard.text)
    topic = topic or (_learnt(state, heard) if is_plain else None)
    is_asked = heard.move == FOLLOW and not (heard.facts or heard.means("seguimiento"))
    is_asked = is_asked or standing.is_asked(heard, state.lately_about)
    if state.lately and is_free and is_asked:
        return standing.state_of(state, heard, state.lately)
    if topic:
        return explained(state, heard, topic)
    if state.stage is Stage.second and _is_of_offer(state, heard):
        return None
    is_looked_up = state.stage in (Stage.folio, Stage.key) and state.folio in (None, state.lately)
    is_looked_up = is_looked_up and "clave" not in saying.bare(heard.text).split()
    is_of_it = of_the_case.is_of_it(heard, state.lately_about) or _corrects_it(heard)
    if state.lately and is_looked_up and is_of_it:
        return of_the_case.added(state, heard, state.lately)
    is_idle = state.stage in (Stage.idle, Stage.second) and not _accuses(state, heard)
    return lately.decide(state, heard, state.lately, state.lately_about) if is_idle else None


def _corrects_it(heard: Heard) -> bool:
    """«No era en Santa Ana, era en Magdalena»."""
    is_one = heard.move == "correction" and bool(heard.facts)
    return is_one and not (heard.entity("clave") or heard.has_folio)


def _accuses(state: State, heard: Heard) -> bool:
    """Somebody of an office, who should not read it in the case that the office has."""
    about = (treatment.BADLY, treatment.FOR_GAIN)
    is_sure = heard.is_sure and heard.intent == treatment.FOR_GAIN
    is_of_servant = is_sure or treatment.tells_badly(heard.text)
    return is_of_servant and state.lately_about not in about


def _learnt(state: State, heard: Heard) -> str | None:
    topic = learnt.topic(heard)
    if state.stage in (Stage.rating, Stage.commenting) or heard.move == FOLLOW:
        return None
    if state.lately:
        return topic
    ours = () if continuing.names_case(heard.text) else learnt.OF_US
    is_other = {*several.worth_asking(heard)} - {*ours}
    is_open = state.refused_notice or in_english.is_named(heard.text) or is_other
    is_idle = heard.means("fuera_de_ambito")  # «¿a cómo está el dólar hoy?»
    return topic if topic in questions.IN_GENERAL and not (is_open or is_idle) else None


def _is_of_offer(state: State, heard: Heard) -> bool:
    """Yes, no, or that matter; «ya lo podaron pero dejaron las ramas» is of the case."""
    is_named = heard.intent in state.apart and not continuing.is_half_done(heard.text)
    return is_named or heard.agrees or heard.declines


def _about_it(text: str, about: str | None) -> str | None:
    """What can only be about the case just opened: «¿se va a enterar el vecino?», «deme el
    número», «¿cuánto cuesta corregirla?», «¿me van a hablar para decirme cómo va?»"""
    topic = questions.topic(text)
    is_worse = topic == "worse" and about in lately.OF_HEALTH
    if is_worse or (topic == "cost" and _OF_IT.search(saying.bare(text))):
        return topic
    its_own = (*questions.OF_DISCRETION, "notified", "meanwhile")
    is_who = topic in its_own and questions.is_only(text)
    return topic if is_who else "call" if ways.asks_theirs(text) else None


def explained(state: State, heard: Heard, topic: str) -> Decision:
    """Of whom was told last, where a number was asked for: «¿y a qué hora abren?»"""
    if topic == "whose" and state.stage is Stage.told:
        return Decision(state, (pending.whose(state, reached=True),))
    if topic == "call":
        taker = offices.taker(state.lately_about)
        state = replace(state, aside=f"call:{taker}", asides=state.asides + 1)
    is_seen = topic in questions.OF_DISCRETION and state.stage is Stage.idle
    also = questions.besides(heard.text) if is_seen else None
    about = labels.mentioned(heard.text, "")
    return Decision(state, tuple(ExplainCase(each, about) for each in (topic, also) if each))


def answer(state: State, heard: Heard) -> Decision | None:
    """What is typed in answer to a question of these; None if it is about something else.
    `state.category` is that of the case, so that another matter is recognised."""
    folio = state.folio or ""
    match state.stage:
        case Stage.notified if _would_read(heard):
            return Decision(state, (ShowAnswer(folio),))
        case Stage.notified if folio and len(heard.text.split()) > 1:
            return _told_of(state, heard, folio) or case_meant.offering(state, heard, folio)
        case Stage.resolving:
            return _resolved(state, heard, folio)
        case Stage.reopening if heard.text and not heard.is_courtesy:
            words = "" if heard.skips or heard.command == typed.NO else heard.text
            return Decision(state, (Reopen(folio, words),))
        case Stage.completing if heard.text and not heard.is_courtesy:
            return Decision(state, (Complete(folio, heard.text),))
        case Stage.renewing:
            return _renewal(state, heard, folio)
        case Stage.about | Stage.adding | Stage.offering | Stage.same:
            return case_meant.decide(state, heard, folio)
        case Stage.rating | Stage.commenting if rated := rating.answer(state, heard):
            return rated
        case _:
            is_free = heard.command == typed.SEE and not state.is_at_work
            is_begun = heard.text and not state.lately  # «a», «ver», «si me pueden…»
            shown = Say("what_is_it") if is_begun else ShowAnswer("")
            return Decision(state, (shown,)) if is_free else None


def _would_read(heard: Heard) -> bool:
    """«Sí», or «¿por qué?», of what does not proceed."""
    is_yes = heard.command in (typed.SEE, typed.YES) or heard.means("afirmar")
    return is_yes or solved.asks_reason(heard.text)


def _resolved(state: State, heard: Heard, folio: str) -> Decision | None:
    """What is not solved may have been told before it was asked."""
    if told := _told_of(state, heard, folio):
        return told
    is_yes = solved.is_yes(heard.text) or heard.means("afirmar")
    if heard.command == typed.YES or (is_yes and heard.command != typed.NO):
        return Decision(state, (Confirm(folio),))
    if heard.command == typed.NO or heard.means("negar"):
        return Decision(state, (Deny(folio, state.request),))
    is_unclear = not heard.command and not heard.is_clear and not heard.facts and not state.misses
    return Decision(replace(state, misses=1), pending.question(state)) if is_unclear else None


def _told_of(state: State, heard: Heard, folio: str) -> Decision | None:
    """«Mentira, no ha venido nadie», «ya quedó», whether or not the answer was read; None if it
    says neither, or tells another matter."""
    others = catalogue.load().categories.keys() - {state.category, request.COMPLAINT}
    is_in_part = solved.is_in_part(heard.text)
    if not heard.command and solved.is_to_come(heard.text):
        return Decision(state, (Say("until_then"),))
    if heard.command or (heard.is_sure and heard.intent in others and not is_in_part):
        return None
    if solved.is_unsolved(heard.text):
        words = heard.text if len(saying.bare(heard.text).split()) > 2 and not is_in_part else ""
        return Decision(state, (Deny(folio, words or state.request),))
    return Decision(state, (Confirm(folio),)) if solved.is_solved(heard.text) else None


def _renewal(state: State, heard: Heard, folio: str) -> Decision | None:
    if heard.agrees:
        return Decision(state, (Renew(folio),))
    if heard.declines:
        return Decision(state.afresh(), (Say("farewell"),))
    return None
