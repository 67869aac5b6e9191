"""The engine in our own process: a linear model served with numpy alone, beside the rules."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nlu import entities, model_file, urgency
from nlu.catalogue import Catalogue
from nlu.features import Floats, Rows, Vectoriser
from nlu.interpretation import Interpretation, Thresholds
from nlu.model_file import Model

RANKED = 10


def load(path: Path, catalogue: Catalogue | None = None) -> "EmbeddedInterpreter":
    """Raises OSError, ValueError or KeyError when the file is no model; see `train.ensure`."""
    interpreter = EmbeddedInterpreter(model_file.read(path), catalogue)
    interpreter.interpret(["buenas tardes"])  # the first citizen does not wait for the rules
    return interpreter


class EmbeddedInterpreter:
    name = "embedded"

    def __init__(self, model: Model, catalogue: Catalogue | None = None) -> None:
        self._catalogue = catalogue
        self.thresholds: Thresholds = model.thresholds
        self._model = model
        self._vectoriser = Vectoriser(model.vocabulary, model.bounds, model.idf)

    def interpret(self, texts: Sequence[str]) -> list[Interpretation]:
        if not texts:
            return []
        chances = self.probabilities(texts)
        return [self._interpretation(text, row) for text, row in zip(texts, chances, strict=True)]

    def probabilities(self, texts: Sequence[str]) -> Floats:
        """Texts x intents, in the order of the model's intents."""
        rows = self._vectoriser.rows(texts)
        return calibrated(margins(rows, self._model.weights, self._model.biases), self._model.scale)

    def _interpretation(self, text: str, chances: Floats) -> Interpretation:
        intents = self._model.intents
        best = np.argsort(-chances, kind="stable")[:RANKED].tolist()
        ranking = tuple((intents[n], float(chances[n])) for n in best)
        place, found = entities.find(text, self._catalogue)
        return Interpretation(
            text=text,
            intent=ranking[0][0],
            confidence=ranking[0][1],
            ranking=ranking,
            entities=found,
            urgent=urgency.assess(text),
            place=place,
            engine=self.name,
        )


def margins(rows: Rows, weights: Floats, biases: Floats) -> Floats:
    """Texts x intents. A text without a single known n-gram favours no intent."""
    result = np.zeros((len(rows), len(biases)), np.float32)
    for row, (columns, values) in zip(result, rows, strict=True):
        if len(columns):
            np.add(values @ weights[columns], biases, out=row)
    return result


def calibrated(margins: Floats, scale: float) -> Floats:
    """Softmax of the scaled margins."""
    powers = np.exp(scale * (margins - margins.max(axis=1, keepdims=True)))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)
