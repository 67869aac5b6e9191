"""Learns a network by descent in small steps, each weight at a pace of its own (AdaGrad: Duchi,
Hazan and Singer, 2011). Training only.

The library's own network takes four times as long: it touches every word at every step, and a
message has few.
"""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from nlu.features import Floats
from nlu.linear import SEED, Matrix
from nlu.network import Network

# Chosen on a part of the sentences of danger that was held out. What several have learnt, each from
# another beginning, hangs less on the order of the messages than what one has.
NETWORKS, UNITS, ROUNDS, LOT, PACE = 3, 8, 6, 512, 0.07
LEFT_OUT = 0.3  # of the words of a message, others each time, so that no word decides alone
SPREAD = 0.3, 0.5  # of the first weights, into the units and out of them
LEAST = 1e-8  # square that a pace begins with

Flags = npt.NDArray[np.bool_]


def learn(messages: Matrix, truth: Flags, counts: Floats, networks: int = NETWORKS) -> Network:
    """From messages x word n-grams, whether each is true, and how much it counts; both sides count
    the same in all. What `networks` of them have learnt is averaged."""
    chance = np.random.default_rng(SEED)
    counts = counts * np.where(truth, counts[~truth].sum() / counts[truth].sum(), 1)
    counts = (counts / counts.mean()).astype(np.float32)
    sides = np.where(truth, 1, -1).astype(np.float32)
    several = [_one(messages, sides, counts, chance) for _ in range(networks)]
    words, biases, units = (np.concatenate(part, axis=-1) for part in zip(*several, strict=True))
    words[np.bincount(messages.indices, minlength=len(words)) == 0] = 0  # nothing was learnt
    return Network(words.astype(np.float16), biases, (units / networks).astype(np.float32))


def _one(
    messages: Matrix, sides: Floats, counts: Floats, chance: np.random.Generator
) -> tuple[Floats, Floats, Floats]:
    """Words, biases and units; `sides` are 1 and -1."""
    width = messages.shape[1]
    words = _Weights(chance.standard_normal((width, UNITS), np.float32) * SPREAD[0])
    biases = _Weights(np.zeros(UNITS, np.float32))
    units = _Weights(chance.standard_normal(UNITS, np.float32) * SPREAD[1])
    for _ in range(ROUNDS):
        order = chance.permutation(len(sides))
        for at in range(0, len(order), LOT):
            lot = order[at : at + LOT]
            columns, told = _of_lot(messages[lot], chance)
            sums = told @ words.values[columns] + biases.values
            heard = np.maximum(sums, 0)
            side = sides[lot]
            power = np.exp(np.minimum(side * (heard @ units.values), 30))
            slope = -side * counts[lot] / (1 + power) / len(lot)
            back = np.outer(slope, units.values) * (sums > 0)
            words.step(told.T @ back, columns)
            biases.step(back.sum(axis=0))
            units.step(heard.T @ slope)
    return words.values, biases.values, units.values


@dataclass(slots=True)
class _Weights:
    values: Floats
    squares: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.squares = np.full_like(self.values, LEAST)

    def step(self, slope: Floats, rows: npt.NDArray[np.int32] | slice = slice(None)) -> None:
        squares = self.squares[rows] + np.square(slope)
        self.squares[rows] = squares
        self.values[rows] -= PACE * slope / np.sqrt(squares)


def _of_lot(messages: Matrix, chance: np.random.Generator) -> tuple[npt.NDArray[np.int32], Matrix]:
    """The columns that these messages have, and their cells in those, some left out."""
    kept = chance.random(len(messages.data), np.float32) > LEFT_OUT
    cells = messages.data * kept / np.float32(1 - LEFT_OUT)
    # As `np.unique` with the places, and without sorting.
    columns = np.flatnonzero(np.bincount(messages.indices, minlength=messages.shape[1]))
    place = np.zeros(messages.shape[1], np.int32)
    place[columns] = np.arange(len(columns))
    shape = (messages.shape[0], len(columns))
    told = csr_matrix((cells, place[messages.indices], messages.indptr), shape=shape)
    return columns.astype(np.int32), told
