"""Who asks for a moment, looks for a paper, or is back: the same question stands."""

import re
from dataclasses import replace

from bot.dialogue import missing, pending
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import in_line, pausing, saying
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State

# What was told to be lost: «ya la encontré» is of that.
_LOST = re.compile(r"\b(?:perd|extravi|rob|desapar|encuentr|hall|escap|lost|stole|missing)")


def decide(state: State, heard: Heard) -> Decision | None:
    """Without a folio, what was registered is told again."""
    if state.stage in (Stage.folio, Stage.key) and pausing.wants_it_again(heard.text):
        return Decision(state.afresh(), (Say("what_is_it"),))
    if in_line.asks_place(heard.text):
        return Decision(state, (Say("not_in_line"), *pending.question(state)))
    is_looking = pausing.asks_to_wait(heard.text) or _looks_for_it(heard)
    if state.stage is Stage.idle and (is_looking or _waits(heard)):
        return Decision(replace(state, misses=0), (Say("take_your_time"),))
    if not state.is_at_work:
        return None
    if is_looking:
        return Decision(state, (Say("no_hurry"),))
    if pausing.asks_again(heard.text):
        return Decision(state, pending.question(state))
    has_ended = pausing.ends(heard.text)
    if has_ended and state.stage in (Stage.confirming, Stage.correcting):
        shown = replace(state, stage=Stage.confirming, misses=0)
        return Decision(shown, pending.shortly(shown))
    has_ended = has_ended and state.stage is Stage.collecting
    goes_on = pausing.goes_on(heard.text) or is_found(state, heard.text)
    if has_ended or goes_on or heard.keeps:
        return Decision(state, (Say("we_were_here"), *pending.question(state)))
    return Decision(state, (Say("no_hurry"), *pending.shortly(state))) if _waits(heard) else None


def is_found(state: State, text: str) -> bool:
    """«Ya lo encontré», of the bill, where nothing was told to be lost."""
    return pausing.has_found(text) and not _LOST.search(saying.bare(state.request))


def _waits(heard: Heard) -> bool:
    """In words that no rule knows; «sigo esperando» asks for no moment."""
    is_plain = heard.move == "wait" and heard.is_no_matter and not in_line.asks_wait(heard.text)
    return is_plain and not (heard.facts or "?" in heard.text)


def _looks_for_it(heard: Heard) -> bool:
    """«No encuentro mi credencial» tells no matter yet."""
    is_matter = heard.is_clear and heard.is_matter and heard.intent != "info_tramite"
    return missing.is_thing_looked_for(heard.text) and not (is_matter or heard.facts)
