"""What is done at an office: nothing of it is known here, so who attends it is told, and a person
offered; no form is begun before that is wished."""

from dataclasses import replace

from bot.dialogue import asides, guesses, pending, request, whose
from bot.dialogue.acts import HandOver, Say
from bot.dialogue.decision import Decision
from bot.dialogue.directing import Orient, TellOffice
from bot.dialogue.reading import (
    asked,
    facts,
    in_general,
    in_line,
    names,
    of_service,
    only_asks,
    saying,
    ways,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from bot.dialogue.within import OfferAlso
from handoff.rules import jurisdiction
from handoff.rules.reasons import Reason

ASKING = ("address", "free", "hours", "papers", "term")  # moves
_names_person = saying.anywhere(r"\b(?:una persona|alguien|a person|someone|somebody)\b")
CRIMES = (*request.DELICATE, "denuncia_delito", "seguridad")  # for the Fiscalía, too
TOLD_WHOSE = (*request.GUIDED, request.COMPLAINT)
TELLING = ("add", "correction", "detail", "name", "place", "since")


def is_asked(state: State) -> bool:
    """The matter at hand is how something is done there, or that it be done, or what holds for
    everybody."""
    is_wished = state.category in asked.AT_OFFICES and asked.wants_it_done(state.request)
    is_known = state.asks_how or is_wished or asked.is_of_a_procedure(state.request)
    is_of_works = bool(state.category) and "calle" in request.category_of(state).asks
    return is_known or (not is_of_works and in_general.is_asked(state.request))


def oriented(state: State, heard: Heard) -> Decision | None:
    """Who only asks, or wants it done, is told whose it is. Who leaves a telephone wants to be
    answered, and another matter to be registered. None where it is guided, or our own."""
    is_more = state.apart or facts.CONTACT in state.facts or state.category in TOLD_WHOSE
    is_form = state.stage in request.FORM and not whose.is_own(state)
    words = state.request if heard.is_button else heard.text
    if is_more or not is_form or not is_asked(replace(state, request=words)):
        return None
    told = replace(state, stage=Stage.told, asking=None, options=())
    return Decision(told, (orient(told),))


def orient(state: State, *, refused: bool = False) -> Orient:
    named = pending.taker(state)
    place = state.facts.get("municipio")
    return Orient(state.category or "", place, refused, is_asked(state), named)


def is_about_it(state: State, heard: Heard) -> bool:
    """«¿A fuerza tengo que ir yo?», «¿se puede en línea?»: of what is done there, not of us."""
    is_one = state.category in asked.AT_OFFICES or is_asked(state)
    return is_one and asked.is_done_there(heard.text) and not heard.command


def answered(state: State, heard: Heard) -> Decision | None:
    """More of the same, of who was told whose it is: noted, and a person offered once more. None if
    it is another matter, or talk."""
    if state.stage in request.FORM:
        return _meanwhile(state, heard)
    if state.stage is not Stage.told or heard.command or not is_asked(state):
        return None
    if asked.where(heard):
        return _where(state, heard)
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


def _where(state: State, heard: Heard) -> Decision:
    """«A person is fine, but where is the office?» gets both."""
    category = request.category_of(state)
    key = pending.taker(state) or jurisdiction.taken_by(category)[0]
    is_called = heard.intent == "hablar_con_persona" or _names_person(heard.text)
    is_called = is_called and not in_line.wants_nobody(heard.text)
    told = TellOffice(key, state.facts.get("municipio"), "place", alone=is_called)
    if not is_called:
        return asides.put(state, told, f"place:{key}")
    waiting = replace(state, waits_for_person=True)
    return Decision(waiting, (told, HandOver(Reason.asked, category.priority)))


def _meanwhile(state: State, heard: Heard) -> Decision | None:
    """Asked in the middle of a form: who says nothing else of what is done at an office wants no
    form; the question goes with anything else."""
    if of_service.asked(heard.text) == "to_denounce":
        return _to_denounce(state, heard)
    is_told = heard.facts and state.stage is Stage.collecting  # see `asked_too`
    if heard.command or is_told or not asked.how(heard):
        return None
    if is_asked(state) or state.category not in asked.AT_OFFICES or asked.is_wrong(state.request):
        return asides.noted_question(state, heard)
    left = replace(request.noting(state, heard), stage=Stage.told, asking=None, options=())
    left = replace(left, asks_how=True)
    return Decision(left, (orient(left),))


def _to_denounce(state: State, heard: Heard) -> Decision:
    """Whether it takes a report to the police: for who attends it to say, unless it is a crime."""
    if state.category in CRIMES:
        return asides.put(state, asides.explained(state, heard, "denounced"), "denounced")
    told = asides.put(state, Say("to_denounce"), "to_denounce")
    return replace(told, acts=(told.acts[0], pending.whose(state), *told.acts[1:]))


def _asks_more(state: State, heard: Heard) -> bool:
    """Or says once more that it is only to know, or that nobody answered them."""
    is_asked_so = heard.move in ASKING or wording.is_question(heard) or is_about_it(state, heard)
    is_said = only_asks.to_know(heard.text) is not None or ways.has_tried(heard.text)
    return is_asked_so or is_said or asked.how(heard)


def _is_else(state: State, heard: Heard, *, asks_more: bool) -> bool:
    """It is to be sent, or another matter, or has gone wrong where it was only asked what holds; of
    a short question that is hardly known."""
    is_told = in_general.is_asked(state.request) and asked.is_wrong(heard.text)
    if is_told and heard.is_sure and heard.intent == state.category and not asks_more:
        return True
    is_sent = ways.wants_it_sent(heard.text) and not is_about_it(state, heard)
    is_unsure = heard.meaning.confidence < guesses.SURE or heard.intent == "info_publica"
    is_guess = len(heard.text.split()) <= guesses.FEW and is_unsure
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
