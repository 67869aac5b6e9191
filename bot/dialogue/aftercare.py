"""After the folio: the answer is read, solved or not. Each button names its own case, so it is
understood whenever it is pressed."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.dialogue import labels, lately, pending, questions, rating, request, typed, ways
from bot.dialogue.acts import Act, Say, TellStatus
from bot.dialogue.after import (
    Add,
    Complete,
    Confirm,
    Deny,
    ExplainCase,
    OfferToAdd,
    Renew,
    Reopen,
    ShowAnswer,
    TellState,
)
from bot.dialogue.decision import Decision
from bot.dialogue.heard import Heard
from bot.dialogue.state import AT_EASE, Stage, State
from handoff.rules import catalogue

# What stands before the folio in the payload of a button.
SEE = "respuesta"
SOLVED = "resuelto"
UNSOLVED = "no_resuelto"
RENEW = "otra_vez"
ABOUT = "caso"
ADD = "agrega"

MOST_TO_CHOOSE = 8  # words that choose from a list; more of them tell something
SAME = "mismo"  # among what was skipped: it was asked, and it is another matter

_PRESSED: dict[str, Callable[[str], Act]] = {
    SEE: ShowAnswer,
    SOLVED: Confirm,
    UNSOLVED: Deny,
    RENEW: Renew,
    ABOUT: TellState,
    ADD: Add,
}
_SOLVED = re.compile(
    r"(?!.*\b(?:no|peor|mal|igual|otra vez|de nuevo)\b)"
    r"(?:si |ya |por fin |pues |simon |gracias |oiga |ok )*(?:si |ya |por fin )"
    r"(?:me |nos |lo |la )*"
    r"(?:qued|resolv|resuel|arregl|solucion|repar|atendi|repus|vinier|hay|esta)\w*\b.*"
)
_UNSOLVED = re.compile(
    r"(?:(?:pues|bueno|la verdad|la neta|oiga|mas o menos|quedo|solo|nomas|nada mas) )*"
    r"(?:a medias|en parte|(?:la )?mitad|(?:una?s?|parte) (?:si|no)\b|falt\w+|mal\b|peor"
    r"|(?:no|nel|nop|todavia|aun|sigue|siguen|seguimos|sigo|falso|mentira|igual|tampoco)\b).*"
)


def pressed(state: State, heard: Heard) -> Decision | None:
    """A button about a case; None if it is another, or none."""
    kind, _, about = (heard.command or "").partition(":")
    if about and kind in _PRESSED:
        return Decision(state, (_PRESSED[kind](about),))
    return None


def asked(state: State, heard: Heard) -> Decision | None:
    """A question about the last case, or more about it, while nothing else is being told."""
    free = (*AT_EASE, Stage.second, Stage.key)
    is_free = state.stage in free and state.stage is not Stage.commenting
    topic = questions.whole(heard.text) if is_free and not heard.command else None
    if is_free and state.lately and topic is None:
        topic = _about_it(heard.text)
    if topic and topic != "cost":  # that is rather of a matter still to be told
        return explained(state, heard, topic)
    is_idle = state.stage is Stage.idle
    return lately.decide(state, heard, state.lately, state.lately_about) if is_idle else None


def _about_it(text: str) -> str | None:
    """What can only be about the case just opened: «¿se va a enterar el vecino?», «deme el
    número»."""
    topic = questions.topic(text)
    is_who = topic in ("who", "known") and questions.is_only(text)
    return topic if is_who else "whose" if ways.asks_theirs(text) else None


def explained(state: State, heard: Heard, topic: str) -> Decision:
    return Decision(state, (ExplainCase(topic, labels.mentioned(heard.text, "")),))


def answer(state: State, heard: Heard) -> Decision | None:
    """What is typed in answer to a question of these; None if it is about something else.
    `state.category` is that of the case, so that another matter is recognised."""
    folio = state.folio or ""
    match state.stage:
        case Stage.notified if heard.command in (typed.SEE, typed.YES) or heard.means("afirmar"):
            return Decision(state, (ShowAnswer(folio),))
        case Stage.notified if folio and len(heard.text.split()) > 1:
            return _told_of(state, heard, folio) or _offering(state, heard, folio)
        case Stage.resolving:
            return _resolved(state, heard, folio)
        case Stage.reopening if heard.text and not heard.is_courtesy:
            return Decision(state, (Reopen(folio, _words(heard)),))
        case Stage.completing if heard.text and not heard.is_courtesy:
            return Decision(state, (Complete(folio, heard.text),))
        case Stage.renewing:
            return _renewal(state, heard, folio)
        case Stage.about | Stage.which_case | Stage.adding | Stage.offering | Stage.same:
            return _of_own_case(state, heard, folio)
        case Stage.rating | Stage.commenting if rated := rating.answer(state, heard):
            return rated
        case _:
            is_free = heard.command == typed.SEE and not state.is_at_work
            return Decision(state, (ShowAnswer(""),)) if is_free else None


def _resolved(state: State, heard: Heard, folio: str) -> Decision | None:
    if told := _told_of(state, heard, folio):
        return told
    if heard.command == typed.NO:
        return Decision(state, (Deny(folio),))
    if heard.command == typed.YES or heard.means("afirmar"):
        return Decision(state, (Confirm(folio),))
    if heard.means("negar"):
        return Decision(state, (Deny(folio),))
    is_unclear = not heard.command and not heard.is_clear and not heard.facts and not state.misses
    return Decision(replace(state, misses=1), pending.question(state)) if is_unclear else None


def _told_of(state: State, heard: Heard, folio: str) -> Decision | None:
    """«Mentira, no ha venido nadie», «ya quedó», whether or not the answer was read; None if it
    says neither, or tells another matter."""
    others = catalogue.load().categories.keys() - {state.category, request.COMPLAINT}
    if heard.command or (heard.is_sure and heard.intent in others):
        return None
    plain = typed.bare(heard.text)
    if _UNSOLVED.match(plain):
        words = heard.text if len(plain.split()) > 2 else ""
        return Decision(state, (Deny(folio, words),))
    return Decision(state, (Confirm(folio),)) if _SOLVED.fullmatch(plain) else None


def _renewal(state: State, heard: Heard, folio: str) -> Decision | None:
    if heard.agrees:
        return Decision(state, (Renew(folio),))
    if heard.declines:
        return Decision(state.afresh(), (Say("farewell"),))
    return None


def _of_own_case(state: State, heard: Heard, folio: str) -> Decision | None:
    match state.stage:
        case Stage.about:
            return _about(state, heard, folio)
        case Stage.which_case:
            return _which(state, heard)
        case Stage.same:
            return _same(state, heard, folio)
        case Stage.adding if heard.text and not heard.is_courtesy:
            return Decision(state, (Add(folio, heard.text),))
        case Stage.offering:
            return _offered(state, heard, folio)
        case _:
            return None


def _about(state: State, heard: Heard, folio: str) -> Decision | None:
    """The key opens the rest; words that are no other matter may be about this case."""
    if (key := heard.entity("clave")) and not heard.has_folio:
        return Decision(state, (TellStatus(folio, key),))
    about_it = lately.decide(state, heard, folio, state.category)
    return about_it or _offering(state, heard, folio)


def _offering(state: State, heard: Heard, folio: str) -> Decision | None:
    """What may be about this case; None if it is another matter, or none."""
    if typed.is_to_add(heard.text):
        return Decision(state, (Add(folio),))
    is_new = heard.is_clear and heard.intent != state.category
    if not heard.text or heard.command or heard.has_folio or is_new:
        return None
    offering = replace(state, stage=Stage.offering, request=heard.text)
    return Decision(offering, (OfferToAdd(folio),))


def _same(state: State, heard: Heard, folio: str) -> Decision | None:
    """The same: what was told goes with that folio. Another: back to the summary."""
    if heard.agrees:
        return Decision(replace(state, stage=Stage.offering), (Add(folio, state.request),))
    if heard.declines:
        another = replace(state, folio=None, stage=Stage.confirming)
        another = replace(another, skipped=(*state.skipped, SAME))
        return Decision(another, pending.question(another))
    return Decision(state, pending.question(state)) if heard.text else None


def _offered(state: State, heard: Heard, folio: str) -> Decision | None:
    if heard.agrees:
        return Decision(state, (Add(folio, state.request),))
    if heard.declines:
        return _not_added(state)
    return None


def _not_added(state: State) -> Decision:
    """Where it is known what it is, it is registered as another matter."""
    if not state.options:
        return Decision(state.afresh(), (Say("what_is_it"),))
    another = replace(state.afresh(), category=state.options[0], request=state.request)
    another = replace(another, skipped=(*another.skipped, SAME), told_in=state.told_in)
    return request.start(another, state.options[0])


def _which(state: State, heard: Heard) -> Decision | None:
    """By its number in the list, its folio, or words that fit one of them alone."""
    said = heard.text.strip(" .")
    if said.isdigit() and 0 < int(said) <= len(state.options):
        return Decision(state, (TellState(state.options[int(said) - 1]),))
    if not heard.command and heard.intent in state.matters and len(said.split()) <= MOST_TO_CHOOSE:
        fitting = [
            folio
            for folio, matter in zip(state.options, state.matters, strict=True)
            if matter == heard.intent
        ]
        if len(fitting) == 1:
            return Decision(state, (TellState(fitting[0]),))
    named = heard.entity("folio")
    ours = next((each for each in state.options if each == named), None)
    return Decision(state, (TellState(ours),)) if ours and not heard.entity("clave") else None


def _words(heard: Heard) -> str:
    return "" if heard.skips or heard.command == typed.NO else heard.text
