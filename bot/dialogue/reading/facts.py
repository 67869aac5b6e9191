"""Which facts a message tells, and which one is asked next: never one that was said already."""

from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue.reading import (
    contacts,
    labels,
    landmarks,
    led,
    listed,
    names,
    naming,
    omissions,
    passing,
    replaced,
    signed,
    streets,
    typed,
    whereabouts,
    whole_street,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from handoff.rules.catalogue import Category
from nlu import places
from nlu import text as spelling

# The place first, since it decides who is responsible; the person's own data last.
ORDER = (
    "municipio",
    "colonia",
    "calle",
    "tramo",
    "escuela",
    "institucion",
    "ruta",
    "nivel_escolar",
    "beneficiario",
    "folio",
    "asunto",
    "descripcion",
    "nombre",
    "contacto",
)
TOLD_ENOUGH = 40  # characters from which a message describes a matter by itself
DESCRIBED = ("arco", "audiencia", "info_publica")  # matters that are nothing but what is told
OF_REGISTER = "registro_civil"
POINT = "ubicacion"
PLACES = ("municipio", "colonia", "calle", "codigo_postal", POINT)
CONTACT = "contacto"
_RENEWED = {"calle": streets.renewed, "nombre": names.renewed, CONTACT: contacts.renewed}
THIS_CHANNEL = "este_medio"  # as a contact: no phone, no address; put into words where shown


def told_by(heard: Heard, category: Category | None = None) -> dict[str, str]:
    """The facts that a message tells without being asked; some only mean something for a matter
    that needs them."""
    place, street = heard.meaning.place, whole_street.told(heard)
    told = {
        "municipio": place.municipality or whereabouts.town(heard.content),
        "colonia": _colonia(heard),
        "calle": street and streets.named(wording.titled(street)),
        "codigo_postal": place.postal_code,
        "nombre": wording.name_in(heard.text) or signed.name(heard),
        "contacto": _contact(heard),
        "folio": heard.entity("folio"),
        POINT: whereabouts.point(heard.content),
    }
    if told["colonia"] and told["colonia"] in (told["nombre"] or ""):
        told["colonia"] = None  # «me llamo María de la Paz Ríos»
    if category and category.key == OF_REGISTER:
        there = whereabouts.recorded(heard.text, heard.meaning.entities)
        told["municipio"] = there or told["municipio"]
    along = told_along(heard.text, category) if category else {}
    if category and not told["nombre"]:
        missing = [each for each in category.asks if not (told.get(each) or each in along)]
        told["nombre"] = signed.at_last(heard, missing)
    for name in ("colonia", "calle"):
        told[name] = None if streets.cannot_be(told[name] or "") else told[name]
    return {**along, **{name: value for name, value in told.items() if value}}


def places_in(heard: Heard) -> dict[str, str]:
    """Where it is, in words."""
    told = told_by(heard)
    return {name: told[name] for name in PLACES if name in told}


def told_along(text: str, category: Category) -> dict[str, str]:
    """What the matter needs and the words tell in passing."""
    return {name: value for name, value in passing.told(text).items() if name in category.asks}


def news(known: dict[str, str], heard: Heard, category: Category) -> dict[str, str]:
    """What a message tells that was not known: only a correction changes what was."""
    told = told_by(heard, category)
    return {name: value for name, value in told.items() if name not in known}


def corrections(known: dict[str, str], heard: Heard) -> dict[str, str]:
    """The facts that a message corrects: «no, es en la Sahuaro», «la escuela es la Juárez»."""
    labelled = labels.labelled(heard.text)
    if in_place := replaced.within(known, heard.text):
        contact = {CONTACT: phone} if (phone := _contact(heard)) else {}
        return in_place | changed({**known, **in_place}, {**labelled, **contact, **in_place})
    if omissions.begins_so(heard.text) or not (labelled or wording.corrects(heard.text)):
        return {}
    return changed(known, {**_beside(heard), **labelled} if labelled else told_by(heard))


def retold(known: dict[str, str], heard: Heard, asked: str) -> dict[str, str]:
    """A fact told anew where another was asked; «frente al Oxxo» only says more of the street."""
    where = streets.whole(heard.text) or heard.text.strip(" .")
    says_where = wording.says_where(where) or landmarks.is_one(where) or streets.is_corner(where)
    way = "tramo" if "tramo" in known and "calle" not in known else "calle"
    if says_where and (way in known or asked in ("municipio", "colonia")):
        said = ", ".join(filter(None, (known.get(way), where)))[: wording.LONGEST]
        return {} if where in known.get(way, "") else {way: said}
    is_place = not led.KINDS_OF_PLACE.isdisjoint(spelling.fold(where).split())
    if asked == CONTACT and "nombre" not in known and names.is_answer(heard) and not is_place:
        return {"nombre": wording.titled(heard.text.strip(" ."))}
    return {} if wording.is_question(heard) else changed(known, told_by(heard))


def changed(known: dict[str, str], told: dict[str, str]) -> dict[str, str]:
    """What holds otherwise now; of a street or a name, what was not told anew stays."""
    asked = ("municipio",) if POINT in told and "municipio" in known else ()  # a location alone
    for name, renewed in _RENEWED.items():
        if name in told and name in known:
            told = {**told, name: renewed(known[name], told[name])}
    return {each: v for each, v in told.items() if known.get(each) != v and each not in asked}


def answer_to(fact: str, heard: Heard, known: dict[str, str]) -> str | None:
    """The asked fact as this message gives it, or None if it cannot be used."""
    if heard.command not in (None, *typed.OF_DATA) or wording.typed_at_random(heard.text):
        return None
    match fact:
        case "municipio":
            told = whereabouts.beside_streets(heard.text, heard.meaning.entities)
            return whereabouts.find(told, "municipio").municipality
        case "colonia" | "calle":
            return _part_of_address(fact, heard, known)
        case "contacto":
            is_here = wording.means_this_channel(heard.text)
            return _contact(heard) or (THIS_CHANNEL if is_here else None)
        case "folio":
            return heard.entity("folio")
        case "nombre":
            return named(heard) or _name(heard)
        case _:
            return wording.answer(fact, heard)


def named(heard: Heard) -> str | None:
    """The name that is said to be one."""
    return wording.name_in(heard.text) or names.with_phone(heard) or names.leading(heard.text)


def has_contact(known: Mapping[str, str]) -> bool:
    """A phone or an address, not «por este medio»."""
    return any(each.isdigit() or each == "@" for each in known.get(CONTACT, ""))


def missing(category: Category, state: State) -> str | None:
    """The next fact to ask for, or None when everything needed is known or was left out."""
    needed = (fact for fact in ORDER if fact in category.asks)
    return next((fact for fact in needed if not _is_known(fact, state)), None)


def candidates(heard: Heard) -> tuple[str, ...]:
    """The municipalities that an ambiguous answer could mean."""
    return places.find(heard.text, expecting="municipio").candidates


def _is_known(fact: str, state: State) -> bool:
    if fact in state.facts or fact in state.skipped:
        return True
    if fact == "colonia" and streets.is_out_of_town(state.facts.get("calle", "")):
        return True
    colonia, town = (state.facts.get(each, "") for each in ("colonia", "municipio"))
    if fact == "calle" and streets.is_everywhere(colonia, town):
        return True
    if fact in ("colonia", "calle"):
        return POINT in state.facts
    if fact in ("descripcion", "asunto"):
        if state.category not in DESCRIBED:
            return False
        if state.category == "arco" and naming.names_right(state.request):
            return True
        return len(state.request) >= TOLD_ENOUGH and not naming.only_names(state.request)
    return passing.has_none(fact, state.request)


def _part_of_address(fact: str, heard: Heard, known: dict[str, str]) -> str | None:
    said = wording.unshaped(heard)
    if fact == "colonia":
        found = places.find(said, expecting="colonia").colonia
        if heard.meaning.place.street and not heard.meaning.place.colonia:
            return listed.beside_street(heard)  # a street was told instead
        if landmarks.is_one(said) or (streets.is_corner(said) and not _colonia(heard)):
            return None
        if found and (streets.is_no_colonia(found, said) or _is_of_name(heard)):
            found = None  # «el rancho de mi papá» is not called Rancho
    else:
        if heard.meaning.place.colonia and labels.is_called("colonia", said):
            return None  # «Barrio San Pedro» is told instead
        found = streets.with_where(places.find(said, expecting="calle").street, said)
    value = streets.spelt(
        streets.whole(said, asked=fact == "calle") or found or wording.answer(fact, heard) or ""
    )
    if streets.cannot_be(value) or not any(each.isalpha() for each in value):
        return None  # a house number alone is no street
    towns = (known.get("municipio", ""), heard.meaning.place.municipality or "")
    return None if spelling.fold(value) in map(spelling.fold, towns) else wording.titled(value)


def _beside(heard: Heard) -> dict[str, str]:
    """What is told besides the facts that are called by their names."""
    place = places.find(labels.unlabelled(heard.text))
    return told_by(replace(heard, meaning=replace(heard.meaning, place=place)))


def _name(heard: Heard) -> str | None:
    said = wording.answer("nombre", heard) or ""
    return None if names.is_none(said) else wording.titled(said)


def _contact(heard: Heard) -> str | None:
    return (heard.own_contact or {}).get("phone") or contacts.told(heard)


def _colonia(heard: Heard) -> str | None:
    told = heard.meaning.place.colonia or listed.colonia(heard)
    is_none = told is None or heard.skips or streets.is_no_colonia(told, heard.text)
    if told and not (is_none or landmarks.is_one(told) or _is_of_name(heard)):
        return wording.titled(told)
    return None if streets.tells_birth(heard.text) else listed.village(heard)


def _is_of_name(heard: Heard) -> bool:
    """«María de la Luz Fuego» is no colonia: it begins with its own name, or is called so."""
    said = heard.text.strip(" .")
    colonia = heard.meaning.place.colonia or said
    is_within = not said.startswith(colonia) and not labels.is_called("colonia", said)
    return is_within and wording.WHOLE_NAME.fullmatch(said) is not None
