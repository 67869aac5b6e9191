"""The citizen says that their matter was misunderstood: it is told, and they are asked again."""

import re
from dataclasses import replace

from bot.dialogue.acts import Act, HandOver, Misunderstood, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from handoff.rules import catalogue
from handoff.rules.reasons import Reason

MOST_DENIALS = 2
_CALL = r"^\W*(?:(?:ah|ay|bueno|oiga|pues|perd[oó]n|disculpe)\W+)*"
_CHANGES = re.compile(
    rf"{_CALL}(?:no\W+)?(?:mejor\b|no (?:es|era)\b|me equivoqu\w+|m[aá]s bien\b)", re.IGNORECASE
)
# With words enough that it is no name.
_IT_IS = re.compile(rf"{_CALL}no\W+(?:es|era|se trata|quiero|queria)(?: \w+){{2,}}", re.IGNORECASE)
BEYOND_DOUBT = 0.9  # confidence of what is said in so few words
_DENIES = re.compile(rf"{_CALL}(?:mejor\W+)?no\b", re.IGNORECASE)


def changed_to(heard: Heard, matter: str) -> str | None:
    """The matter told instead: «no, mejor no es beca, es que le falta mesabanco», «no, es
    información pública»."""
    others = catalogue.load().categories.keys() - {matter}
    if _IT_IS.search(heard.text) and not heard.facts:
        is_plain = heard.meaning.confidence >= BEYOND_DOUBT and heard.intent in others
        return heard.intent if is_plain else None
    if not _CHANGES.search(heard.text):
        return None
    told = [each for each in (*heard.parts, heard.meaning) if not _DENIES.search(each.text)]
    sure = (each.intent for each in told if each.confidence >= heard.thresholds.sure)
    return next((each for each in sure if each in others), None)


def noted(state: State, meant: str | None = None) -> tuple[Act, ...]:
    """`meant` if they have said what it is instead. Nothing before anything was understood."""
    return (Misunderstood(state.told_in, meant),) if state.told_in else ()


def ask_again(state: State) -> Decision:
    """What is it, then? Misunderstood twice leads to a person."""
    again = start_again(state)
    if again.denials < MOST_DENIALS:
        words = Say("misunderstood" if state.told_in else "what_is_it")
        return Decision(again, (*noted(state), words))
    waiting = replace(again, denials=0, waits_for_person=True)
    return Decision(waiting, (*noted(state), HandOver(Reason.not_understood, 2)))


def start_again(state: State) -> State:
    """What was told of people and places holds, whatever the matter is."""
    denials = state.denials + 1 if state.told_in else state.denials
    return replace(state.afresh(), facts=state.facts, skipped=state.skipped, denials=denials)
