"""The chain against every labelling that there is."""

from itertools import pairwise, product

import numpy as np
import pytest

from nlu.random_field import AROUND, Chain

LABELS, WORDS = 3, 5


@pytest.mark.parametrize("seed", range(20))
def test_labels_and_chances_are_those_of_all_labellings_together(seed: int) -> None:
    chance = np.random.default_rng(seed)
    transitions = chance.normal(size=(LABELS, LABELS)).astype(np.float32)
    parts = [chance.normal(size=(words, LABELS)) * 2 for words in (2, WORDS, 1)]
    for part, found in zip(parts, Chain(transitions).label(parts), strict=True):
        ways = list(product(range(LABELS), repeat=len(part)))
        weights = np.exp([_score(way, part, transitions) for way in ways])
        best = ways[int(weights.argmax())]
        assert tuple(found.labels) == best
        for at, label in enumerate(best):
            same = [n for n, way in enumerate(ways) if way[at] == label]
            assert found.sure[at] == pytest.approx(weights[same].sum() / weights.sum())


@pytest.mark.parametrize("seed", range(200))
def test_no_name_is_passed_over(seed: int) -> None:
    chance = np.random.default_rng(seed)
    transitions = chance.normal(size=(LABELS, LABELS)).astype(np.float32)
    transitions[0, 0] += 3
    scores = chance.normal(size=(40, LABELS)) * 2
    scores[:, 0] += 2
    chain = Chain(transitions)
    [whole] = chain.label([scores])
    [promising] = chain.promising(scores, [(0, len(scores))])
    looked_at = {at for first, last in promising for at in range(first, last)}
    assert {at for at, label in enumerate(whole.labels) if label} <= looked_at


def test_what_stands_far_from_a_name_is_not_looked_at() -> None:
    scores = np.zeros((50, LABELS))
    scores[:, 0] = 9
    scores[25] = (0, 30, 0)
    transitions = np.zeros((LABELS, LABELS), np.float32)
    chain = Chain(transitions)
    assert list(chain.promising(scores, [(0, 50)])) == [[(25 - AROUND, 26 + AROUND)]]
    assert list(chain.promising(scores, [(0, 20)])) == [[]]


def _score(
    way: tuple[int, ...],
    part: np.ndarray[tuple[int, int]],
    transitions: np.ndarray[tuple[int, int]],
) -> float:
    steps = sum(float(transitions[left, right]) for left, right in pairwise(way))
    return steps + sum(float(part[at, label]) for at, label in enumerate(way))
