"""A matter that nothing tells for sure: which it is, is asked; twice leads to a person."""

from dataclasses import replace

from bot.dialogue import procedures, reacting, request, several
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision, said
from bot.dialogue.reading import facts, in_english, settled, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from handoff.rules import catalogue

WORTH_KEEPING = 4  # words from which a message that was not understood is kept for the case


def decide(state: State, heard: Heard) -> Decision:
    """Ask which it is; not understood twice leads to a person."""
    if in_english.is_vague(heard.text):
        return Decision(replace(state, misses=0), (Say("what_is_it"),))
    is_noise = len(heard.text.split()) == 1 and wording.typed_at_random(heard.text)
    likely = several.worth_asking(heard) or several.worth_asking(_together(heard))
    likely = () if is_noise else likely
    asks = {fact for each in likely for fact in catalogue.load().categories[each].asks}
    told = {**state.facts, **settled.with_matter(heard, facts.told_by(heard), asks)}
    words = heard.text if likely or len(heard.text.split()) >= WORTH_KEEPING else ""
    kept = replace(state, facts=told, request=request.joined(state.request, words))
    if plain := of_the_story(heard):
        return taken(replace(kept, told_in=state.told_in or heard.exchange_id), heard, plain)
    if likely and state.misses < request.MOST_MISSES:
        kept = replace(kept, apart=several.besides(heard, likely) or state.apart)
        return begun(kept, heard, likely)
    if met := reacting.decide(state, heard):
        return met
    if in_english.asks(heard.text):
        return request.begin(state, heard, request.QUESTIONS[0])
    return request.not_understood(kept, heard)


def of_the_story(heard: Heard) -> str | None:
    """What was told in pieces, and is plain only with what could not be understood before."""
    if heard.story is None or wording.is_question(heard):
        return None
    together = _together(heard)
    is_plain = together.is_clear and together.is_matter and together.intent not in request.GUIDED
    return together.intent if is_plain else None


def _together(heard: Heard) -> Heard:
    """With what could not be understood before."""
    return replace(heard, meaning=heard.story or heard.meaning)


def begun(state: State, heard: Heard, likely: tuple[str, ...]) -> Decision:
    """What alone is likely is taken, and said, unless it is grave; else it is asked which."""
    which, told_in = several.which(heard, likely), state.told_in or heard.exchange_id
    is_doubtful = which.unlikely or len(likely) > 1 or heard.language(None) == "en"
    if not is_doubtful and likely[0] not in request.GUIDED:
        return taken(replace(state, told_in=told_in), heard, likely[0])
    asked = replace(state, stage=Stage.choosing, options=likely, told_in=told_in)
    return Decision(asked, (which,))


def taken(state: State, heard: Heard, key: str) -> Decision:
    """Begun with what is only likely: it is said which matter that is."""
    begun = request.begin(replace(state, stage=Stage.idle), heard, key)
    return procedures.oriented(begun.state, heard) or said(begun, key)
