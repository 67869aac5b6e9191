"""A linear chain that labels the words of a text: its best labels, and how sure each one is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nlu.features import Floats, Halves

OTHER = "O"  # the first label: of no name
NEVER = -1e9
AROUND = 6  # words beside a name; what stands farther away has no say

Doubles = npt.NDArray[np.float64]
Stretch = tuple[int, int]  # first word, after the last


@dataclass(frozen=True, slots=True)
class Field:
    """`weights`, in single or half precision, is attributes x labels, `transitions` labels x
    labels; OTHER is the first label."""

    labels: tuple[str, ...]
    attributes: tuple[str, ...]
    weights: Floats | Halves
    transitions: Floats


@dataclass(frozen=True, slots=True)
class Labelled:
    """The best label of each word, and its probability."""

    labels: list[int]
    sure: list[float]


NOTHING = Field((OTHER,), (), np.zeros((0, 1), np.float32), np.zeros((1, 1), np.float32))


class Chain:
    def __init__(self, transitions: Floats) -> None:
        self._transitions = transitions.astype(np.float64)
        self._powers = np.exp(self._transitions)
        gains = self._transitions - self._transitions[0, 0]
        self._begin = np.append(NEVER, gains[0, 1:])
        self._go_on = np.append(NEVER, gains[1:, 1:].max(axis=0))
        self._end = float(gains[1:, 0].max())

    def promising(self, scores: Doubles, stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
        """For each text (a stretch of the rows of `scores`, words x labels) those parts of it of
        which a word may have another label than OTHER in the best labelling."""
        gains = scores - scores[:, :1]
        enter, stay = (gains + self._begin).max(axis=1), (gains + self._go_on).max(axis=1)
        firsts = [first for first, last in stretches if first < last]
        enter[firsts] = gains[firsts, 1:].max(axis=1)  # nothing stands before them
        enter, stay = enter.tolist(), stay.tolist()
        for first, last in stretches:
            yield _joined(self._names(enter[first:last], stay[first:last]), first, last)

    def _names(self, enter: Sequence[float], stay: Sequence[float]) -> list[Stretch]:
        """As if any label could follow any other at the best price: no name is missed."""
        outside, inside, since = 0.0, NEVER, 0
        found: list[Stretch] = []
        for at, (begin, go_on) in enumerate(zip(enter, stay, strict=True)):
            left = inside + self._end
            if left > outside:
                found.append((since, at))
            inside += go_on
            if outside + begin > inside:
                inside, since = outside + begin, at
            outside = max(outside, left)
        if max(inside, inside + self._end) > outside:
            found.append((since, len(enter)))
        return found

    def part(self, scores: Doubles, part: Stretch, whole: Stretch) -> Doubles:
        """The scores of a part of a text, as if all around it were OTHER."""
        found = scores[part[0] : part[1]].copy()
        if part[0] > whole[0]:
            found[0] += self._transitions[0]
        if part[1] < whole[1]:
            found[-1] += self._transitions[:, 0]
        return found

    def label(self, parts: Sequence[Doubles]) -> list[Labelled]:
        """Of each part, words x labels."""
        if not parts:
            return []
        order = sorted(range(len(parts)), key=lambda n: -len(parts[n]))
        ordered = [parts[n] for n in order]
        labels, sure = self._best(ordered), self._chances(ordered)
        found = {
            n: Labelled(path, [chances[at][label] for at, label in enumerate(path)])
            for n, path, chances in zip(order, labels, sure, strict=True)
        }
        return [found[n] for n in range(len(parts))]

    def _best(self, parts: Sequence[Doubles]) -> list[list[int]]:
        """Viterbi, all parts side by side; the longest stand first."""
        scores, counts = _side_by_side(parts)
        best = scores[0].copy()
        back = np.zeros(scores.shape, np.intp)
        for at, count in enumerate(counts[1:], 1):
            ways = best[:count, :, None] + self._transitions
            back[at, :count] = ways.argmax(axis=1)
            best[:count] = ways.max(axis=1) + scores[at, :count]
        return [
            _path(int(best[n].argmax()), back[: len(part), n].tolist())
            for n, part in enumerate(parts)
        ]

    def _chances(self, parts: Sequence[Doubles]) -> list[list[list[float]]]:
        """Forward and backward, all parts side by side; the longest stand first."""
        scores, counts = _side_by_side(parts)
        powers = np.exp(scores - scores.max(axis=2, keepdims=True))
        before, after = powers.copy(), np.ones_like(powers)
        for at, count in enumerate(counts[1:], 1):
            reached = (before[at - 1, :count] @ self._powers) * powers[at, :count]
            before[at, :count] = reached / reached.sum(axis=1, keepdims=True)
        for at in range(len(counts) - 1, 0, -1):
            count = counts[at]
            left = (powers[at, :count] * after[at, :count]) @ self._powers.T
            after[at - 1, :count] = left / left.sum(axis=1, keepdims=True)
        chances = before * after
        chances /= chances.sum(axis=2, keepdims=True)
        return [chances[: len(part), n].tolist() for n, part in enumerate(parts)]


def _joined(names: Sequence[Stretch], first: int, last: int) -> list[Stretch]:
    """The names of a text with what stands around them, in rows."""
    joined: list[Stretch] = []
    for start, end in names:
        start, end = max(first, first + start - AROUND), min(last, first + end + AROUND)
        if joined and start <= joined[-1][1]:
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def _side_by_side(parts: Sequence[Doubles]) -> tuple[Doubles, list[int]]:
    """Words x parts x labels; and how many parts have so many words."""
    scores = np.zeros((len(parts[0]), len(parts), parts[0].shape[1]))
    for n, part in enumerate(parts):
        scores[: len(part), n] = part
    return scores, [sum(len(part) > at for part in parts) for at in range(len(scores))]


def _path(label: int, back: list[Any]) -> list[int]:
    path = [label]
    for step in reversed(back[1:]):
        path.append(step[path[-1]])
    return path[::-1]
