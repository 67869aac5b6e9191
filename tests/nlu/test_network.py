"""What two words mean together, where each means something else by itself."""

import numpy as np
import pytest

from nlu import features, linear, network, network_learning
from nlu.features import Vectoriser
from nlu.network import Network

TOGETHER = ("me pega", "el sol", "me pega mi marido", "el sol y mi marido")
APART = ("me pega el sol", "mi marido", "me pega el sol en la cara", "mi marido sale")
TEXTS = (*TOGETHER, *APART)
TRUTH = np.repeat((True, False), (len(TOGETHER), len(APART)))


@pytest.fixture(scope="module")
def vectoriser() -> Vectoriser:
    return features.learn(TEXTS)


@pytest.fixture(scope="module")
def learnt(vectoriser: Vectoriser) -> Network:
    return _learn(vectoriser)


def _learn(vectoriser: Vectoriser) -> Network:
    many = TEXTS * 60
    messages = linear.matrix(vectoriser.rows(many), len(vectoriser.vocabulary))
    truth = np.tile(TRUTH, 60)
    words = messages[:, : vectoriser.bounds[0]]
    return network_learning.learn(words, truth, np.ones(len(truth), np.float32))


def test_it_tells_what_words_mean_together(vectoriser: Vectoriser, learnt: Network) -> None:
    margins = learnt.margins(vectoriser.rows(TEXTS))
    assert (margins[TRUTH] > 0).all()
    assert (margins[~TRUTH] < 0).all()


def test_a_message_is_told_the_same_alone_and_among_others(
    vectoriser: Vectoriser, learnt: Network
) -> None:
    together = learnt.margins(vectoriser.rows(TEXTS))
    alone = [learnt.margins(vectoriser.rows([text]))[0] for text in TEXTS]
    assert together == pytest.approx(alone, abs=1e-5)


def test_words_that_were_never_seen_add_nothing(vectoriser: Vectoriser, learnt: Network) -> None:
    nothing, unknown = learnt.margins(vectoriser.rows(["", "xilófono"]))
    assert nothing == unknown


def test_it_learns_the_same_each_time(vectoriser: Vectoriser, learnt: Network) -> None:
    again = _learn(vectoriser)
    assert np.array_equal(again.words, learnt.words)
    assert np.array_equal(again.units, learnt.units)


def test_without_sentences_it_says_nothing(vectoriser: Vectoriser) -> None:
    assert not network.SILENT.margins(vectoriser.rows(TEXTS)).any()
