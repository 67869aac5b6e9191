"""Which words of what was known are said again, or said to be wrong."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from nlu import text as spelling

ALIKE = 70  # of 100: «Lizeth» and «Liset»
TELLING = 3  # letters of a word that tells which part is meant
_DENIES = frozenset({
    "no", "not", "vez", "lugar", "ni", "sin", "quite", "cambie", "mal", "equivocada",
})  # fmt: skip
# They lead to a place, and tell none.
_LEADS = frozenset({"entre", "calle", "avenida", "esquina", "frente", "junto", "casi", "colonia"})
BEFORE, AFTER = 4, 2  # words about one within which it is denied


def alike(known: Sequence[str], said: Sequence[str]) -> dict[int, int]:
    """For the place of a word said, that of the word known that it is like."""
    there = [_plain(each) for each in known]
    found: dict[int, int] = {}
    for n, word in enumerate(map(_plain, said)):
        scores = [_likeness(one, word) if _tells(word) else 0 for one in there]
        best = max(range(len(there)), key=scores.__getitem__, default=None)
        if best is not None and scores[best] >= ALIKE and best not in found.values():
            found[n] = best
    return found


def denied(known: str, told: str, text: str) -> list[int]:
    """The places of the words known that the text says are wrong: «no es Tampico», «Tampico no»."""
    said = [each.folded for each in spelling.words(text)]
    new = {*spelling.fold(told).split()}
    words = [_plain(each) for each in known.split()]
    return [
        at
        for at, word in enumerate(words)
        if _tells(word) and word not in new and _is_denied(word, said)
    ]


def _is_denied(word: str, said: Sequence[str]) -> bool:
    places = (n for n, each in enumerate(said) if each == word)
    about = ([*said[max(0, n - BEFORE) : n], *said[n + 1 : n + 1 + AFTER]] for n in places)
    return any(not _DENIES.isdisjoint(each) for each in about)


def _likeness(one: str, other: str) -> float:
    if one.isdigit() or other.isdigit():
        return 100.0 * (one == other)
    return fuzz.ratio(one, other)


def _tells(word: str) -> bool:
    return word.isdigit() or (len(word) >= TELLING and word not in _LEADS)


def _plain(word: str) -> str:
    return spelling.fold(word).strip(",.")
