"""Learns moves from examples, over a vectoriser that is there already. Training only."""

from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np

from nlu import calibration, linear, moves, noise
from nlu.calibration import Labels
from nlu.features import Floats, Vectoriser
from nlu.moves import Moves
from nlu.training_data import Example

KEPT = 30_000  # n-grams, those that tell most
MATTER = "matter"
# Of so many messages that tell a matter, one is learnt as such: by its own words, so that a new
# example beside it changes nothing.
EACH = 6
# What is said to the bot is an intent and a move.
OF_INTENTS = {
    "afirmar": "agree",
    "negar": "decline",
    "gracias": "thanks",
    "despedida": "thanks",
    "saludo": "greeting",
    "hablar_con_persona": "person",
    "identidad_bot": "about_you",
    "insulto": "upset",
    "cancelar": "leave",
    "seguimiento": "follow",
}
OF_ANY_MOVE = ("ayuda", "fuera_de_ambito")


def learn(
    vectoriser: Vectoriser, told: Sequence[Example], messages: Sequence[Example], seed: int
) -> Moves:
    """From what is `told` in the course of a conversation, and from the messages of the intents. A
    part of the examples is held out to set the scale with; then all are learnt."""
    if not told:
        return moves.UNKNOWN
    examples = [*told, *_of_messages(messages)]
    names = tuple(sorted({each.intent for each in examples}))
    texts, labels = [each.text for each in examples], _labels(examples, names)
    width = len(vectoriser.vocabulary)
    rows = vectoriser.rows(noise.copies(texts, seed))
    weights, biases = linear.fit(rows, width, np.tile(labels, noise.COPIES), len(names))
    return _kept(names, weights, biases, _scale(vectoriser, texts, labels, seed))


def _scale(vectoriser: Vectoriser, texts: Sequence[str], labels: Labels, seed: int) -> float:
    """By a part of the texts that is held out, for which the others are learnt as they stand."""
    learnt, left = next(calibration.parts(labels, seed))
    width = len(vectoriser.vocabulary)
    known, asked = (vectoriser.rows([texts[n] for n in part]) for part in (learnt, left))
    weights, biases = linear.fit(known, width, labels[learnt], int(labels.max()) + 1)
    return calibration.best_scale(linear.matrix(asked, width) @ weights + biases, labels[left])


def _of_messages(messages: Sequence[Example]) -> Iterator[Example]:
    matters = (each for each in messages if each.intent not in (*OF_INTENTS, *OF_ANY_MOVE))
    for each in matters:
        if each.text.count(" ") < moves.LONGEST and crc32(each.text.encode()) % EACH == 0:
            yield Example(MATTER, each.text)
    for each in messages:
        if move := OF_INTENTS.get(each.intent):
            yield Example(move, each.text)


def _labels(examples: Sequence[Example], names: Sequence[str]) -> Labels:
    return np.asarray([names.index(each.intent) for each in examples])


def _kept(names: tuple[str, ...], weights: Floats, biases: Floats, scale: float) -> Moves:
    tells = np.square(weights).sum(axis=1)
    kept = np.flatnonzero(tells)
    kept = np.sort(kept[np.argsort(-tells[kept], kind="stable")[:KEPT]])
    row_of = np.full(len(weights), len(kept), np.int32)
    row_of[kept] = np.arange(len(kept))
    rows = np.vstack([weights[kept], np.zeros((1, len(names)), np.float32)])
    return Moves(names, row_of, rows.astype(np.float16), biases, scale)
