"""Names of colonias and exact postal codes: a few that everybody says, or the official catalogue
that an operator has imported (see `sepomex`)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlu.gazetteer import spoken
from nlu.names import Gazetteer, Name, Strength
from nlu.text import words

_ARTICLES = ("la", "las", "el", "los")


class BrokenCatalogue(ValueError):  # noqa: N818
    """A file that is no catalogue; the text is one line."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`codes` is empty when no official catalogue was imported; the municipalities of a colonia
    are known only from it."""

    colonias: Gazetteer
    codes: Mapping[str, tuple[str, ...]]

    def homes(self, colonia: str) -> tuple[str, ...]:
        """The municipalities that have a colonia of this name."""
        name = self.colonias.names.get(_phrase(colonia))
        return name.municipalities if name else ()


def make(colonias: Mapping[str, Sequence[str]], codes: Mapping[str, Sequence[str]]) -> Catalogue:
    """From names of colonias and postal codes, each with its municipalities."""
    names: dict[tuple[str, ...], set[str]] = {}
    for said in spoken()["colonias_known"]:
        names.setdefault(_phrase(said), set())
    for said, municipalities in colonias.items():
        for phrase in _variants(_phrase(said)):
            names.setdefault(phrase, set()).update(municipalities)
    known = {
        phrase: Name(tuple(sorted(places)), Strength.SURE)
        for phrase, places in names.items()
        if phrase
    }
    return Catalogue(
        Gazetteer(known, spoken()["never_a_typo"], most_typos=1),
        {code: tuple(sorted(places)) for code, places in codes.items()},
    )


def write(
    path: Path, colonias: Mapping[str, Sequence[str]], codes: Mapping[str, Sequence[str]]
) -> None:
    """Replaces the file in one step."""
    unfinished = path.with_name(path.name + ".part")
    content = json.dumps({"colonias": colonias, "codes": codes}, ensure_ascii=False)
    unfinished.write_text(content, encoding="utf-8")
    unfinished.replace(path)


def read(path: Path) -> Catalogue:
    """The imported catalogue, or the plain one where there is none. Raises BrokenCatalogue."""
    if not path.exists():
        return plain()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return make(content["colonias"], content["codes"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        reason = type(error).__name__
        raise BrokenCatalogue(
            f"{path} no es un catálogo importado ({reason}); impórtelo de nuevo o bórrelo."
        ) from None


@cache
def plain() -> Catalogue:
    return make({}, {})


def _phrase(said: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(said))


def _variants(phrase: tuple[str, ...]) -> list[tuple[str, ...]]:
    """«El Sahuaro» is «la Sahuaro» to many."""
    bare = phrase[1:] if len(phrase) > 1 and phrase[0] in _ARTICLES else phrase
    return [phrase, bare] if bare != phrase else [phrase]
