"""Who only wanted to know, or has what they asked for: let go at once, and asked nothing."""

from dataclasses import replace

from bot.dialogue import (
    anytime,
    asides,
    despair,
    harm,
    pending,
    pleas,
    procedures,
    referring,
    request,
    unregistered,
)
from bot.dialogue.acts import Guide, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import asked, in_line, learnt, only_asks, privacy, saying, ways
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, Stage, State

_IS_NONE = saying.anywhere(
    r"\bno (?:es|quiero|quisiera|vengo a|voy a) (?:(?:una?|poner|hacer|ninguna) )*"
    r"(?:denunci|quej|report|reclam)\w*"
)
_OPEN = (*request.FORM, Stage.way)


def decide(state: State, heard: Heard) -> Decision | None:
    """None if they may want it registered, or ask about us."""
    if in_line.says_only_nobody(heard.text):
        kept = replace(state, asides=state.asides + 1)
        return Decision(kept, (Say("nobody"), *pending.shortly(state)))
    if state.stage in request.FORM and privacy.asks_if_needed(heard.text):
        obliged = asides.explained(state, heard, "obliged")
        return asides.put(state, obliged, "obliged")
    return _let_go(state, heard)


def _let_go(state: State, heard: Heard) -> Decision | None:
    is_over = only_asks.is_all(heard.text)
    is_closed = state.stage is Stage.idle and not despair.is_weary(heard.text)
    if is_over and (is_closed or state.stage is Stage.told):
        return Decision(state.afresh(), (Say("thanks"),))
    is_open = state.stage in (*_OPEN, Stage.told) and state.category
    if not is_open or heard.command or state.category in request.RIGHTS:
        return None
    if state.category == harm.THREATENED and pleas.topic(heard.text) == "where":
        return asides.put(state, Guide(harm.THREATENED), "where")  # it names the line
    is_question = procedures.is_asked(state) or asked.is_only_whose(state.request)
    if is_question and is_over:
        return unregistered.let_go(state, heard)
    if only_asks.wants_no_register(heard.text):
        return unregistered.let_go(state, heard)
    if state.stage in _OPEN and only_asks.refuses(heard.text):
        return anytime.cancel(state, heard)
    what = None if state.stage is Stage.told else only_asks.to_know(heard.text)
    if what is None:
        return None
    # «Nomás quiero saber cuánto tardan en contestarme» ends nothing.
    is_there = procedures.is_about_it(state, heard) or asked.how(heard)
    is_no_report = _IS_NONE(heard.text)  # «no es denuncia, nomás quiero saber si me los regresan»
    if not what or is_there or is_no_report or asked.is_only_whose(what) or asked.about(what):
        return unregistered.let_go(state, heard)
    is_of_form = state.stage in request.FORM and learnt.alone(heard) is None
    return asides.noted_question(state, heard) if is_of_form else None


def thanked(state: State, heard: Heard) -> Decision | None:
    """Who only asked whose it is, or how it is done, and answered nothing since, may have all that
    they wanted: it is registered if they wish, or go on. Who will call needs the number."""
    if state.stage is Stage.way and ways.will_call(heard.text):
        return referring.tell(state)
    if heard.intent != "gracias" or state.stage not in _OPEN:
        return None
    said = saying.bare(state.request)
    told = (value for fact, value in state.facts.items() if fact not in PERSONAL)
    is_answered = state.skipped or any(saying.bare(each) not in said for each in told)
    if is_answered or not asked.is_only_whose(state.request):
        return None
    return Decision(state, (Say("if_wished"),))
