"""Streets, crossings and colonias, told by the words that introduce and that end their names."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from nlu.gazetteer import spoken
from nlu.text import Word, words

LONGEST_NAME, LONGEST_PLAIN_NAME = 6, 4
CONNECTORS = frozenset({"de", "del"})
JOINS = ("y", "e")
ARTICLES = frozenset({"la", "las", "el", "los"})
_LAUGHTER = re.compile(r"(?:ja|je){2,}j?")
_VERB_OR_LAUGHTER = re.compile(
    rf"(?!(?:fern|arm|rol|orl|hern)ando).{{2,}}(?:a|ie|ye)ndo(?:se|l[oa]|me)?|{_LAUGHTER.pattern}"
)
_HOUSE = re.compile(
    r"[\s,]*(?:#|n[uú]m(?:ero|ber)?\.?|no\.?)?\s*(\d{1,5}(?:\s?-?[a-zA-Z])?)(?![\w\d:])"
)
_BREAK = re.compile(r"[,;:!?¡¿()\n/\"«»#]|\.(?=\s|$)|\.{2,}| - ")


@dataclass(frozen=True, slots=True)
class Span:
    """A name in text[start:end], made of words[first:last]; `value` is how it is written."""

    kind: str
    value: str
    start: int
    end: int
    first: int
    last: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text and the words said in it, folded. `closed` has the words at which some other name must
    stop; `taken` those at which none may begin."""

    text: str
    said: Sequence[str]
    closed: frozenset[int] = frozenset()
    taken: frozenset[int] = frozenset()

    @property
    def words(self) -> Sequence[Word]:
        return words(self.text)

    @property
    def has_capitals(self) -> bool:
        return not self.text.islower()

    def folded(self, at: int) -> str:
        return self.said[at] if 0 <= at < len(self.said) else ""

    def where(self, names: Container[str]) -> list[int]:
        """The words that are one of these names."""
        return [at for at, word in enumerate(self.said) if word in names]

    def broken(self, at: int) -> bool:
        """Whether punctuation parts the word from the one before."""
        if not 0 < at < len(self.said):
            return True
        placed = self.words
        found = _BREAK.search(self.text, placed[at - 1].end, placed[at].start + 1)
        is_initial = found and found[0] == "." and placed[at].start - placed[at - 1].start == 3
        return found is not None and not (is_initial and self._goes_on(at))

    def _goes_on(self, at: int) -> bool:
        """«M. Diéguez», but «calle A. No hay»."""
        return self.capital(at - 1) and self.said[at] not in phrases("ends_a_name")

    def capital(self, at: int) -> bool:
        written = self.text[self.words[at].start : self.words[at].end]
        return written[:1].isupper() and (not written.isupper() or len(written) < 4)


def streets(sentence: Sentence) -> list[Span]:
    """«calle Reforma 45», «blvd. Kino»; and «entre Morelos y Juárez»."""
    found = [
        span_of(sentence, "calle", named, (at, last), confidence=0.9)
        for at in sentence.where(phrases("streets"))
        for named, first in [_named(sentence, at)]
        for last in name_after(sentence, first)
    ]
    with_corners = (_with_corner(sentence, _with_house(sentence, each)) for each in found)
    return [*with_corners, *_crossings(sentence)]


def meant(sentence: Sentence, told: list[Span]) -> list[Span]:
    """Of several, the one that «es» tells: «la calle pavimentada, es la calle Obregón»."""
    said = [
        each
        for each in told[1:]
        for at in [sum(word.start < each.start for word in sentence.words)]
        if "es" in sentence.said[max(0, at - 2) : at]
    ]
    return said[-1:] or told


def _named(sentence: Sentence, at: int) -> tuple[int, int]:
    """Where what is kept of a street begins, and where its name: «la calle es Obregón 21»."""
    is_told = sentence.folded(at + 1) in ("es", "era")
    return (at + 2, at + 2) if is_told else (at, at + 1)


def _crossings(sentence: Sentence) -> Iterator[Span]:
    for at in sentence.where(("entre",)):
        if _joins_towns(sentence, at + 1):
            continue
        skipped = 1 if sentence.folded(at + 1) in phrases("streets") else 0
        for middle in name_after(sentence, at + 1 + skipped):
            if sentence.folded(middle) in JOINS and not sentence.broken(middle):
                for last in name_after(sentence, middle + 1):
                    yield span_of(sentence, "entre_calles", at, (at, last), confidence=0.8)


def _joins_towns(sentence: Sentence, at: int) -> bool:
    """«entre Yécora y las rancherías» is a road, unless a street was named before."""
    if at not in sentence.taken or sentence.folded(at) in phrases("streets_first"):
        return False
    return not any(word in phrases("streets") for word in sentence.said[:at])


