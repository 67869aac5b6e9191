"""Fits the linear classifier with scikit-learn. Training only: serving never imports this."""

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from nlu.features import Floats, Rows

C = 0.3
SEED = 20_260
NEVER = -2.0  # the margin of an intent that this part of the data has no example of


def fit(
    rows: Rows, width: int, labels: npt.NDArray[np.int64], intents: int
) -> tuple[Floats, Floats]:
    """Weights (n-grams x intents) and biases (intents) of one-against-the-rest margins."""
    matrix = csr_matrix((rows.values, rows.columns, rows.starts), shape=(len(rows), width))
    model = LinearSVC(C=C, class_weight="balanced", random_state=SEED, tol=1e-2)
    model.fit(matrix, labels)
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
