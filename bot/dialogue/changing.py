"""What somebody changes who has read the summary."""

import re

from bot.dialogue import for_another, request
from bot.dialogue.reading import (
    anew,
    corners,
    facts,
    irony,
    labels,
    landmarks,
    marked,
    names,
    replaced,
    saying,
    settled,
    streets,
    whereabouts,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from nlu import gazetteer
from nlu import text as spelling

BESIDE = ("codigo_postal", "folio", "municipio")  # facts that the rules of words find, too
WORTH_ADDING = 3  # words from which a message is more of the story

_OWN = saying.anywhere(
    r"\b(?:me llamo|soy|mi nombre|mi apellido|a nombre de|de parte de|firma|atentamente|i am|i m"
    r"|my (?:last )?name)\b"
)


def told(state: State, heard: Heard) -> dict[str, str]:
    """The facts that hold otherwise now, or were not known; none if it changes nothing."""
    changed = _told(state, heard)
    asks = request.category_of(state).asks
    changed = whereabouts.without_beside(changed, state.facts, asks, heard.text)
    changed = {
        each: told
        for each, told in changed.items()
        if not (each in ("calle", "colonia") and streets.cannot_be(told))
        and not (each == "institucion" and anew.is_denied(heard.text, told))
    }
    if town := _town_instead(state, heard, changed):
        no_colonia = {"colonia": ""} if _is_denied(state, heard, "colonia") else {}
        changed = {name: told for name, told in changed.items() if name != "colonia"}
        changed |= {"municipio": town, **no_colonia}
    colonia = changed.get("colonia", "")
    is_asked = "colonia" in (*asks, *state.facts)
    is_of_matter = heard.is_sure and heard.intent == state.category
    if colonia and not is_asked and (is_of_matter or not settled.is_led_to(heard, colonia)):
        del changed["colonia"]  # «es para la Benito Juárez», which is a scholarship
    changed |= for_another.introduced(state, heard)
    is_of_another = state.category == irony.PRAISE and _is_praised(state, heard, changed)
    return {each: told for each, told in changed.items() if each != "nombre" or not is_of_another}


def _town_instead(state: State, heard: Heard, changed: dict[str, str]) -> str | None:
    """«Es Empalme, no Guaymas», «no es San Carlos, es Empalme»: a name that could be a colonia's,
    where a town is denied, or a colonia."""
    if not any(_is_denied(state, heard, each) for each in ("municipio", "colonia")):
        return None
    said = spelling.fold(changed.get("colonia", ""))
    return next((each for each in gazetteer.municipalities() if spelling.fold(each) == said), None)


def _is_denied(state: State, heard: Heard, fact: str) -> bool:
    before = spelling.fold(state.facts.get(fact, ""))
    plain = re.sub(r"\bno (?:(?:es|esta|en|de) )+", "no ", saying.bare(heard.text))
    return bool(before) and f"no {before}" in plain


def _is_praised(state: State, heard: Heard, changed: dict[str, str]) -> bool:
    """«Le faltó el apellido, es Karen Félix», of who is thanked: the more of a name that stands in
    the thanks, or what is said of another; «doctor Valdez» introduces nobody."""
    name = changed.get("nombre", "")
    if not name or _OWN(heard.text):
        return False
    words = {*saying.bare(name).split()}
    is_alone = {*saying.bare(heard.text).split()} == words
    is_titled = names.has_title(name)
    return not is_alone or is_titled or not words.isdisjoint(saying.bare(state.request).split())


def _told(state: State, heard: Heard) -> dict[str, str]:
    if named := for_another.called(state, heard):
        return named
    if for_another.in_name_of(heard.text) and (name := wording.name_in(heard.text)):
        return {"nombre": name}
    if more := corners.more_of(state.facts, heard):
        return more
    said = anew.told(state.facts, request.category_of(state).asks, heard) | anew.contact(
        state.facts, heard
    )
    rules = _by_rules(state, heard)
    if not said:
        return rules
    beside = BESIDE if anew.tells_town(heard) else BESIDE[:-1]
    denied = replaced.within(state.facts, heard.text)  # «no es X, es Y, y me llamo Ana»
    return denied | {fact: rules[fact] for fact in beside if fact in rules} | said


def _by_rules(state: State, heard: Heard) -> dict[str, str]:
    if (name := names.with_a_place(heard)) and "nombre" not in state.facts:
        return {"nombre": name}
    changed = for_another.told(state, heard) or facts.corrections(state.facts, heard)
    is_of_road = "tramo" in state.facts and streets.is_out_of_town(heard.text)  # «kilómetro 4»
    # «Casi Obregón» is no other town.
    is_corner = "calle" in state.facts and "municipio" in facts.told_by(heard)
    is_corner = is_corner and wording.says_where(heard.text)
    is_beside = streets.is_beside(heard.text) or landmarks.is_one(heard.text)
    if not changed and (is_beside or is_of_road or is_corner):
        return facts.retold(state.facts, heard, "")
    if not changed and not labels.labelled(heard.text):
        is_other = labels.mentioned(heard.text, "nombre") != "nombre"
        is_other = is_other or "ruta" in request.category_of(state).asks
        name = names.learnt(heard) if is_other else _name(state, heard)
        changed = {**_marked(state, heard), **settled.facts(heard, facts.told_by(heard))}
        changed |= {"nombre": name} if name else {}
    return facts.changed(state.facts, changed)


def repeats(state: State, heard: Heard) -> bool:
    """«El municipio es Pitiquito», which it was: nothing is wrong with it."""
    told = anew.holding(heard)
    return bool(told and labels.all_mentioned(heard.text)) and told.items() <= state.facts.items()


def _marked(state: State, heard: Heard) -> dict[str, str]:
    """A name that is known is changed by who says so."""
    asks = {*request.category_of(state).asks, *state.facts, "nombre"}
    marks = marked.among(heard, asks)
    if known := state.facts.get("nombre"):
        marks = {**marks, "nombre": known}
    return marks | marked.corrections(heard, state.facts)


def tells(heard: Heard) -> bool:
    """«500 pesos», «huele horrible»: in two words, too."""
    words = saying.bare(heard.text).split()
    told = [each for each in words if each.isdigit() or len(each) >= marked.LEAST]
    is_told = len(words) > 1 and bool({*told} - marked.IDLE)
    return is_told and not (heard.is_courtesy or wording.typed_at_random(heard.text))


def _name(state: State, heard: Heard) -> str | None:
    known = state.facts.get("nombre", "")
    told = names.renamed(heard, known) or names.meant(heard, known)
    if told or known:  # who answers another phone is not whose name it is
        return told
    return names.with_phone(heard) or names.first(heard) or names.learnt(heard)
