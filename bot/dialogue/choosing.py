"""Which of the matters offered: its button, its number, or words that fit one of them best."""

from dataclasses import replace

from bot.dialogue import facts, languages, misunderstanding, request, typed, wording
from bot.dialogue.acts import AskWhich, Say
from bot.dialogue.decision import Decision
from bot.dialogue.heard import Heard
from bot.dialogue.state import Stage, State
from nlu import english

NONE_OF_THESE = (typed.OTHER, typed.OTHER_MATTER, typed.NOT_THAT, typed.NO)


def decide(state: State, heard: Heard) -> Decision | None:
    """None if it answers something else."""
    if not languages.looks_english(heard.text) and not heard.command and _tells_where(heard):
        told = replace(state, facts={**state.facts, **facts.told_by(heard)})
        return Decision(told, (Say("noted"), AskWhich(state.options)))
    if chosen := _chosen(state, heard):
        begun = request.begin(replace(state, stage=Stage.idle), heard, chosen)
        return replace(begun, acts=(*misunderstanding.noted(state, chosen), *begun.acts))
    if heard.command in NONE_OF_THESE:
        acts = (*misunderstanding.noted(state), Say("what_is_it"))
        return Decision(given_up(state), acts)
    if heard.command == typed.SKIP:
        return Decision(given_up(state), (Say("what_is_it"),))
    return None


def _tells_where(heard: Heard) -> bool:
    return bool(heard.text) and wording.is_only_facts(heard)


def given_up(state: State) -> State:
    return replace(state, stage=Stage.idle, options=(), misses=1, told_in=0)


def _chosen(state: State, heard: Heard) -> str | None:
    chosen = heard.chosen("categoria") or _by_number(state, heard)
    if chosen:
        return chosen
    is_only = len(state.options) == 1
    if is_only and (heard.command == typed.YES or _goes_on(state, heard)):
        return state.options[0]
    if state.language == "en" or languages.looks_english(heard.text):
        return next((key for key in english.matters(heard.text) if key in state.options), None)
    ranked = [name for name, _ in heard.meaning.ranking if name in state.options]
    is_told = heard.text and not heard.command and heard.is_understood
    if not (is_told and ranked):
        return None
    is_likeliest = ranked[0] == heard.intent
    return ranked[0] if is_likeliest or ranked[0] not in request.AT_ONCE else None


def _by_number(state: State, heard: Heard) -> str | None:
    said = heard.text.strip(" .")
    is_number = said.isdecimal() and 0 < int(said) <= len(state.options)
    return state.options[int(said) - 1] if is_number else None


def _goes_on(state: State, heard: Heard) -> bool:
    """Who writes English and tells where it is, or more of it, has not said that it is not that."""
    is_other = set(english.matters(heard.text)) - set(state.options)
    is_no = heard.text.lower().startswith("no")
    return languages.looks_english(heard.text) and not (heard.command or is_other or is_no)