def name_after(sentence: Sentence, first: int) -> Iterator[int]:
    """Where the name that begins at `first` ends; nothing if no name begins there."""
    if first >= len(sentence.said) or is_parted(sentence, first):
        return
    article = sentence.folded(first) in ARTICLES or sentence.folded(first) in CONNECTORS
    core = first + 1 if article else first
    if core >= len(sentence.said) or ends(sentence, core, first):
        return
    if sentence.capital(core):
        yield from capital_ends(sentence, core)
    elif sentence.folded(first) not in CONNECTORS or (
        sentence.folded(first) == "del" and sentence.folded(first - 1) in phrases("side_streets")
    ):
        yield plain_end(sentence, core)


def is_parted(sentence: Sentence, first: int) -> bool:
    """A full stop after «col» or «av» parts nothing."""
    between = sentence.text[sentence.words[first - 1].end : sentence.words[first].start]
    return bool(
        _BREAK.search(between.replace(".", " ", 1).replace(":", " ", 1).replace("#", " ", 1))
    )


def ends(sentence: Sentence, at: int, first: int) -> bool:
    if at > first and sentence.broken(at) and sentence.folded(at - 1) not in phrases("titles"):
        return True
    word = sentence.folded(at)
    if f"{word} {sentence.folded(at + 1)}" in phrases("begins_a_name"):
        return False
    before, after = sentence.folded(at - 1), sentence.folded(at + 1)
    is_street = before in phrases("streets") or (before == "entre" and after in JOINS)
    if word in ("sonora", "principal") and is_street:
        return False  # every town has a street of that name
    return word in phrases("ends_a_name") or _VERB_OR_LAUGHTER.fullmatch(word) is not None


def capital_ends(sentence: Sentence, first: int) -> Iterator[int]:
    """A name with capital letters ends where they do: «Villa del Sol no tiene»."""
    last = first + 1
    at = last
    while at < len(sentence.said) and at - first < LONGEST_NAME:
        joined = sentence.broken(at) and sentence.folded(at - 1) not in phrases("titles")
        if joined or at in sentence.closed:
            break
        number = sentence.folded(at).isdigit() and sentence.folded(at - 1) not in CONNECTORS
        if sentence.capital(at) or number:
            last = at + 1
        elif sentence.folded(at) not in CONNECTORS | ARTICLES:
            break
        at += 1
    yield last


def plain_end(sentence: Sentence, first: int) -> int:
    """A name in lower case ends at punctuation, a common word, or another place."""
    at = first + 1
    while at < len(sentence.said) and at - first < LONGEST_PLAIN_NAME:
        word, before = sentence.folded(at), sentence.folded(at - 1)
        if sentence.broken(at) or at in sentence.closed or _LAUGHTER.fullmatch(word):
            break
        if word in phrases("ends_a_name") and not (word in ARTICLES and before in CONNECTORS):
            break
        at += 1
    while at - 1 > first and sentence.folded(at - 1) in CONNECTORS | ARTICLES:
        at -= 1
    return at


def _with_house(sentence: Sentence, street: Span) -> Span:
    house = _HOUSE.match(sentence.text, street.end)
    if house is None or street.value[-1:].isdigit():
        return street
    last = next(
        (n for n, word in enumerate(sentence.words) if word.start >= house.end(1)),
        len(sentence.said),
    )
    value = f"{street.value} {house[1]}"
    return Span(street.kind, value, street.start, house.end(1), street.first, last, 0.9)


def _with_corner(sentence: Sentence, street: Span) -> Span:
    """«Sufragio esquina con Morelos», «Encinas y Reyes», «Jalisco con la Guerrero»; a bare «y» or
    «con» needs a capital letter."""
    at = street.last
    for count in (4, 3, 2, 1):
        said = " ".join(sentence.said[at : at + count])
        after = at + count
        if said not in phrases("corners") or after >= len(sentence.said):
            continue
        if said in ("y", "con") and not _is_corner(sentence, at, after):
            continue
        of_kind = sentence.folded(after) in phrases("streets")  # «calle 20 y avenida 10»
        for last in name_after(sentence, after + of_kind):
            start, end = street.start, sentence.words[last - 1].end
            value = f"{street.value} {re.sub(r' +', ' ', sentence.text[street.end : end].strip())}"
            return Span(street.kind, value, start, end, street.first, last, street.confidence)
    return street


def _is_corner(sentence: Sentence, joint: int, at: int) -> bool:
    """Not «con 3 baches», nor «con la Secretaría»."""
    core = at + 1 if sentence.folded(at) in ARTICLES else at
    word = sentence.folded(core)
    is_number = word.isdigit() and sentence.folded(joint) == "y"
    is_name = core < len(sentence.said) and sentence.capital(core)
    is_name = is_name and word not in phrases("not_a_colonia")
    return is_number or is_name or word in phrases("streets")


def span_of(
    sentence: Sentence, kind: str, begins: int, words: tuple[int, int], *, confidence: float
) -> Span:
    first, last = words
    start, end = sentence.words[begins].start, sentence.words[last - 1].end
    value = re.sub(r"\s+", " ", sentence.text[start:end])
    return Span(kind, value, start, end, first, last, confidence)


@cache
def phrases(kind: str) -> frozenset[str]:
    return frozenset(str(each) for each in spoken()[kind])
