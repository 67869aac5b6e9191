"""What of a message answers the fact that was asked."""

from bot.dialogue import fitting, reacting
from bot.dialogue.reading import (
    background,
    bearers,
    details,
    facts,
    labels,
    landmarks,
    led,
    listed,
    marked,
    names,
    passing,
    renewed,
    saying,
    settled,
    streets,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.request import category_of, other_matter
from bot.dialogue.state import OF_PEOPLE, State
from nlu import addresses, gazetteer
from nlu import text as spelling

NAMELESS = ("municipio", "nivel_escolar", "folio")  # what no person's name answers
HARDLY_NAMED = ("institucion", "ruta")  # that seldom bear one
# Told in as many words as it takes.
OPEN_FACTS = ("asunto", "descripcion", "tramo", "institucion")
_is_phone_of = saying.first(r"(?:es )?(?:el|al) (?:numero |tel\w* |cel\w* )?de \w+")  # «mi nieto»


def early_name(state: State, heard: Heard, asked: str) -> str | None:
    """A name told before it is asked for, where no name can be the answer; nor is what an audience
    is about, as long as nobody is named."""
    if asked == "municipio" and gazetteer.is_place(heard.text):
        return None  # «Benito Juárez»
    if led.is_from_abroad(heard.text):
        return wording.titled(heard.text.strip(" ."))
    is_plain = asked in HARDLY_NAMED and heard.move == "name" and heard.is_no_matter
    is_plain = is_plain or (asked in reacting.OPEN and "nombre" not in state.facts)
    told = names.alone(heard) if asked in NAMELESS or is_plain else None
    return told or (bearers.named(heard.text) if is_plain else None)


def answer(state: State, heard: Heard, fact: str) -> str | None:
    """By the rules of words; where they find none, as it is marked."""
    town = spelling.fold(state.facts.get("municipio", "?"))
    is_known = spelling.fold(heard.text.strip(" .")) == town
    if fact == "tramo" and (is_known or marked.is_answer(heard, "nombre", marked.SURE)):
        return None  # «Gerardo», «Ures» once more
    if _is_of_another(heard, fact) or (fact == "colonia" and landmarks.is_one(heard.text)):
        return None
    if fact == "nombre" and (told := bearers.named(heard.text)):
        return wording.titled(told)
    if _is_signed(heard, fact):
        return marked.value(heard, fact, marked.SURE)
    if fact == "colonia" and streets.is_everywhere(heard.text, town):
        where = heard.text[heard.text.lower().index("tod") :].strip(" .")
        return where.removesuffix(" pues")
    is_spot = streets.is_ordinal(heard.text) or landmarks.told(heard.text, named=True)
    if fact == "calle" and is_spot:
        return _surely(state, heard, fact) or facts.answer_to(fact, heard, state.facts)
    if fact == "municipio" and _is_like_town(heard):
        return None
    if sure := _surely(state, heard, fact):
        return sure
    value = _by_rules(state, heard, fact)
    is_kind = fact == "escuela" and renewed.names_kind(heard.text)
    is_last = fact == "colonia" and value == listed.beside_street(heard)
    is_surely = is_kind or is_last or state.misses or heard.text in state.request.split("\n")
    if value and (is_surely or not settled.is_none(heard, fact, value)):
        return settled.facts(heard, {fact: value}).get(fact)
    return _marked(state, heard, fact)  # worth asking once more, not twice


def _is_of_another(heard: Heard, fact: str) -> bool:
    """By the word that it begins with: «colonia Sol» is no street; «el de mi nieto, 653…» tells
    whose the phone is, not who is helped."""
    if fact in ("colonia", "calle"):
        is_else = labels.names_else(heard.text) or led.is_from_abroad(heard.text)
        return is_else or details.begins_with_day(heard.text)
    if fact == "beneficiario":
        return heard.entity("telefono") is not None and _is_phone_of(heard.text)
    return fact == "nombre" and _is_led_to_place(heard)


def settled_of(state: State, heard: Heard, told: dict[str, str]) -> dict[str, str]:
    """«San Javier es el pueblo» tells of the town that is known, whatever else is called so; «Ana
    Soto, soy de la liga» no colonia, where none is needed."""
    known = spelling.fold(state.facts.get("municipio", ""))
    found = settled.facts(heard, told)
    is_who = heard.move == "name" and not labels.is_called("colonia", heard.text)
    if is_who and "colonia" not in category_of(state).asks:
        found.pop("colonia", None)
    if known and known in spelling.fold(heard.text):
        found.pop("municipio", None)
    house = streets.before_colonia(heard.text) if state.asking == "colonia" else None
    if house and "calle" not in {**state.facts, **found}:
        found["calle"] = wording.titled(house)
    is_signed = "nombre" in told and state.asking == "tramo" and _is_signed(heard, "tramo")
    return {**found, "nombre": told["nombre"]} if is_signed else found


def _is_signed(heard: Heard, fact: str) -> bool:
    """«Arnulfo Grijalva 662…», which is no road: so people say who they are."""
    name = names.with_phone(heard) or marked.name_with_phone(heard)
    said = wording.unshaped(heard).strip(" .,;:-")
    is_first = name is not None and said.startswith(name)
    if not (name and is_first) or fact in OF_PEOPLE or not led.is_called(name):
        return False
    return not (gazetteer.is_place(name) or any(map(str.isdigit, said)))  # «Zaragoza 45, 662…»


def _is_led_to_place(heard: Heard) -> bool:
    """«Barrio La Loma» is nobody's name."""
    first = spelling.fold(heard.text).split()[:1]
    kinds = addresses.phrases("colonias") | addresses.phrases("streets")
    return heard.move == "place" and bool(kinds & {*first})


def _is_like_town(heard: Heard) -> bool:
    """«Ramón» is a name, and no misspelt Rayón."""
    is_town = heard.meaning.place.municipality or gazetteer.is_place(heard.text)
    is_one = " " not in heard.text.strip() and not heard.is_button
    return heard.move == "name" and is_one and not (is_town or facts.candidates(heard))


def _surely(state: State, heard: Heard, fact: str) -> str | None:
    """Beyond doubt, and nothing else may be it: of two people the rules tell whose name is asked,
    of two towns where it is."""
    is_else = fact in (*settled.IN_WORDS, "municipio") or wording.typed_at_random(heard.text)
    is_else = is_else or (fact == "nombre" and bearers.is_told(heard.text))
    value = marked.value(heard, fact, marked.BEYOND_DOUBT)
    if value is None or is_else or value != marked.value(heard, fact):
        return None
    is_either = f"{spelling.fold(value)} o " in spelling.fold(heard.text)
    return None if is_either or fitting.may_be_else(state, fact, value) else value


def _marked(state: State, heard: Heard, fact: str) -> str | None:
    """Of what else the words may be, only what is told beyond doubt."""
    if (fact == "municipio" and is_between(heard)) or wording.typed_at_random(heard.text):
        return None
    value = marked.value(heard, fact) or _whom(heard, fact)
    if value is None or not fitting.may_be_else(state, fact, value):
        return value
    return marked.value(heard, fact, marked.BEYOND_DOUBT)


def is_between(heard: Heard) -> tuple[str, ...]:
    """The towns that it may be; none where one is told beyond doubt, as «Empalme, calle 3a y
    Morelos», beside a street that is called as villages are."""
    towns = [each for each in marked.marks(heard) if each.entity == "municipio"]
    is_told = len(towns) == 1 and marked.value(heard, "municipio", marked.BEYOND_DOUBT)
    return () if is_told else facts.candidates(heard)


def _whom(heard: Heard, fact: str) -> str | None:
    """«Lorena Ibarra, y el niño es Mateo»: it is for Mateo."""
    return marked.value(heard, "otro") if fact == "beneficiario" else None


def _by_rules(state: State, heard: Heard, fact: str) -> str | None:
    chosen = heard.chosen("municipio")
    if chosen in state.options:
        return chosen
    if fact != "nombre" and wording.is_name_alone(wording.unshaped(heard)):
        return None
    if early_name(state, heard, fact) or (fact == "nombre" and is_of_them(heard)):
        return None
    is_one = fact == "ruta" and passing.is_one(heard.text)
    is_for_whom = fact == "beneficiario" and fitting.is_for_whom(heard.text)
    is_name = fact == "nombre" and facts.named(heard) is not None
    if (
        says_something(heard)
        and not (is_for_whom or is_name or is_one)
        and other_matter(state, heard)
        and fact not in (*OPEN_FACTS, *facts.told_by(heard))
    ):
        return None
    if not is_one and reacting.is_no_answer(fact, heard):
        return None
    value = facts.answer_to(fact, heard, state.facts)
    if value and fact not in OF_PEOPLE and (name := names.with_phone(heard)):
        value = value.removesuffix(name).strip(" ,") or None
    return None if value and fitting.is_doubtful(state, fact, value, heard) else value


def is_of_them(heard: Heard) -> bool:
    return heard.move != "name" and background.is_of_them(heard.text)


def says_something(heard: Heard) -> bool:
    return wording.is_story(heard) or wording.is_sentence(heard.text)
