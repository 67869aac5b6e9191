"""What else a message may be about, where its words exclude what it looks like."""

import re
from collections.abc import Collection
from dataclasses import replace

from bot.dialogue import (
    calm,
    contrasts,
    figures,
    harm,
    heat,
    household,
    instead,
    misheard,
    missing,
    request,
    resembled,
    several,
)
from bot.dialogue.reading import (
    adverts,
    background,
    bearers,
    chances,
    discretion,
    elsewhere,
    irony,
    naming,
    saying,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from handoff.rules import catalogue
from nlu.interpretation import Move

SURELY_SO = 0.9  # whatever was said before
NOTHING = ((resembled.ASTRAY, 0.0),)
# «¿Y si nos asaltan un día quién responde?» has not happened.
_WHAT_IF = re.compile(
    r"(?:(?:y|pero|oiga|o|entonces|luego|bueno|que (?:pasa|pasaria)) )*si (?:un dia |luego )?"
    r"(?:me|nos|l[oae]s?|se|alguien|hay|pasa)\b"
    r"(?=.*\b(?:quien|que (?:hago|hacemos|pasa)|como|a donde|mientras)\b)"
)
# Words of who somebody is: in more of them there may be harm.
OF_WHO = {missing.KEY: 8, "ninez": 5}
_FOUND_SO = re.compile(
    r"\b(?:fosa|semefo|morgue|hospital|detenid[oa]|pres[oa]|mal|grave|ya no|embaraz\w+)\b"
)
OF_CHILDREN = "ninez"
MIND = "salud_mental"
_OWN = re.compile(r"\b(?:yo|me|mi|mis|nos|conmigo|quiero|puedo|menor(?:es)?)\b")


def as_it_is(state: State, heard: Heard) -> Heard:
    """Without what is denied; without any matter in a name that sounds like danger, or in who lives
    next door, or in words that tell nothing; without a grave one in a figure of speech, or in what
    is over, which is no good-bye either; a delicate one in a worry about what they have told, or in
    who is who; praise in few words that praise nothing.
    Who is dead abroad is asked about, and so is what the words exclude."""
    heard = _without_praise(state, contrasts.as_it_is(resembled.as_it_is(state, heard)))
    heard = instead.in_parts(_without_denied(state, heard))
    if heard.meaning.urgent.value and misheard.is_named(state, heard):
        return instead.ranked(heard, ((heard.intent, 0.0),))
    if figures.is_all(heard.text):
        return resembled.without(heard, several.GRAVE)
    if _does_something_else(state, heard) or _is_of_others(state, heard):
        return resembled.without(heard, several.DELICATE)
    if heard.is_matter and naming.is_piece(heard.text):  # nor does it do anything
        nothing = instead.ranked(heard, NOTHING)
        return replace(nothing, meaning=replace(nothing.meaning, move=Move("", 0.0)))
    if _is_none(state, heard):
        return instead.ranked(heard, NOTHING)
    if (meant := instead.as_meant(heard)) is not heard:
        return meant
    if _is_of_no_child(heard):
        return resembled.without(heard, (OF_CHILDREN,))
    if worries := _worries(state, heard):
        return instead.hinted(resembled.without(heard, worries))
    if calm.is_settled(state, heard.text):
        return resembled.without(
            heard, (*several.GRAVE, "hablar_con_persona", "despedida", "cancelar")
        )
    return heard


def _is_none(state: State, heard: Heard) -> bool:
    """«¿Y si nos asaltan?» beside another matter; who lives in the house; «mi papá», and
    nothing else yet; «me lo mandó una amiga»."""
    asks_if = "?" in heard.text and _WHAT_IF.match(saying.bare(heard.text))
    is_household = heard.intent in several.DELICATE and household.is_told(heard.text)
    is_none = is_household or bool(bearers.whose(heard.text))
    is_none = is_none or adverts.is_passed_on(heard.text) or _is_of_it(state, heard)
    return bool((state.is_busy or state.lately) and asks_if) or is_none


def _is_of_it(state: State, heard: Heard) -> bool:
    """«El de matemáticas», «me sale error 500», where a matter is being told: it is of that one."""
    is_begun = state.stage is Stage.idle and state.misses and state.request
    is_told = is_begun or state.stage in (*request.FORM, Stage.choosing)
    return bool(is_told) and heard.intent == resembled.ASTRAY and not wording.is_question(heard)


def _is_of_others(state: State, heard: Heard) -> bool:
    text = heard.text
    is_place = elsewhere.is_only_same(text) or heat.is_of_place(text)  # «en el mismo lugar»
    return is_place or _is_who(heard) or _is_of_animal(state, text) or _is_lacking(state, text)


def _is_of_no_child(heard: Heard) -> bool:
    """No child is named, nor any harm, and it may well be another matter; or one is, and nothing
    but another matter is told: «no hay agua y tengo niños chiquitos»."""
    if heard.intent != OF_CHILDREN or harm.is_suffered(heard.text):
        return False
    _, chance = heard.meaning.ranking[1] if len(heard.meaning.ranking) > 1 else ("", 0.0)
    ours = catalogue.load().categories.keys() - {*several.GRAVE}
    sure = (each for each in heard.parts if each.confidence >= several.APART_FROM)
    is_guess = chance >= several.HINTED and not harm.tells_of_child(heard.text)
    return is_guess or any(each.intent in ours for each in sure)


def _does_something_else(state: State, heard: Heard) -> bool:
    """«Ahorita lo busco», «ya se la llevaron», of what was told before; «Fabiola Trujillo»."""
    is_told = heard.intent in several.DELICATE and not harm.is_suffered(heard.text)
    if not is_told or state.category in several.DELICATE:
        return False
    is_of_it = state.lately is not None or state.is_at_work
    is_solved = heard.move == "solved" and heard.is_no_matter
    is_solved = is_solved and state.lately_about not in several.DELICATE
    is_name = wording.WHOLE_NAME.fullmatch(heard.text.strip(" .")) is not None
    return is_name or (is_of_it and (heard.tells_no_harm or is_solved))


def _without_praise(state: State, heard: Heard) -> Heard:
    """Where something is asked, or it is not sure, or beside a matter."""
    meaning, parts = heard.meaning, heard.parts
    is_doubtful = state.stage is not Stage.idle or meaning.confidence < SURELY_SO
    if is_doubtful and irony.only_resembles(heard.text):
        meaning = chances.without(meaning, (irony.PRAISE,))
    if meaning.intent != irony.PRAISE:
        praise = (irony.PRAISE,)
        parts = tuple(x if irony.praises(x.text) else chances.without(x, praise) for x in parts)
    return replace(heard, meaning=meaning, parts=parts)


def _without_denied(state: State, heard: Heard) -> Heard:
    """What they say it is not; or have just said, unless hardly anything else is likely."""
    is_other = heard.is_matter and heard.intent != state.category
    if is_other and contrasts.denies(heard.intent, heard.text):
        return resembled.without(heard, (heard.intent,))
    denied = state.denied
    is_kept = state.category or denied in several.GRAVE
    if denied is None or is_kept or heard.meaning.confidence >= SURELY_SO:
        return heard
    return resembled.without(heard, (denied,))


def _worries(state: State, heard: Heard) -> Collection[str]:
    """What is none in a worry: «ando muy angustiada», of the matter told before, or with it."""
    ours = catalogue.load().categories.keys() - {*several.DELICATE}
    is_of_it = (state.category if state.is_at_work else state.lately_about) in ours
    doubts = state.is_at_work and is_of_it and misheard.doubts_help(heard.text)
    if doubts or misheard.is_worry(heard.text):
        return several.DELICATE
    if heard.meaning.urgent.value or not misheard.is_only_worried(heard.text):
        return ()
    parts = ((each.intent, each.confidence) for each in heard.parts)
    here = {name for name, chance in (*heard.meaning.ranking, *parts) if chance >= several.LIKELY}
    return (MIND,) if is_of_it or state.options or ours & here else ()


def _is_who(heard: Heard) -> bool:
    """«Mi esposo está desempleado», «mi hija tiene 8 años», «es el carro de mi esposo»."""
    if heard.intent in several.DELICATE and background.is_of_whom(heard.text):
        return True
    is_short = len(heard.text.split()) <= OF_WHO.get(heard.intent, 0)
    is_harmed = harm.is_suffered(heard.text) or _FOUND_SO.search(saying.bare(heard.text))
    return is_short and not is_harmed and background.is_all(heard.text)


def _is_of_animal(state: State, text: str) -> bool:
    """«Le pegan con un palo», of the dog that was told."""
    words = saying.bare(text)
    is_of_it = state.is_at_work and state.category == "maltrato_animal"
    return is_of_it and not (calm.PERSON.search(words) or _OWN.search(words))


def _is_lacking(state: State, text: str) -> bool:
    """Of what was told, where that is no harm to anybody; nor is it to be afraid of having told."""
    matter = state.category if state.is_at_work else state.lately_about
    is_said = household.lacks(text) or discretion.takes_back(text)
    return is_said and matter not in (None, *several.DELICATE)
