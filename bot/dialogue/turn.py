"""One turn: danger to life first, then who owns the conversation, then what was asked."""

from dataclasses import replace
from datetime import timedelta

from bot.dialogue import request, status, typed
from bot.dialogue.acts import (
    Act,
    AskWhich,
    GotFile,
    HandOver,
    LeaveQueue,
    RefuseNotice,
    Rephrase,
    Safety,
    Say,
    StillWaiting,
    Welcome,
)
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.heard import Heard
from bot.dialogue.state import Stage, State
from handoff.rules import catalogue
from handoff.store.models import Owner

REPEAT_SAFETY_AFTER = timedelta(minutes=10)
# Turns of the conversation itself that only need words.
PLAIN = {
    "ayuda": "help",
    "identidad_bot": "identity",
    "gracias": "thanks",
    "despedida": "farewell",
    "insulto": "insult",
    "fuera_de_ambito": "out_of_scope",
}
# What may interrupt a question of the bot; anything else is taken as its answer.
INTERRUPTIONS = ("hablar_con_persona", "cancelar", "ayuda", "identidad_bot")


def decide(state: State, heard: Heard, situation: Situation) -> Decision:
    """What the bot does about one message."""
    if heard.meaning.urgent.value:
        return _danger(state, heard, situation)
    if situation.owner in (Owner.analyst, Owner.closed):
        return Decision(state)
    decision = _queued(state, heard) if state.waits_for_person else _turn(state, heard)
    if situation.has_notice or any(isinstance(act, Welcome) for act in decision.acts):
        return decision
    return replace(decision, acts=(Welcome(opens=False), *decision.acts))


def _danger(state: State, heard: Heard, situation: Situation) -> Decision:
    told = state.danger_at
    again = told is not None and situation.now - told < REPEAT_SAFETY_AFTER
    remembered = replace(state, danger_at=situation.now, waits_for_person=True)
    return Decision(remembered, (Safety(_kind_of_danger(heard), again), HandOver("danger", 0)))


def _kind_of_danger(heard: Heard) -> str:
    if heard.meaning.urgent.reason == "riesgo de suicidio":
        return "self_harm"
    at_home = heard.intent in ("violencia_genero", "ninez")
    return "violence" if at_home or heard.meaning.urgent.reason == "agresión en curso" else "danger"


def _queued(state: State, heard: Heard) -> Decision:
    """Waiting for a person: the bot adds, and lets the citizen leave."""
    if heard.command == typed.CANCEL or heard.means("cancelar"):
        return Decision(State(danger_at=state.danger_at), (LeaveQueue(),))
    return Decision(state, (StillWaiting(),))


def _turn(state: State, heard: Heard) -> Decision:
    if interrupted := _interruption(state, heard):
        return interrupted
    match state.stage:
        case Stage.collecting:
            return request.collect(state, heard)
        case Stage.confirming:
            return request.confirm(state, heard)
        case Stage.correcting:
            return request.correct(state, heard)
        case Stage.folio:
            return status.hear_folio(state, heard)
        case Stage.key:
            return status.hear_key(state, heard)
        case Stage.choosing | Stage.idle:
            return _open_turn(state, heard)


def _interruption(state: State, heard: Heard) -> Decision | None:
    """A person, cancel, help, the start: reachable at any moment."""
    match heard.command:
        case typed.PERSON:
            return _person(state)
        case typed.CANCEL:
            return _cancel(state)
        case typed.START:
            return Decision(State(refused_notice=state.refused_notice), (Welcome(opens=True),))
        case typed.REFUSE_NOTICE:
            return Decision(State(refused_notice=True), (RefuseNotice(),))
        case typed.STATUS:
            return status.begin(State(refused_notice=state.refused_notice), heard)
        case typed.HELP:
            return Decision(state, (Say("help"),))
    if state.stage is Stage.idle or heard.command or not _interrupts(heard):
        return None
    match heard.intent:
        case "hablar_con_persona":
            return _person(state)
        case "cancelar":
            return _cancel(state)
        case intent:
            return Decision(state, (Say(PLAIN[intent]),))


def _interrupts(heard: Heard) -> bool:
    return heard.is_sure and heard.intent in INTERRUPTIONS and not heard.meaning.entities


def _open_turn(state: State, heard: Heard) -> Decision:
    """Nothing is being asked, or the question is which of two matters is meant."""
    chosen = (heard.command or "").removeprefix("categoria:")
    if chosen in catalogue.load().categories:
        return request.begin(state, heard, chosen)
    if heard.command and not heard.text:
        return Decision(state, (Say("stale_button"),))
    if heard.has_file and not heard.text:
        return Decision(state, (GotFile(),))
    if heard.entity("folio_infomex") or (heard.entity("folio") and not _is_request(heard)):
        return status.begin(state, heard)
    if heard.is_clear:
        return _understood(state, heard, heard.intent)
    return _unsure(state, heard)


def _understood(state: State, heard: Heard, intent: str) -> Decision:
    if intent in catalogue.load().categories:
        return request.begin(state, heard, intent)
    match intent:
        case "saludo":
            return Decision(replace(state, misses=0), (Welcome(opens=True),))
        case "hablar_con_persona":
            return _person(state)
        case "cancelar":
            return _cancel(state)
        case "seguimiento":
            return status.begin(replace(state, misses=0), heard)
        case "afirmar":
            return Decision(state, (Say("what_is_it"),))
        case "negar":
            return Decision(state, (Say("farewell"),))
        case _:
            return Decision(replace(state, misses=0), (Say(PLAIN[intent]),))


def _unsure(state: State, heard: Heard) -> Decision:
    """Ask which of two once; not understood twice leads to a person."""
    likely = _likely(heard)
    if heard.is_understood and len(likely) > 1 and state.stage is not Stage.choosing:
        kept = replace(state, stage=Stage.choosing, options=likely, request=heard.text)
        return Decision(kept, (AskWhich(likely),))
    missed = replace(state, misses=state.misses + 1)
    if missed.misses >= request.MOST_MISSES or state.stage is Stage.choosing:
        return Decision(
            State(waits_for_person=True, danger_at=state.danger_at),
            (HandOver("not_understood", 2),),
        )
    return Decision(missed, (Rephrase(),))


def _likely(heard: Heard) -> tuple[str, ...]:
    categories = catalogue.load().categories
    return tuple(name for name, _ in heard.meaning.ranking if name in categories)[:2]


def _is_request(heard: Heard) -> bool:
    return heard.is_clear and heard.intent in catalogue.load().categories


def _person(state: State) -> Decision:
    category = catalogue.load().categories.get(state.category or "")
    priority = category.priority if category else 2
    return Decision(replace(state, waits_for_person=True), (HandOver("asked", priority),))


def _cancel(state: State) -> Decision:
    acts: tuple[Act, ...] = (Say("cancelled"),)
    if state.stage is Stage.idle:
        acts = (Say("nothing_to_cancel"),)
    return Decision(State(refused_notice=state.refused_notice), acts)
