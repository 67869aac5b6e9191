"""The agencies of the directory by the names that people call them, and by what they take."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from bot.dialogue.reading import typed
from handoff.rules import directory, jurisdiction
from handoff.rules.catalogue import Category
from nlu import gazetteer

# Before a name that only tells where something is, or which paper is at hand.
_IN_PASSING = (
    r"\b(?:frente|enfrente|junto|lado|cerca|atras|detras|afuera|fuera|esquina|espaldas|altura|por"
    r"|entre|rumbo|pasando|con|sin|tengo|tra[ei]\w*|llev\w+|pid\w+|a[cs]ept\w+) (?:\w+ ){0,2}?"
)

# Posts, forces and places that no municipality has; of both other governments, a person checks.
_OF_STATE = re.compile(
    r"\b(?:subsecretari[oa]s?|diputad[oa]s? local(?:es)?|(?:agentes?|policias?) estatal(?:es)?"
    r"|(?:agentes?|policias?) (?:del mp|ministerial(?:es)?|del ministerio publico)"
    r"|secretari[oa] de (?:gobierno|salud|educacion|hacienda|seguridad)"
    r"|juez(?:a|es)?(?! (?:calificador|civic|municipal|de barandilla))|magistrad[oa]s?|juzgado"
    r"|(?<!fuera )(?<!lado )(?<!cerca )(?:del|en el) (?:hospital(?! municipal)|centro de salud"
    r"|ministerio publico)"
    r"|(?:maestr[oa]|director[a]?|prefect[oa]) de (?:la |el |una? )?(?:escuela|primaria|secundaria"
    r"|prepa\w*|kinder|cobach|conalep|cecytes|telesecundaria)"
    r"|state (?:trooper|police)s?)\b"
)
_OF_TOWN = re.compile(
    r"\b(?:municipal(?:es)?|regidor\w*|alcalde\w*|sindic[oa]|transito|comisari[oa])\b"
)


def taker(category: Category, text: str) -> str | None:
    """Of several agencies that may take a matter, the only one that the words name: «queja del
    Seguro» is for the IMSS."""
    takers = jurisdiction.taken_by(category)
    said = _names().findall(besides_passing(text)) if len(takers) > 1 else []
    named = {_keys()[each] for each in said}
    found = named & {*takers}
    if category.is_confidential and not found:
        found = _watching(takers, _levels(named, text))
    return found.pop() if len(found) == 1 else None


def _watching(takers: Iterable[str], levels: set[str]) -> set[str]:
    """Who looks into complaints about its own order of government."""
    return {each for each in takers if levels == {directory.load()[each].level}}


def _levels(named: Iterable[str], text: str) -> set[str]:
    """The orders of government of these offices, and of the posts that the words name."""
    plain = typed.bare(text)
    of_posts = {"estatal"} if _OF_STATE.search(plain) else set()
    of_posts |= {"municipal"} if of_posts and _OF_TOWN.search(plain) else set()
    return of_posts | {directory.load()[each].level for each in named}


def of_subject(text: str) -> str | None:
    """Who takes a subject that the words name."""
    found = _subjects().search(besides_passing(text))
    return _of_subjects()[found[0]] if found else None


def besides_passing(text: str) -> str:
    return _passing().sub(" ", typed.bare(text))


def named(plain: str) -> str | None:
    """The office that is called first, by the longest of its names."""
    found = _names().search(plain)
    return _keys()[found[0]] if found else None


@cache
def _names() -> re.Pattern[str]:
    longest = sorted(_keys(), key=len, reverse=True)
    # «La Comisión» alone is CFE, in Ures too; «la comisión de derechos humanos» is another one.
    towns = "|".join(map(typed.bare, gazetteer.municipalities()))
    other = rf"(?! (?:(?:de|del) (?!(?:{towns})\b)|(?:estatal|nacional|popular|medico)\b))"
    told = (f"{each}{other}"
            if each.startswith(("la ", "el ", "del ", "al ")) else each
            for each in longest)  # fmt: skip
    return re.compile(rf"\b(?:{'|'.join(told)})\b")


@cache
def _keys() -> dict[str, str]:
    """The key of each name, as people type it."""
    named = ((name, key) for key, agency in _valid() for name in _said(agency))
    found: dict[str, str] = {}
    for name, key in named:
        found.setdefault(name, key)
    return found


def _said(agency: directory.Agency) -> Iterator[str]:
    """«El Seguro» also as in «del Seguro», «al Seguro»."""
    for name in map(typed.bare, _called(agency)):
        yield name
        if name.startswith("el "):
            yield from (f"d{name}", f"a{name[1:]}")


def _called(agency: directory.Agency) -> tuple[str, ...]:
    """«Comisión Federal de Electricidad (CFE)» by its name and, in an alias, by its letters."""
    return agency.name.split(" (")[0], *agency.aliases, *agency.by_municipality.values()


def _valid() -> Iterator[tuple[str, directory.Agency]]:
    return ((key, each) for key, each in directory.load().items() if each.valid_until is None)


@cache
def _subjects() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_of_subjects())})\b")


@cache
def _passing() -> re.Pattern[str]:
    subjects = "|".join(_of_subjects())
    return re.compile(rf"{_IN_PASSING}(?:{_names().pattern}|(?:{subjects}))")


@cache
def _of_subjects() -> dict[str, str]:
    return {typed.bare(each): key for key, agency in _valid() for each in agency.subjects}
