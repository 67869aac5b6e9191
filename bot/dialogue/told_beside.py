"""A matter that a message tells besides the one at hand, sure enough to note it."""

from bot.dialogue import harm
from bot.dialogue.reading import (
    background,
    excluded,
    of_its_own,
    saying,
    streets,
    treatment,
    whereabouts,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.several import APART_FROM, DELICATE, DOUBTED, GRAVE, QUESTIONS
from bot.dialogue.state import State
from nlu import english

# Rights over one's own data: they hold for those who do not accept the notice.
RIGHTS = ("arco",)
TOLD = 0.9  # confidence of a move; below it «por una beca» is of the data that are corrected
FEWEST = 3  # words of it
OF_ROADS = "caminos"


def other_matter(state: State, heard: Heard) -> str | None:
    """The category that a message is surely about, if it is not the one at hand."""
    at_hand = (state.category, *QUESTIONS) if state.category else ()
    is_other = heard.intent not in at_hand and heard.is_matter
    is_placed = heard.move == "place" and is_before_place(heard)
    is_kept = is_placed or (heard.intent in GRAVE and not wording.is_question(heard))
    least = of_its_own.EVEN if state.category else of_its_own.HARDLY
    is_none = of_its_own.chance(heard) < least and not is_kept
    is_of_them = "beneficiario" in state.facts and background.is_of_them(heard.text)
    is_of_data = state.category in RIGHTS and heard.meaning.move.confidence < TOLD
    is_more = treatment.is_more(state.category, heard.text)
    is_more = is_more or treatment.is_of_care(state.category, heard)
    if is_none or is_of_them or is_of_data or is_more:
        return None
    if heard.language(state.language) == "en" and heard.intent not in english.matters(heard.text):
        return None  # the engine has learnt Spanish
    is_so = heard.meaning.confidence >= DOUBTED or harm.is_suffered(heard.text)
    is_fear = wording.is_question(heard) or harm.tells_who(heard)  # «¿va a saber que fui yo?»
    if heard.intent in DELICATE and (is_fear or not is_so):  # «soy papá de un alumno»
        return None
    return heard.intent if is_other and is_one(heard) else None


def is_one(heard: Heard) -> bool:
    """Sure enough for a matter besides the one at hand; what goes on with that is none. A delicate
    one is rather heard once too often."""
    is_done = heard.intent in DELICATE and harm.is_done(heard.text)  # «le pegan»
    if not heard.is_sure or (len(heard.text.split()) < FEWEST and not is_done):
        return False
    if wording.is_only_facts(heard) or _is_called(heard) or _is_complement(heard.text):
        return False
    if not excluded.is_own(heard.intent, heard.text):
        return False
    if heard.intent == "ninez" and not (
        harm.is_suffered(heard.text) or harm.tells_of_child(heard.text)
    ):
        return False
    if heard.intent in DELICATE or background.adds(heard.text):
        return True
    is_more = background.goes_on(heard.text) or background.is_all(heard.text)
    return heard.meaning.confidence >= APART_FROM and not is_more


def is_before_place(heard: Heard) -> bool:
    """«No sirve el alumbrado en la Sahuaro» tells what it is; «está en la Sahuaro» only where."""
    before = heard.text[: min((each.start for each in heard.facts), default=0)]
    return wording.is_sentence(before) and not whereabouts.begins_with_where(before)


_is_complement = saying.only(
    r"(?:es |era )?(?:del?|en|por|para|pa|con|al?)(?: (?!(?:no|tampoco|tambien)\b)\w+){1,3}"
)


def _is_called(heard: Heard) -> bool:
    """«El nombre lleva Ramírez también»; «km 3 del camino», of a place."""
    if heard.intent in GRAVE:
        return False
    is_road = heard.intent == OF_ROADS and streets.is_out_of_town(heard.text)
    is_place = is_road and not wording.is_sentence(heard.text)
    return is_place or (heard.intent == OF_ROADS and streets.is_only_road(heard.text))
