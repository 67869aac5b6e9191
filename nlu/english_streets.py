"""Streets as who writes English names them: «on Bahia street», «Obregon street 45», «street Londres
14», «her street is Niños Héroes 210»."""

from collections.abc import Iterator

from nlu.addresses import Sentence, Span, span_of

LONGEST = 3
_STREETS = frozenset({"street", "avenue", "boulevard"})
_AT = frozenset({"on", "at", "in", "of", "near"})
_OWN = frozenset({"her", "his", "their", "its"})
_NO_NAME = frozenset({"the", "my", "our", "your", "this", "that", "a", "whole", "same", "main"})


def streets(sentence: Sentence) -> Iterator[Span]:
    """The name before the word, if a house after it or an «on» before says that it is one."""
    for at in sentence.where(_STREETS):
        first = at
        while at - first < LONGEST and _is_of_name(sentence, first - 1, at):
            first -= 1
        has_house = sentence.folded(at + 1).isdigit()
        if first < at and (has_house or sentence.folded(first - 1) in _AT):
            words = (first, at + 1 + has_house)
            yield span_of(sentence, "calle", first, words, confidence=0.8)
        elif first == at or sentence.folded(at - 1) in _NO_NAME | _OWN:
            yield from _after(sentence, at + 1)


def _after(sentence: Sentence, at: int) -> Iterator[Span]:
    first = at + 1 if sentence.folded(at) in ("is", "called", "name") else at
    last = first
    while last - first < LONGEST and last < len(sentence.said) and _goes_on(sentence, first, last):
        last += 1
    if last > first and sentence.capital(first):
        yield span_of(sentence, "calle", first, (first, last), confidence=0.8)


def _goes_on(sentence: Sentence, first: int, at: int) -> bool:
    if at > first and sentence.broken(at):
        return False
    return sentence.capital(at) or (at > first and sentence.folded(at).isdigit())


def _is_of_name(sentence: Sentence, at: int, street: int) -> bool:
    if at < 0 or sentence.folded(at) in _NO_NAME | _AT or sentence.broken(at + 1):
        return False
    return sentence.capital(at) or at == street - 1
