"""What is marked in an answer to the form (see `nlu.form`), as the form keeps it."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.dialogue.reading import led, restated, streets, whereabouts, wording
from bot.dialogue.reading.heard import Heard
from nlu import described
from nlu import text as spelling
from nlu.interpretation import Entity

SURE = 0.8  # of a name or a town that was not asked, or that a value is something else
BESIDE = 0.6  # of another fact that was not asked: the summary shows it
NOTHING = 0.6  # that an answer tells nothing: it is asked once more
LIKELY = 0.5  # of what was asked
BEYOND_DOUBT = 0.9  # whatever the rules say
WHOLE = 3  # words of a name
LEAST = 5  # letters of a word that tells something
# Words that lead to a fact, or fill a pause.
IDLE = frozenset({
    "pues", "llamo", "llama", "nombre", "calle", "colonia", "numero", "telefono", "correo",
    "municipio", "escuela", "ciudad", "estado", "sonora", "gracias", "favor", "perdon", "bueno",
    "disculpe", "vivimos", "estamos", "aqui", "celular", "entre", "senora",
})  # fmt: skip
OF_TITLES = ("nombre", "colonia", "calle")  # facts that are written as a name is
CONTACTS = ("telefono", "correo")
# Facts that are a name and no more.
BARE = ("nombre", "municipio", "beneficiario")
# Pieces of one: «Villa de Seris o la Sacramento», «primaria, cuarto año», «primaria y el otro en
# secundaria», «Zaragoza entre 6 y 7», «centro de salud de Bácum».
_LISTED = re.compile(r"\W*(?:(?:o|u|y|con|esq\w*)\b\W*)?(?:(?:en|la|el)\b\W*)*", re.IGNORECASE)
_OF = re.compile(r" de ", re.IGNORECASE)
_JOINTS = {
    **dict.fromkeys(("colonia", "calle"), _LISTED),
    "nivel_escolar": re.compile(rf"{_LISTED.pattern}|\W*y (?:\w+ ){{1,4}}", re.IGNORECASE),
    **dict.fromkeys(("escuela", "institucion"), _OF),
}
BESIDE_IT = {"calle": "entre_calles", "escuela": "municipio", "institucion": "municipio"}
_OF_ROUTE = re.compile(r"^(?:(?:la|el) )?(?:ruta|l[ií]nea|route|line) ", re.IGNORECASE)


def value(heard: Heard, fact: str, least: float = LIKELY) -> str | None:
    """What is marked as this fact, as the form keeps it."""
    return next(_values(heard, fact, least), None)


def facts(heard: Heard) -> dict[str, str]:
    """All that is told, whatever was asked."""
    kinds = dict.fromkeys(each.entity for each in marks(heard))
    told = {kind: value(heard, kind, SURE if kind in BARE else BESIDE) for kind in kinds}
    return {kind: found for kind, found in told.items() if found}


def among(heard: Heard, kinds: Container[str]) -> dict[str, str]:
    """Those of them that are told; where no street is asked but a road, that is one."""
    told = facts(heard)
    if "tramo" in kinds and "calle" not in kinds and "calle" in told:
        told["tramo"] = told["calle"]
    return {kind: found for kind, found in told.items() if kind in kinds}


def longer_name(heard: Heard, known: str) -> str | None:
    """«Perdón, María Elena Córdova Ruiz», of who was «María Elena»."""
    words = {*spelling.fold(known).split()}
    told = _values(heard, "nombre", SURE)
    longer = (each for each in told if words < {*spelling.fold(each).split()})
    return max(longer, key=len, default=None)


def with_surname(heard: Heard, known: str) -> str | None:
    """«Encinas», of who said «Ramón» to what was asked before."""
    told = value(heard, "nombre", SURE)
    is_one = told is not None and " " not in heard.text.strip()
    return f"{known} {told}" if is_one and told != known else None


def next_of_name(heard: Heard, known: str) -> str | None:
    """«Encinas», in a message of its own, of who was «Ramón»; not «Rosa Ruiz», who is another."""
    is_next = len(known.split()) < WHOLE and is_answer(heard, "nombre") and heard.move == "name"
    told = value(heard, "nombre") if is_next else None
    return f"{known} {told}" if told and not led.begins_anew(told) else None


def instead_of_none(heard: Heard, known: str) -> str | None:
    """«Rosa Ruiz», where what stands as the name is nothing that people are called."""
    told = value(heard, "nombre", SURE) if is_answer(heard, "nombre") else None
    return told if told and not led.is_called(known) and led.begins_anew(told) else None


def name_with_phone(heard: Heard) -> str | None:
    """«631 200 3040 Ramón Ochoa», and nothing else."""
    told, rest = value(heard, "nombre"), wording.unshaped(heard).strip(" .,;:-")
    is_all = told is not None and spelling.fold(rest) == spelling.fold(told)
    return told if is_all and heard.entity("telefono") else None


def own_name(heard: Heard) -> str | None:
    """«Yo soy su nieta Karely Buitimea»"""
    names = (each for each in marks(heard) if each.entity == "nombre")
    is_own = any(led.is_own(heard.text[: each.start]) for each in names)
    return value(heard, "nombre", SURE) if is_own else None


def corrections(heard: Heard, known: Mapping[str, str]) -> dict[str, str]:
    """What was known otherwise, of who corrects something: «digo en Nogales»."""
    if not (wording.corrects(heard.text) or heard.move == "correction"):
        return {}
    return {fact: found for fact, found in facts(heard).items() if known.get(fact, found) != found}


def tells_something_else(heard: Heard, fact: str) -> bool:
    """Another fact than was asked, or surely none: it is no failed answer."""
    if heard.told is None or any(each.entity == fact for each in marks(heard)):
        return False
    return bool(heard.told.facts) or heard.told.nothing >= NOTHING


def says_more(heard: Heard) -> bool:
    """«Nogales, pero nací en Chiapas»: beside what is told there is more."""
    if not marks(heard):
        return False
    spans = [*marks(heard), *heard.meaning.entities]
    words = [
        each.folded
        for each in spelling.words(heard.text)
        if not any(span.start <= each.start < span.end for span in spans)
    ]
    return any(len(each) >= LEAST and each not in IDLE for each in words)


def is_fact(heard: Heard, least: float = SURE) -> bool:
    """Most of its words are surely a fact."""
    return _covers(heard, [each for each in marks(heard) if each.confidence >= least])


def is_answer(heard: Heard, fact: str, least: float = BEYOND_DOUBT) -> bool:
    """Most of its words are this fact; of all of them less is enough: «yo mera»."""
    told = [each for each in marks(heard) if each.entity == fact]
    if any(_is_all(heard, each) for each in told) and " " in heard.text.strip():
        least = min(least, SURE)
    return _covers(heard, [each for each in told if each.confidence >= least])


def tells_unkept(heard: Heard, kept: Mapping[str, str]) -> bool:
    """A fact that the form has no place for: nothing that is told is lost."""
    values = kept.values()
    told = (each for each in marks(heard) if each.entity != "municipio" or not _is_kept(each, kept))
    is_kept = all(any(is_of(each, value) for value in values) for each in told)
    return not is_kept or _tells_beside(heard, kept)


def _tells_beside(heard: Heard, kept: Mapping[str, str]) -> bool:
    """Another town, or a day: «nací en Etchojoa pero vivo en Obregón», «Empalme, el sábado»."""
    towns = {each.value for each in heard.meaning.entities if each.entity == "municipio"}
    return bool(towns - {kept.get("municipio")}) or heard.entity("fecha") is not None


def _is_kept(mark: Entity, kept: Mapping[str, str]) -> bool:
    return kept_as(mark.entity, mark.value) == kept.get(mark.entity)


def _covers(heard: Heard, told: Sequence[Entity]) -> bool:
    words = spelling.words(heard.text)
    inside = sum(any(mark.start <= each.start < mark.end for mark in told) for each in words)
    return 2 * inside > len(words)


def marks(heard: Heard) -> tuple[Entity, ...]:
    found = heard.told.facts if heard.told else ()
    told = (led.told(_without_contact(heard, each), heard.text) for each in found)
    return tuple(each for each in told if not led.is_none(each))


def _without_contact(heard: Heard, mark: Entity) -> Entity:
    """«Saúl 631 200 3040» is called Saúl, and so is a school."""
    start, end = mark.start, mark.end
    for each in heard.meaning.entities:
        if each.entity in CONTACTS:
            start = each.end if each.start <= start < each.end else start
            end = each.start if each.start < end <= each.end else end
    value = heard.text[start:end].strip(" ,.;:-")
    if (start, end) == (mark.start, mark.end) or not value:
        return mark
    start = heard.text.index(value, start)
    return replace(mark, value=value, start=start, end=start + len(value))


def _values(heard: Heard, fact: str, least: float) -> Iterator[str]:
    """What was said instead of another; their own name («ella es Yareli, yo soy su mamá Rosa»);
    then the surest."""
    told = [each for each in pieces(heard, fact) if is_sure(heard, each, least)]
    holds = restated.holding(told, heard.text)
    first = [holds] if holds and holds is not told[0] else []
    if fact == "nombre":
        told.sort(key=lambda each: not led.is_own(heard.text[: each.start]))
    else:
        told.sort(key=lambda each: -each.confidence)
    for each in (*first, *told):
        if kept := kept_as(fact, each.value):
            yield kept


def pieces(heard: Heard, fact: str) -> list[Entity]:
    """The marks of a kind, what is one thing as one."""
    told = [each for each in marks(heard) if each.entity == fact]
    joint = _JOINTS.get(fact)
    if joint is None or not told:
        return told
    kind = BESIDE_IT.get(fact)
    told += [each for each in (*marks(heard), *heard.meaning.entities) if each.entity == kind]
    first, *rest = sorted(told, key=lambda each: each.start)
    whole = [first]
    for each in rest:
        before = whole[-1]
        if before.entity == fact and joint.fullmatch(heard.text, before.end, each.start):
            whole[-1] = replace(before, value=heard.text[before.start : each.end], end=each.end)
        else:
            whole.append(each)
    return [each for each in whole if each.entity == fact]


def is_sure(heard: Heard, mark: Entity, least: float) -> bool:
    """With nothing beside it, less is enough."""
    return mark.confidence >= (LIKELY if _is_all(heard, mark) and least <= SURE else least)


def _is_all(heard: Heard, mark: Entity) -> bool:
    return heard.text.strip(" .,") == mark.value.strip(" .,")


def kept_as(fact: str, value: str) -> str | None:
    if fact == "municipio":
        return whereabouts.find(value, "municipio").municipality
    is_number = not any(each.isalpha() for each in value)
    is_none = fact in ("calle", "colonia") and streets.cannot_be(value)
    is_none = is_none or (fact == "calle" and described.tells_state(value))
    if is_none or (is_number and (fact != "ruta" or ":" in value)):
        return None  # a house number alone is no street, and «7:15» no route
    if fact == "ruta":
        return _OF_ROUTE.sub("", f"{value} ").strip() or None  # «ruta 9» is called 9
    return wording.titled(streets.spelt(value)) if fact in OF_TITLES else value


def is_of(mark: Entity, value: str) -> bool:
    if mark.entity == "municipio" and kept_as(mark.entity, mark.value) == value:
        return True  # however it was spelt
    one, other = spelling.fold(mark.value), spelling.fold(value)
    return one in other or other in one
