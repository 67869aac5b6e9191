"""What somebody who has read the summary says anew: what is marked in it (see `marked`), each in
the place of what it corrects."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.dialogue.reading import contacts, marked, passing, phones, renewed, streets, wording
from bot.dialogue.reading.heard import Heard
from nlu import text as spelling
from nlu.interpretation import Entity

LEAST = 0.5  # confidence of what is marked: the summary shows it
ALWAYS = ("municipio", "colonia", "calle", "nombre")
HELPED = "beneficiario"
_CORNER = re.compile(r"\w (?:y|con|esq\w*) \w", re.IGNORECASE)
_KIN = re.compile(rf"\b{passing.KIN}", re.IGNORECASE)
BESIDE = 1  # words that tell something beside what is corrected; none beside a relative
_IDLE = frozenset({"conmigo", "equivoque", "quise", "puse"})
MOST = 12  # words of any kind beside it
INSTEAD = 0.35  # of another one of a kind, where what was known is said too
# What one may be taken for another.
_ALIKE = (("colonia", "calle", "escuela", "institucion"), ("nombre", "beneficiario"))
_LED = re.compile(
    r"\b(?:col(?:onia)?|fracc\w*|barrio|calle|av\w*|ejido)\W*(?:la |el )?$", re.IGNORECASE
)
_LEADS_TO_TOWN = re.compile(r"(?:\b(?:en|es|de|soy|municipio|pueblo|somos)\b|,)\W*$", re.IGNORECASE)
_SPELT_OUT = re.compile(r"(?:\w[\s.-]+){2,}\w")  # «S A V A L A»
_DENIED = re.compile(
    r"\b(?:no|ni|en vez de|en lugar de|(?:dice|viene|aparece|sali[oó]|pusieron|escribieron)n?)"
    r"(?: (?:es|era|soy|[ms]e llam[oa]|en|el|la|los|las|del?|al|mi|su|don|doña|profesora?))*\s*$",
    re.IGNORECASE,
)


def told(known: Mapping[str, str], asks: Collection[str] | None, heard: Heard) -> dict[str, str]:
    """The facts that hold otherwise now; those that were not known, if the matter asks for them or
    it is a place or a name; none of these if `asks` is None."""
    kept = (*known, *(asks or ()), *(ALWAYS if asks is not None else ()))
    now = dict(known)
    kinds = dict.fromkeys(each.entity for each in marked.marks(heard) if each.entity != "otro")
    for mark in [_whole(heard, each) for kind in kinds for each in marked.pieces(heard, kind)]:
        fact = _fact_meant(known, heard, mark)
        if fact in kept and _holds(known, heard, mark, fact):
            value = _value(fact, now.get(fact), mark, heard)
            if value and fact == "ruta" and _is_said(known.get(fact), value, heard.text):
                value = f"{known[fact]}, {mark.value}"  # «es la 14, pero la línea amarilla»
            now |= {fact: value} if value else {}
    is_same = now.get(HELPED) == known.get(HELPED)
    now |= _helped(known, heard) if is_same else {HELPED: _whom(known, now, heard)}
    return {fact: value for fact, value in now.items() if known.get(fact) != value}


def _is_said(before: str | None, value: str, text: str) -> bool:
    """What was known is said once more, beside another."""
    found = re.search(rf"\b{re.escape(before)}\b", text, re.IGNORECASE) if before else None
    return found is not None and before != value and not _DENIED.search(text[: found.start()])


def _whom(known: Mapping[str, str], now: Mapping[str, str], heard: Heard) -> str:
    """«Él es Nicolás, yo soy Ofelia», where Nicolás Grijalva was the name, and it was for «mi apá»:
    it is for both."""
    said, before, former = now[HELPED], known.get(HELPED, ""), known.get("nombre", "")
    is_his = former != now.get("nombre") and spelling.fold(former).startswith(spelling.fold(said))
    whole = former if is_his else said
    return whole if spelling.fold(before) in spelling.fold(heard.text) else with_kin(before, whole)


def with_kin(before: str, name: str) -> str:
    """«Mi tata, Eleuterio Buitimea», of whom «mi tata» was known."""
    is_kin = before.startswith("mi ") and "," not in before and not name.startswith("mi ")
    return f"{before}, {name}" if is_kin else name


def _helped(known: Mapping[str, str], heard: Heard) -> dict[str, str]:
    """«Es para mi suegro, no para mi esposo», which it was."""
    kin = {spelling.fold(each): each for each in _KIN.findall(heard.text)}
    before = {each for each in kin if each in spelling.fold(known.get(HELPED, ""))}
    others = [kin[each] for each in kin.keys() - before]
    return {HELPED: others[0].lower()} if before and len(others) == 1 else {}


def is_all(known: Mapping[str, str], asks: Collection[str], heard: Heard) -> bool:
    """Hardly more than a correction: «no es mi esposo, es mi suegro, disculpe»."""
    now = told(known, asks, heard)
    if not now or "?" in heard.text:
        return False
    values = (*known.values(), *now.values())
    said = {word for value in values for word in spelling.fold(value).split()}
    marks = marked.marks(heard)
    beside = [
        each.folded
        for each in spelling.words(heard.text)
        if not any(mark.start <= each.start < mark.end for mark in marks)
    ]
    telling = {each for each in beside if len(each) >= marked.LEAST} - marked.IDLE - _IDLE - said
    return len(beside) <= MOST and len(telling) <= (0 if HELPED in now else BESIDE)


def holding(heard: Heard) -> dict[str, str]:
    """The same facts as they are said, whatever stood there."""
    kinds = {each.entity for each in marked.marks(heard)}
    values = {kind: marked.value(heard, kind, LEAST) for kind in kinds}
    return {kind: value for kind, value in values.items() if value}


def contact(known: Mapping[str, str], heard: Heard) -> dict[str, str]:
    """«El 637… ya no lo uso, marque al 662…», «mi teléfono acaba en 54»."""
    there = known.get("contacto", "")
    numbers = [each.value for each in heard.meaning.entities if each.entity == "telefono"]
    others = [each for each in numbers if each != there]
    if there in numbers and len(others) == 1:
        return {"contacto": others[0]}
    if now := contacts.told(heard):
        now = contacts.renewed(there, now, heard.text)
    else:
        now = contacts.corrected(there, lambda each: phones.corrected(each, heard.text))
    return {"contacto": now} if now and now != there else {}


def tells_town(heard: Heard) -> bool:
    """Beside what is marked: no part of a street, a road or a school, and no town is marked."""
    towns = [each for each in heard.meaning.entities if each.entity == "municipio"]
    marks = marked.marks(heard)
    inside = (any(each.start <= town.start < each.end for each in marks) for town in towns)
    return not all(inside) and all(each.entity != "municipio" for each in marks)


def _whole(heard: Heard, mark: Entity) -> Entity:
    """«La 26 y Quintana Roo», that the rules of places find, of «Quintana Roo»."""
    streets_told = (each for each in heard.meaning.entities if _CORNER.search(each.value))
    around = (each for each in streets_told if each.start <= mark.start and mark.end <= each.end)
    found = next(around, None) if mark.entity == "calle" else None
    return replace(mark, value=found.value, start=found.start) if found else mark


def is_denied(text: str, value: str) -> bool:
    """«No es del IMSS-Bienestar, ese hospital es del Estado»"""
    before, named, _ = spelling.fold(text).partition(spelling.fold(value))
    return bool(named and _DENIED.search(before))


def _holds(known: Mapping[str, str], heard: Heard, mark: Entity, fact: str) -> bool:
    """Sure enough, not denied, no phone, and not who answers it: «mejor el 623…, soy Beto»."""
    is_named = fact == "nombre" and fact in known and heard.entity("telefono") is not None
    if is_named and not renewed.resembles(known[fact], mark.value, heard.text):
        return False
    is_wrong = (
        _is_phone(mark)
        or _SPELT_OUT.fullmatch(mark.value)
        or _DENIED.search(heard.text[: mark.start])
    )
    others = (each.value for each in marked.marks(heard) if each.entity == mark.entity)
    is_instead = fact in known and spelling.fold(known[fact]) in map(spelling.fold, others)
    return not is_wrong and marked.is_sure(heard, mark, INSTEAD if is_instead else LEAST)


def _is_phone(mark: Entity) -> bool:
    """Whole, or a piece of one: «662 204»; no house has so many digits."""
    digits = sum(each.isdigit() for each in mark.value)
    return digits >= (phones.LENGTH if any(map(str.isalpha, mark.value)) else phones.PIECE)


def _fact_meant(known: Mapping[str, str], heard: Heard, mark: Entity) -> str:
    """«5 de mayo, no de febrero» is said of the street that was known so, not of a colonia."""
    is_all = wording.unshaped(heard).strip(" .,") == mark.value
    if mark.entity == "calle" and "tramo" in known and "calle" not in known:
        is_town = is_all and marked.kept_as("municipio", mark.value) is not None
        return "municipio" if is_town else "tramo"
    if is_all and (heard.move == "name" or _is_somebody(known, heard, mark)):
        return "nombre"
    called = wording.name_in(heard.text)  # «my name is jon carter»
    if called and spelling.fold(mark.value) == spelling.fold(called):
        return "nombre"
    if mark.entity in ("colonia", "calle") and _is_town(known, heard, mark):
        return "municipio"
    kinds = next((each for each in _ALIKE if mark.entity in each), ())
    said = (each for each in (mark.entity, *kinds) if each in known)
    text = heard.text if len(marked.marks(heard)) == 1 else ""  # what is denied may be of another
    return next(
        (each for each in said if renewed.resembles(known[each], mark.value, text)), mark.entity
    )


def _is_somebody(known: Mapping[str, str], heard: Heard, mark: Entity) -> bool:
    """«John Miller», where a street is known and nobody's name; surely beside a phone."""
    is_other = mark.entity == "calle" in known and "nombre" not in known
    is_called = wording.WHOLE_NAME.fullmatch(mark.value) and " " in mark.value
    is_likely = mark.confidence < marked.SURE or heard.entity("telefono") is not None
    return bool(is_other and is_called) and is_likely


def _is_town(known: Mapping[str, str], heard: Heard, mark: Entity) -> bool:
    """«Me equivoqué de pueblo, es Nacozari de García»; «la colonia Nogales» is none."""
    towns = [each for each in heard.meaning.entities if each.entity == "municipio"]
    is_one = any(each.start <= mark.start and mark.end <= each.end for each in towns)
    before = heard.text[: mark.start]
    is_led = _LED.search(before) or not _LEADS_TO_TOWN.search(before)
    return is_one and not is_led and known.get(mark.entity) != mark.value


def _value(fact: str, known: str | None, mark: Entity, heard: Heard) -> str | None:
    if fact in ("municipio", "ruta"):
        return marked.kept_as(fact, mark.value)
    value = renewed.renewed(fact, known, mark.value, heard.text) if known else mark.value
    return wording.titled(streets.spelt(value)) if fact in marked.OF_TITLES else value
