"""A grave matter in few words that nothing bears out is never opened: at most it is asked about. So
is one that the citizen says there is none of."""

from dataclasses import replace

from bot.dialogue import disowned, harm, missing, resembled
from bot.dialogue.acts import Say
from bot.dialogue.after import Add
from bot.dialogue.decision import Decision
from bot.dialogue.reading import chances, languages, treatment, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.several import DELICATE, GRAVE
from bot.dialogue.state import AT_EASE, State

FEW = 5  # words
FEW_IN_PIECES = 12  # «mi hija tiene», «promedio de 9»: the rest is to come
SURE = 0.9  # confidence from which they are believed


def as_it_is(state: State, heard: Heard) -> Heard:
    """Without the grave matter that is only guessed, or told not to be; one that is likelier than
    not is asked about, unless the words do something else."""
    if heard.intent not in GRAVE or heard.command or state.danger:
        return heard
    if disowned.is_none(heard.text):
        return resembled.without(heard, DELICATE)
    if _asks_of_them(state, heard):
        return resembled.without(heard, GRAVE)
    if not _is_guess(state, heard):
        return heard
    does_other = heard.move not in ("", "matter")
    if does_other or heard.meaning.confidence < chances.GUESS:
        return resembled.without(heard, GRAVE)
    rest = (each for each in heard.meaning.ranking if each[0] != heard.intent)
    ranking = ((heard.intent, chances.GUESS), *rest)
    meaning = replace(heard.meaning, confidence=chances.GUESS, ranking=ranking)
    return replace(heard, meaning=meaning, parts=())


def _asks_of_them(state: State, heard: Heard) -> bool:
    """«¿A qué hora encuentro al director?», of who has a folio, accuses nobody."""
    is_accused = treatment.tells_badly(heard.text) or treatment.is_for_gain(heard.text)
    is_asked = wording.is_question(heard) or heard.move in ("address", "call", "hours")
    is_asked = is_asked and heard.move not in ("matter", "since") and not is_accused
    return state.lately is not None and heard.intent == treatment.FOR_GAIN and is_asked


def is_of_few_words(heard: Heard, few: int = FEW) -> bool:
    """Too few to be believed, as nothing in them bears it out."""
    if languages.looks_english(heard.text) or heard.meaning.confidence >= SURE:
        return False
    is_borne_out = heard.intent in DELICATE and harm.is_suffered(heard.text)
    return len(heard.text.split()) <= few and not is_borne_out


def _is_guess(state: State, heard: Heard) -> bool:
    if state.stage not in AT_EASE or state.waits_for_person:
        return False
    is_of_nobody = heard.intent == missing.KEY and missing.names_nobody(heard.text)
    return is_of_nobody or is_of_few_words(heard, FEW_IN_PIECES if state.holds else FEW)


def taken_back(state: State, heard: Heard) -> Decision | None:
    """It was opened all the same: it is noted on that folio, where a person sees it, and the talk
    goes on."""
    is_open = state.waits_for_person and state.lately and state.lately_about in GRAVE
    if not is_open or state.danger or not disowned.is_none(heard.text):
        return None
    free = replace(state, waits_for_person=False)
    return Decision(free, (Say("misread"), Add(state.lately or "", heard.text)))
