"""Learns to tell danger to life from what only sounds like it, over the n-grams of the intents.

Training only. What is learnt is one more column of the model and a network over its words, which
say as much as each other; `urgency` decides with their sum.
"""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import vstack

from nlu import calibration, linear, network, network_learning, noise, urgency
from nlu import text as spelling
from nlu.features import Floats, Vectoriser, pairs
from nlu.linear import Matrix
from nlu.network import Network
from nlu.network_learning import NETWORKS, Flags
from nlu.training_data import Example
from nlu.urgency import Line

URGENT, ANSWER = "urgente", "respuesta"
# How many times an answer counts, of a word or two and of more: so few words tell little else, and
# they are heard all day.
FEW_WORDS, FEW_COUNT, MORE_COUNT = 2, 20, 4
# The share of look-alikes (of a part of them that is held out) and of ordinary messages (half of
# which, 14 of the 30 that are likest, tell of danger indeed) that may raise the alarm: alone, and
# (look-alikes) with a rule.
ALONE, ORDINARY, WITH_RULE = 0.065, 0.048, 0.015
ORDINARY_COUNT = 3  # how much one counts, beside a sentence of danger or a look-alike
OF_NETWORK = 0.43  # its share in the margin
OFTEN = 4  # times that a word or a pair is said, to be learnt as a piece of a message


@dataclass(frozen=True, slots=True)
class Alarm:
    """`line` is drawn in the sum of both margins, of the weights and of the network."""

    weights: Floats
    bias: float
    network: Network
    line: Line = urgency.ONLY_RULES

    def margins(self, messages: Matrix) -> Floats:
        result: Floats = messages @ self.weights + self.bias
        return result + self.network.margins(linear.rows(messages))

    def reach(self, messages: Matrix) -> float:
        """How much further the weights spread these messages than the network does."""
        of_network = self.network.margins(linear.rows(messages))
        return float(np.std(messages @ self.weights) / np.std(of_network))

    def mixed(self, reach: float) -> "Alarm":
        """With the network's share in the margin."""
        share = np.float32(OF_NETWORK)
        units = self.network.units * np.float32(reach) * share
        return Alarm(
            self.weights * (1 - share),
            self.bias * (1 - OF_NETWORK),
            replace(self.network, units=units),
        )


def learn(
    vectoriser: Vectoriser,
    sentences: Sequence[Example],
    ordinary: Sequence[str],
    held_out: Sequence[str],
    seed: int,
) -> Alarm:
    """From sentences of danger, look-alikes, short answers and ordinary messages (those that are
    sentences of danger, too, are no ordinary ones). `held_out` are ordinary messages to set the
    line with. Without sentences only the rules raise the alarm."""
    width = len(vectoriser.vocabulary)
    if not sentences:
        return Alarm(np.zeros(width, np.float32), 0.0, network.SILENT)

    def matrix(texts: Sequence[str]) -> Matrix:
        place = {text: at for at, text in enumerate(dict.fromkeys(texts))}
        distinct = linear.matrix(vectoriser.rows([*place]), width)
        return distinct[[place[text] for text in texts]]  # many count several times

    answers = [each.text for each in sentences if each.intent == ANSWER]
    few = [text for text in answers if len(text.split()) <= FEW_WORDS]
    answers = [*answers * MORE_COUNT, *few * (FEW_COUNT - MORE_COUNT)]
    sentences = [each for each in sentences if each.intent != ANSWER]
    texts = [each.text for each in sentences]
    is_danger = np.asarray([each.intent == URGENT for each in sentences])
    urgent = {each.text for each in sentences if each.intent == URGENT}
    calm = (each for each in ordinary if each not in urgent)
    pieces = _pieces(ordinary, urgent)
    known, rest = matrix(noise.copies(texts, seed)), matrix([*calm, *answers, *pieces])
    learnt, left = next(calibration.parts(is_danger.astype(np.int64), seed))
    rows = np.concatenate([learnt + len(is_danger) * copy for copy in range(noise.COPIES)])
    truth, words = np.tile(is_danger, noise.COPIES), vectoriser.bounds[0]
    trial = _fit(known[rows], truth[rows], rest, words, networks=1)  # it only draws the line
    alarm = _fit(known, truth, rest, words)
    reach = trial.reach(known[left])
    trial, alarm = trial.mixed(reach), alarm.mixed(reach)
    lookalikes = left[~is_danger[left]]
    told = np.asarray([urgency.explain(texts[each]) is not None for each in lookalikes])
    unasked = alarm.margins(matrix(held_out))
    return replace(alarm, line=line(trial.margins(known[lookalikes]), told, unasked))


def _pieces(ordinary: Sequence[str], urgent: Container[str]) -> list[str]:
    """«y el», «una señora»: people write in pieces, and one tells nothing, if it is no cry."""
    counts: Counter[str] = Counter()
    for text in ordinary:
        words = list(spelling.said(text))
        counts.update([*words, *pairs(words)])
    often = (piece for piece, count in counts.items() if count >= OFTEN)
    return [each for each in often if each not in urgent and urgency.explain(each) is None]


def _fit(
    known: Matrix, is_danger: Flags, rest: Matrix, words: int, networks: int = NETWORKS
) -> Alarm:
    messages = vstack([known, rest]).tocsr()
    truth = np.concatenate([is_danger, np.zeros(rest.shape[0], np.bool_)])
    counts = np.repeat((1.0, ORDINARY_COUNT), (known.shape[0], rest.shape[0]))
    weights, bias = linear.fit_danger(messages, truth, counts)
    return Alarm(
        weights, bias, network_learning.learn(messages[:, :words], truth, counts, networks)
    )


def line(lookalikes: Floats, told: Flags, ordinary: Floats) -> Line:
    """Where the alarm is raised; `told` says which of the look-alikes a rule calls danger."""
    alone = float(np.quantile(lookalikes, 1 - ALONE))
    if len(ordinary):
        alone = max(alone, float(np.quantile(ordinary, 1 - ORDINARY)))
    with_rule = float(np.quantile(np.where(told, lookalikes, -np.inf), 1 - WITH_RULE))
    return Line(alone, min(alone, max(with_rule, float(lookalikes.min()))))
