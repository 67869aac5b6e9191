"""Where a link leads. One such as t.me/BOT?start=PAYLOAD arrives as the message «/start PAYLOAD».

`folio-CS-2026-000123-8` asks for the key of that folio (a link never carries the key: it is
forwarded and printed). A key of the catalogue, as `alumbrado` on a poster, begins that matter.
Anything else is greeted like a plain «/start».
"""

from dataclasses import replace

from bot.dialogue import request, status
from bot.dialogue.acts import Guide, Say, Welcome
from bot.dialogue.decision import Decision
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from handoff.rules import catalogue
from nlu.interpretation import Place

FOLIO = "folio-"
# Who opens one of these has not told anything yet that could be registered.
TOLD_FIRST = (*request.DELICATE, *request.QUESTIONS)


def follow(state: State, heard: Heard, payload: str) -> Decision:
    fresh, payload = state.afresh(), payload.lower()
    if payload.startswith(FOLIO) and heard.has_folio:
        return status.begin(fresh, _only_the_folio(heard))
    if payload in TOLD_FIRST:
        guide = (Guide(payload),) if payload in request.GUIDED else ()
        return Decision(fresh, (*guide, Say("what_is_it")))
    if payload in catalogue.load().categories:
        return request.begin(fresh, _nothing_else(heard, payload), payload)
    return Decision(fresh, (Welcome(opens=True),))


def _only_the_folio(heard: Heard) -> Heard:
    folios = tuple(each for each in heard.meaning.entities if each.entity == "folio")
    return replace(heard, meaning=replace(heard.meaning, entities=folios))


def _nothing_else(heard: Heard, category: str) -> Heard:
    """The words of a link are not the citizen's: nothing is understood from them, or learnt."""
    ranking = ((category, 1.0),)
    meaning = replace(heard.meaning, text="", ranking=ranking, entities=(), place=Place())
    return replace(heard, text="", command=None, meaning=meaning, exchange_id=0)
