"""Where a link leads. One such as t.me/BOT?start=PAYLOAD arrives as the message «/start PAYLOAD».

`folio-CS-2026-000123-8` asks for the key of that folio (a link never carries the key: it is
forwarded and printed). A key of the catalogue, as `alumbrado` on a poster, begins that matter.
Anything else is greeted like a plain «/start». What was being told is never lost with it.
"""

from dataclasses import replace

from bot.dialogue import asides, request, status
from bot.dialogue.acts import Guide, Say, Welcome
from bot.dialogue.decision import Decision
from bot.dialogue.reading import typed
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PUT_ASIDE, State
from handoff.rules import catalogue
from nlu.interpretation import Place

FOLIO = "folio-"
# Who opens one of these has not told anything yet that could be registered.
TOLD_FIRST = (*request.DELICATE, *request.QUESTIONS)


def follow(state: State, heard: Heard, payload: str) -> Decision:
    fresh, payload = state.afresh(), payload.lower()
    if payload.startswith(FOLIO) and heard.has_folio:
        return set_aside(state, status.begin(fresh, _only_the_folio(heard)))
    if payload in TOLD_FIRST:
        guide = (Guide(payload),) if payload in request.GUIDED else ()
        return set_aside(state, Decision(fresh, (*guide, Say("what_is_it"))))
    if payload in catalogue.load().categories and payload != state.category:
        told = _nothing_else(heard, payload)
        if state.is_at_work:
            return request.note_also(state, told, payload)
        return request.begin(fresh, told, payload)
    return start(state)


def start(state: State) -> Decision:
    """What lies open goes on."""
    if state.is_at_work:
        return asides.put(state, Say("still_here"), typed.START)
    return Decision(state.afresh(), (Welcome(opens=True),))


def set_aside(state: State, decision: Decision) -> Decision:
    """What lay open can be gone on with, as what was cancelled."""
    if not state.is_at_work:
        return decision
    left = replace(state, before=None, given_up=None, aside=PUT_ASIDE).as_json()
    now = replace(decision.state, given_up=left)
    *first, last = decision.acts
    return replace(decision, state=now, acts=(*first, Say("set_aside"), last))


def _only_the_folio(heard: Heard) -> Heard:
    folios = tuple(each for each in heard.meaning.entities if each.entity == "folio")
    return replace(heard, meaning=replace(heard.meaning, entities=folios))


def _nothing_else(heard: Heard, category: str) -> Heard:
    """The words of a link are not the citizen's: nothing is understood from them, or learnt."""
    ranking = ((category, 1.0),)
    meaning = replace(heard.meaning, text="", ranking=ranking, entities=(), place=Place())
    return replace(heard, text="", command=None, meaning=meaning, exchange_id=0)
