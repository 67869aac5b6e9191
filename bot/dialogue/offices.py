"""Offices called by their names: what is asked about them, and what they attend that no category
of ours is for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from bot.dialogue import asides, delicate, facts, referring, request, typed, ways
from bot.dialogue.acts import TellHours
from bot.dialogue.decision import Decision
from bot.dialogue.directing import TellContact, TellOffice, TellWhose
from bot.dialogue.heard import Heard
from bot.dialogue.state import Stage, State
from handoff.rules import catalogue, directory, jurisdiction

MOST_WORDS = 16  # of a question; more of them may tell a matter
_BEFORE = (
    r"(?:(?:hola|buen[oa]s?|dias?|tardes|noches|oigan?|oye|disculp\w+|perdon|una|pregunta|y|pero"
    r"|no se|gracias|ok|entonces|tambien|saben?|digame"
    r"|(?:me )?(?:puede[ns]?|podria[ns]?) decir(?:me)?"
    r"|(?:quiero|quisiera|necesito) saber|por favor|porfa) )*"
)
_NUMBER = r"(?:numeros?|telefonos?|contactos?|correos?)\b"
_OPENS = r"(?:ab[rie]|ati?en|cierr|trabaj|labor|hay|est[ae]|tien|dan)"
_ASKED = {
    "hours": re.compile(
        rf"{_BEFORE}(?:(?:(?:a|en|de|hasta) )?que (?:horas?|horarios?|dias?)"
        rf" (?:\w+ ){{0,3}}?{_OPENS}"
        r"|(?:cual es )?(?:el |su )?horarios?\b|cuando abren?\b|(?:abren?|atienden?|trabajan) "
        r"|estan? abiert|what time|what are the hours)"
    ),
    "place": re.compile(
        rf"{_BEFORE}(?:(?:en |a )?donde (?:estan?|queda|se (?:encuentra|ubica)|los encuentr)"
        r"|(?:cual es )?(?:la |su )?direccion (?:de|tiene)|cual es su direccion"
        r"|(?:como|por donde) llego|where (?:is|are you))"
    ),
    "phone": re.compile(
        rf"{_BEFORE}(?:(?:cual (?:es|era)|que|me \w+|pas[ae]n?me|d[ae]n?me|deme|tienen?|necesito"
        rf"|ocupo|quiero|busco) (?:\w+ ){{0,2}}{_NUMBER}|(?:a que |el )?{_NUMBER} (?:de|para|tiene)"
        r"|a que numero (?:les|los|le) |(?:what is )?(?:the |your )?phone)"
    ),
}
# This desk itself: «¿dónde están ubicados?», «¿qué teléfono tienen?»
_OURS = re.compile(
    r"\b(?:ustedes|sus? (?:oficinas?|direccion|telefono|numero)|ubicad[oa]s|se encuentran"
    r"|los encuentr\w+|tienen|numero l[eo]s|are you|you located|your)\b|\bdonde estan$"
)
MOST_OF_OURS = 8  # words
SHORT = 7  # words of which a name tells more than the model's guess
# Before a name that only tells where something is, or which paper is at hand.
_IN_PASSING = (
    r"\b(?:frente|enfrente|junto|lado|cerca|atras|detras|afuera|fuera|esquina|espaldas|altura|por"
    r"|entre|rumbo|pasando|con|sin|tengo|tra[ei]\w*|llev\w+|pid\w+|a[cs]ept\w+) (?:\w+ ){0,2}?"
)
OPEN = ("info_tramite", "fuera_de_ambito")  # what the model takes the rest of the world for
_DIRECTED = (Stage.way, Stage.told)  # of whom is plain


def asked(state: State, heard: Heard) -> Decision | None:
    """Hours, address or phone of an office that is not this one; None if nothing of it is asked."""
    if theirs := _theirs(state, heard):
        return theirs
    plain = typed.bare(heard.text)
    about = next((name for name, each in _ASKED.items() if each.match(plain)), None)
    if about is None or len(plain.split()) > MOST_WORDS or heard.is_button:
        return None
    if delicate.is_delicate(heard) or (_is_where(state, heard) and about == "place"):
        return None
    is_of_us = "ustedes" in plain.split()
    at_hand = None if is_of_us else _at_hand(state)
    key = _named(plain) or at_hand or (None if is_of_us else _told_last(state))
    if key is None or key == directory.OWN:
        return _our_own(state, about, plain)
    told = TellOffice(key, _place(state, heard), about, alone=key == at_hand)
    if not told.alone:
        return asides.put(state, told, f"{about}:{key}")
    given = referring.tell(state)
    return replace(given, acts=given.acts if about == "phone" else (told, *given.acts))


def _theirs(state: State, heard: Heard) -> Decision | None:
    """Whoever attends the matter at hand can be called, however much of it was told."""
    is_open = state.stage in (*request.FORM, Stage.told) and state.category is not None
    if not is_open or heard.is_button or not ways.asks_theirs(heard.text):
        return None
    if not request.has_contact(state):
        return None
    if state.stage is Stage.told:
        return referring.tell(state)
    told = TellContact(state.category or "", state.facts.get("municipio"))
    return asides.put(state, told, "theirs")


def _our_own(state: State, about: str, plain: str) -> Decision | None:
    if len(plain.split()) > MOST_OF_OURS or not _OURS.search(plain):
        return None
    told = TellHours() if about == "hours" else TellOffice(directory.OWN, None, about)
    return asides.put(state, told, f"{about}:{directory.OWN}")


def _is_where(state: State, heard: Heard) -> bool:
    """«Donde está el Registro Civil» answers in which street it is."""
    return state.asking in ("colonia", "calle", "tramo") and "?" not in heard.text


def attends(state: State, heard: Heard) -> Decision | None:
    """Who attends it, where the words name it and no category of ours does: an office that takes
    none of them, or a subject of one that does."""
    is_long = len(heard.text.split()) > SHORT
    is_other = heard.intent in request.GUIDED or (is_long and heard.intent not in OPEN)
    if (heard.is_clear and is_other) or delicate.is_delicate(heard) or _tells_more(heard):
        return None
    key = _elsewhere(heard.text)
    told = TellWhose(key or "", _place(state, heard))
    return asides.put(replace(state, misses=0), told, f"whose:{key}") if key else None


def _elsewhere(text: str) -> str | None:
    plain = re.sub(rf"{_IN_PASSING}(?:{_names()}|{_subjects()})", " ", typed.bare(text))
    if found := re.search(rf"\b{_subjects()}\b", plain):
        return _of_subjects()[found[0]]
    named = _named(plain)
    is_others = named and directory.load()[named].level == "federal"
    return named if is_others and named not in _destinations() else None


def _tells_more(heard: Heard) -> bool:
    """Another sentence is surely about a matter of ours."""
    categories = catalogue.load().categories
    sure = (each for each in heard.parts if each.confidence >= heard.thresholds.sure)
    return any(each.intent in categories and not _elsewhere(each.text) for each in sure)


def _at_hand(state: State) -> str | None:
    if state.stage not in _DIRECTED:
        return None
    return jurisdiction.taken_by(request.category_of(state))[0]


def _told_last(state: State) -> str | None:
    """The office of the aside: «perdí mi INE», «¿y a qué hora abren?»"""
    name = (state.aside or "").partition(":")[2]
    return name if name in directory.load() else None


def _place(state: State, heard: Heard) -> str | None:
    return facts.told_by(heard).get("municipio") or state.facts.get("municipio")


def _named(plain: str) -> str | None:
    """The office that is called first, by the longest of its names."""
    found = re.search(_names(), plain)
    return _keys()[found[0]] if found else None


@cache
def _names() -> str:
    longest = sorted(_keys(), key=len, reverse=True)
    # «La Comisión» alone is CFE; «la comisión de derechos humanos» is another one.
    told = (f"{each}(?! (?:de|del|estatal|nacional)\\b)" if each[:3] in ("la ", "el ") else each
            for each in longest)  # fmt: skip
    return rf"\b(?:{'|'.join(told)})\b"


@cache
def _keys() -> dict[str, str]:
    """The key of each name, as people type it."""
    named = ((typed.bare(name), key) for key, agency in _valid() for name in _called(agency))
    found: dict[str, str] = {}
    for name, key in named:
        found.setdefault(name, key)
    return found


def _called(agency: directory.Agency) -> tuple[str, ...]:
    """«Comisión Federal de Electricidad (CFE)» by its name and, in an alias, by its letters."""
    return agency.name.split(" (")[0], *agency.aliases, *agency.by_municipality.values()


def _valid() -> Iterator[tuple[str, directory.Agency]]:
    return ((key, each) for key, each in directory.load().items() if each.valid_until is None)


@cache
def _destinations() -> frozenset[str]:
    takers = (each.destination for each in catalogue.load().categories.values())
    return frozenset(key for keys in takers for key in keys)


def _subjects() -> str:
    return rf"(?:{'|'.join(_of_subjects())})"


@cache
def _of_subjects() -> dict[str, str]:
    return {typed.bare(each): key for key, agency in _valid() for each in agency.subjects}
