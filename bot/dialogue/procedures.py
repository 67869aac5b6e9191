"""What is done at an office: nothing of it is known here, so who attends it is told, and a person
offered; no form is begun before that is wished."""

from dataclasses import replace

from bot.dialogue import asides, guesses, pending, request, whose
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.directing import Orient
from bot.dialogue.reading import asked, facts, names, only_asks, ways, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from bot.dialogue.within import OfferAlso

# What people do there themselves, if they only say that they want it.
AT_OFFICES = ("placas_licencias", "registro_civil")
ASKING = ("address", "free", "hours", "papers", "term")  # moves
TELLING = ("add", "correction", "detail", "name", "place", "since")


def is_asked(state: State) -> bool:
    """The matter at hand is how something is done there, or that it be done."""
    is_wished = state.category in AT_OFFICES and asked.wants_it_done(state.request)
    return is_wished or asked.is_of_a_procedure(state.request)


def oriented(state: State, heard: Heard) -> Decision | None:
    """Who only asks, or wants it done, is told whose it is. Who leaves a telephone wants to be
    answered, and another matter to be registered."""
    is_more = state.apart or facts.CONTACT in state.facts
    if is_more or not is_asked(replace(state, request=heard.text)):
        return None
    told = replace(state, stage=Stage.told, asking=None, options=())
    return Decision(told, (orient(told),))


def orient(state: State, *, refused: bool = False) -> Orient:
    named = pending.taker(state)
    place = state.facts.get("municipio")
    return Orient(state.category or "", place, refused, is_asked(state), named)


def is_about_it(state: State, heard: Heard) -> bool:
    """«¿A fuerza tengo que ir yo?», «¿se puede en línea?»: of what is done there, not of us."""
    is_one = state.category in AT_OFFICES or is_asked(state)
    is_asked_there = asked.is_of_a_procedure(heard.text) or asked.is_at_an_office(heard.text)
    return is_one and is_asked_there and not heard.command


def answered(state: State, heard: Heard) -> Decision | None:
    """More of the same, of who was told whose it is: noted, and a person offered once more. None if
    it is another matter, or talk."""
    if state.stage is not Stage.told or heard.command or not is_asked(state):
        return None
    told, asks_more = _told(state, heard), _asks_more(state, heard)
    is_more = asks_more or told or heard.move in TELLING or heard.intent == state.category
    if not is_more or _is_else(state, heard, asks_more=asks_more):
        return None
    is_only_facts = wording.is_only_facts(heard) or wording.is_name(heard)
    kept = state if is_only_facts else request.noting(state, heard)
    kept = replace(kept, facts={**state.facts, **told}, misses=0)
    if asks_more:
        return asides.put(kept, OfferAlso(request.QUESTIONS[0]), "question")
    if "municipio" in told and whose.has_contact(kept):
        return Decision(kept, (orient(kept),))
    return Decision(kept, (Say("noted"), Say("offer_person")))


def _asks_more(state: State, heard: Heard) -> bool:
    """Or says once more that it is only to know, or that nobody answered them."""
    is_asked_so = heard.move in ASKING or wording.is_question(heard) or is_about_it(state, heard)
    is_said = only_asks.to_know(heard.text) is not None or ways.has_tried(heard.text)
    return is_asked_so or is_said


def _is_else(state: State, heard: Heard, *, asks_more: bool) -> bool:
    """It is to be sent, or another matter; of a short question that is hardly known."""
    is_sent = ways.wants_it_sent(heard.text) and not is_about_it(state, heard)
    is_guess = len(heard.text.split()) <= guesses.FEW and heard.meaning.confidence < guesses.SURE
    other = request.other_matter(state, heard)
    is_other = other not in (None, *request.QUESTIONS) and not (asks_more and is_guess)
    return is_sent or is_other or facts.CONTACT in facts.told_by(heard)


def offered_again(state: State, said: Say) -> Decision:
    """To who has read whose it is, and asked for what we do not know."""
    is_enough = said == Say("thanks") or not is_asked(state)
    return Decision(state, (said,) if is_enough else (said, OfferAlso(request.QUESTIONS[0])))


def _told(state: State, heard: Heard) -> dict[str, str]:
    name = {"nombre": each} if (each := names.alone(heard)) else {}
    return facts.told_by(heard, request.category_of(state)) | name
