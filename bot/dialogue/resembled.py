"""What words only resemble, and is left out of what they may mean."""

import re
from collections.abc import Collection
from dataclasses import replace

from bot.dialogue import instead, several
from bot.dialogue.reading import (
    agencies,
    called,
    chances,
    excluded,
    irony,
    saying,
    treatment,
    wishes,
)
from bot.dialogue.reading.heard import BEYOND_DOUBT, Heard
from bot.dialogue.state import State
from handoff.rules import catalogue
from nlu import gazetteer
from nlu.interpretation import Move

ASTRAY = "fuera_de_ambito"
OF_WORKS = ("agua_potable", "alumbrado", "bacheo", "basura_parques", "caminos", "drenaje")
WATER_BILL = "agua_cobro"
_OF_WATER = re.compile(r"\b(?:agua|tomas?\b|medidor|oomapas|drenaje|water)", re.IGNORECASE)
RESEMBLED = ("arco", "cancelar", "despedida", "hablar_con_persona", "negar")
_LIVES_HERE = re.compile(
    r"\b(?:viv(?:o|imos)|radic(?:o|amos)|resido|soy|somos) (?:aqui )?(?:en|de)\b"
)


def as_it_is(state: State, heard: Heard) -> Heard:
    """A wish for what was told asks for no person; a street named after another State is here; what
    nobody resolves of a work is of that, and what is charged of what is told; whose that is, tells
    no other matter."""
    known = catalogue.load().categories.get(state.category or "")
    if known and agencies.is_only_named(heard.text) and agencies.taker(known, heard.text):
        return instead.ranked(heard, ((ASTRAY, 0.0),))
    return _of_no_water(state, _of_new(_in_its_street(_of_it(heard))))


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
    """«¿Para cuándo abren el refugio?» is of no folio, «nadie resuelve del drenaje» of a work, nor
    is «nadie me da respuesta, espero mi silla de ruedas» of this desk."""
    other, chance = (*heard.meaning.ranking, ("", 0.0), ("", 0.0))[1]
    if heard.intent == treatment.BADLY:
        is_new = other in OF_WORKS and chance >= several.HINTED
        is_told = chance >= several.ALSO_FROM or other in called.among(heard.text, (other,))
        is_told = is_told and other in catalogue.load().categories and other != irony.PRAISE
        is_meant = excluded.is_own(heard.intent, heard.text) or excluded.instead(
            heard.intent, heard.text
        )
        is_new = is_new or (is_told and not is_meant)
    else:
        is_told = heard.move == "matter" and heard.meaning.move.confidence >= BEYOND_DOUBT
        is_new = heard.intent == "seguimiento" and is_told and not heard.has_folio
    return without(heard, (heard.intent,)) if is_new else heard


def _of_no_water(state: State, heard: Heard) -> Heard:
    """«Y me cobran de más», of the number plates that are told."""
    sure = (each.intent for each in heard.parts if each.confidence >= several.APART_FROM)
    told = {state.category, *sure} & catalogue.load().categories.keys()
    is_else = bool(told - {WATER_BILL}) and not _OF_WATER.search(heard.text)
    return without(heard, (WATER_BILL,)) if is_else and not told & {*OF_WORKS} else heard


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
