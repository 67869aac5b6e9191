"""What words only resemble, and is left out of what they may mean."""

import re
from collections.abc import Collection
from dataclasses import replace

from bot.dialogue import several
from bot.dialogue.reading import chances, saying, treatment, wishes
from bot.dialogue.reading.heard import BEYOND_DOUBT, Heard
from handoff.rules import catalogue
from nlu import gazetteer
from nlu.interpretation import Move

ASTRAY = "fuera_de_ambito"
OF_WORKS = ("agua_potable", "alumbrado", "bacheo", "basura_parques", "caminos", "drenaje")
RESEMBLED = ("arco", "cancelar", "despedida", "hablar_con_persona", "negar")
_LIVES_HERE = re.compile(
    r"\b(?:viv(?:o|imos)|radic(?:o|amos)|resido|soy|somos) (?:aqui )?(?:en|de)\b"
)


def as_it_is(heard: Heard) -> Heard:
    """A wish for what was told asks for no person; a street named after another State is here; what
    nobody resolves of a work is of that."""
    return _of_new(_in_its_street(_of_it(heard)))


def without(heard: Heard, keys: Collection[str]) -> Heard:
    parts = tuple(chances.without(each, keys) for each in heard.parts)
    return replace(heard, meaning=chances.without(heard.meaning, keys), parts=parts)


def _of_it(heard: Heard) -> Heard:
    """«Quiero que me la quiten» is more of what was told, whatever it resembles."""
    if heard.command or not wishes.is_of_it(heard.text):
        return heard
    meaning = replace(heard.meaning, move=Move("add", 1.0))
    return without(replace(heard, meaning=meaning), RESEMBLED)


def _of_new(heard: Heard) -> Heard:
    """«¿Para cuándo abren el refugio?» is of no folio, «nadie resuelve del drenaje» of a work."""
    other, chance = (*heard.meaning.ranking, ("", 0.0), ("", 0.0))[1]
    if heard.intent == treatment.BADLY:
        is_new = other in OF_WORKS and chance >= several.HINTED
    else:
        is_told = heard.move == "matter" and heard.meaning.move.confidence >= BEYOND_DOUBT
        is_new = heard.intent == "seguimiento" and is_told and not heard.has_folio
    return without(heard, (heard.intent,)) if is_new else heard


def _in_its_street(heard: Heard) -> Heard:
    is_here = _is_in_street_of_a_state(heard) or _lives_here(heard)
    return without(heard, (ASTRAY,)) if heard.intent == ASTRAY and is_here else heard


def _is_in_street_of_a_state(heard: Heard) -> bool:
    """«En Jalisco y Guerrero, en Ciudad Obregón», «la colonia Jalisco de Nogales»."""
    place = heard.meaning.place
    named = " ".join(each for each in (place.street, place.colonia) if each)
    is_here = place.municipality or (place.street and place.colonia)
    return bool(is_here) and gazetteer.names_a_state(named)


def _lives_here(heard: Heard) -> bool:
    """«Un carro que compré en Mexicali, vivo en SLRC»: another State is in it, and a matter too."""
    chances = {name: chance for name, chance in heard.meaning.ranking if chance >= several.LIKELY}
    is_matter = bool(chances.keys() & catalogue.load().categories.keys())
    is_here = heard.entity("municipio") and _LIVES_HERE.search(saying.bare(heard.text))
    return bool(is_here) and is_matter and gazetteer.names_a_state(heard.text)
