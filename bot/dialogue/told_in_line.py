"""What is told in the line for a person, kept for who wants a folio of it after all."""

import re
from dataclasses import replace

from bot.dialogue import collecting, company, pending, request, several
from bot.dialogue.acts import AskWhich, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import continuing, facts, in_line, names, omissions, saying, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State

LEAST = 4  # words that tell a matter
MOST_OF_A_WISH = 7  # words of «apunten lo del terreno con un folio»
_REGISTERS = re.compile(r"(?<!\bno )(?<!\bme )\bregistr(?:e|en|ar)(?:me|nos)?\b")
TELLING = ("matter", "detail", "since")  # moves


def in_danger(state: State, heard: Heard) -> Decision:
    """Somebody is beside them; after an alarm that was none, «Sahuaro» answers the first question
    of the form."""
    left = company.decide(state, heard)
    is_answer = state.doubtful and heard.move == "place" and left.state.asking in facts.PLACES
    is_led = left.state.stage is Stage.collecting and not left.state.waits_for_person
    is_answer = is_answer or (heard.withholds and is_led)
    if not is_answer or facts.told_by(heard):
        return left
    told = collecting.collect(left.state, heard)
    return replace(told, acts=(*left.acts[:-1], *told.acts))


def kept(state: State, heard: Heard) -> State:
    """The words, and what they may be about."""
    likely = several.worth_asking(heard)
    if not likely and heard.move not in TELLING:
        return state
    known = {**state.facts, **_facts(heard)}
    return replace(request.noting(state, heard), facts=known, options=likely or state.options)


def more(state: State, heard: Heard) -> State:
    known = {**state.facts, **_facts(heard)}
    is_more = len(heard.text.split()) >= LEAST and not wording.is_question(heard)
    return replace(request.noting(state, heard) if is_more else state, facts=known)


def _facts(heard: Heard) -> dict[str, str]:
    """«…, Nogales, Luis Arce 631 200 4040»: who leaves a telephone says whose it is."""
    name = names.with_phone(heard)
    return ({"nombre": name} if name else {}) | facts.told_by(heard)


def is_where(heard: Heard) -> bool:
    """«Ahí por el parque»: where it is, and no matter of its own."""
    is_place = heard.move == "place" or wording.says_where(heard.text)
    return is_place and not wording.is_sentence(heard.text)


def is_wished(state: State, heard: Heard) -> bool:
    """A folio, or to be registered: «mejor regístreme: mi hijo no tiene lugar en el kínder»,
    however little is understood of that."""
    is_said = "?" not in heard.text and _REGISTERS.search(saying.bare(heard.text))
    is_told = bool(state.options or several.worth_asking(heard))
    return in_line.wants_folio(heard.text) or bool(is_said and is_told)


def met(state: State, heard: Heard) -> str | None:
    """What is said to who asks what to do or of a folio, or would rather have no name there."""
    is_of_case = heard.means("seguimiento") and continuing.names_case(heard.text)
    if is_of_case and not (state.lately or heard.has_folio):
        return "look_up_here"
    is_unnamed = heard.withholds and omissions.is_of_oneself(heard.text)
    return "as_it_is" if is_unnamed else "in_line_next" if in_line.asks_how(heard.text) else None


def registered(here: State, heard: Heard) -> Decision:
    """Of what was told in the line, however little was understood: what it is about is asked."""
    if here.is_at_work:
        return Decision(here, pending.question(here))
    told = replace(more(here, heard), options=())
    tells = len(heard.text.split()) > MOST_OF_A_WISH
    likely = several.worth_asking(heard) if tells else here.options
    if request.QUESTIONS[0] in likely:  # a person answers it, with a folio all the same
        return request.begin_apart(replace(told, apart=request.QUESTIONS))
    if not likely:
        return Decision(told, (Say("what_is_it"),))
    asked = replace(told, stage=Stage.choosing, options=likely, told_in=heard.exchange_id)
    return Decision(asked, (AskWhich(likely),))
