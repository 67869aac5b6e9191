"""Fits the linear classifiers with scikit-learn. Training only: serving never imports this."""

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from nlu.features import Floats, Rows

C = 0.3
DANGER_C = 0.1
SEED = 20_260
NEARLY = 1e-2  # how near the best weights it comes
NEVER = -2.0  # the margin of an intent that this part of the data has no example of

Labels = npt.NDArray[np.int64]
Matrix = Any  # scipy has no types


def standing_out(rows: Rows, width: int, labels: Labels, intents: int) -> Floats:
    """Of each n-gram, how far its mean in the single intents is from its mean in all of them."""
    share = 1 / np.bincount(labels, minlength=intents)[labels]
    of_intent = csr_matrix((share, (labels, np.arange(len(labels)))), shape=(intents, len(labels)))
    everything = matrix(rows, width)
    apart = (of_intent @ everything).toarray() - np.asarray(everything.mean(axis=0))
    return np.asarray(np.sqrt(np.square(apart).sum(axis=0)), np.float32)


def fit(rows: Rows, width: int, labels: Labels, intents: int) -> tuple[Floats, Floats]:
    """Weights (n-grams x intents) and biases (intents) of one-against-the-rest margins."""
    model = _machine(C)
    model.fit(matrix(rows, width), labels)
    learnt, learnt_biases = model.coef_.T, model.intercept_
    if learnt.shape[1] == 1:  # scikit-learn keeps one column for two intents
        learnt, learnt_biases = (
            np.hstack([-learnt, learnt]),
            np.hstack([-learnt_biases, learnt_biases]),
        )
    weights = np.zeros((width, intents), np.float32)
    biases = np.full(intents, NEVER, np.float32)
    weights[:, model.classes_] = learnt
    biases[model.classes_] = learnt_biases
    return weights, biases


def fit_danger(
    messages: Matrix, is_danger: npt.NDArray[np.bool_], counts: Floats
) -> tuple[Floats, float]:
    """Weights (n-grams) and bias of the margin of danger; `counts` is what each message counts."""
    model = _machine(DANGER_C)
    model.fit(messages, is_danger, sample_weight=counts)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def _machine(c: float) -> LinearSVC:
    # By itself the library would turn to the primal, slower here, for more messages than n-grams.
    return LinearSVC(C=c, class_weight="balanced", random_state=SEED, tol=NEARLY, dual=True)


def matrix(rows: Rows, width: int) -> Matrix:
    return csr_matrix((rows.values, rows.columns, rows.starts), shape=(len(rows), width))


def rows(messages: Matrix) -> Rows:
    """The same, as they are served."""
    return Rows(messages.indptr, messages.indices, messages.data)
