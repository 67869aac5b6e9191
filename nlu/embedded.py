"""The engine in our own process: a linear model served with numpy alone, beside the rules."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from nlu import entities, greeted, model_file, urgency
from nlu.catalogue import Catalogue
from nlu.features import Floats, Halves, Row, Rows, Vectoriser
from nlu.form import Form
from nlu.interpretation import (
    GUESSED,
    NOTHING_KNOWN,
    Entity,
    Interpretation,
    Thresholds,
    Told,
    Urgency,
)
from nlu.model_file import Model
from nlu.tagger import Tagger

RANKED = 10
HALF_BIAS = np.float32(2.0**112)  # by which the exponents of the two precisions differ
TELLING = 3  # words
Ranking = tuple[tuple[str, float], ...]
CODES = ("folio", "folio_infomex", "clave", "telefono", "correo", "curp", "rfc")


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
        self._tagger = Tagger(model.tagger)
        self._form = Form(model.form)

    def interpret(self, texts: Sequence[str]) -> list[Interpretation]:
        found = self._as_written(texts)
        greets = (n for n, each in enumerate(found) if each.intent == greeted.GREETING)
        rests = {n: rest for n in greets if (rest := greeted.rest(texts[n]))}
        for n, told in zip(rests, self._as_written([*rests.values()]), strict=True):
            if greeted.is_matter(told):
                found[n] = replace(
                    found[n],
                    intent=told.intent,
                    confidence=told.confidence,
                    ranking=told.ranking,
                    move=told.move,
                )
        return found

    def _as_written(self, texts: Sequence[str]) -> list[Interpretation]:
        if not texts:
            return []
        rows = self._vectoriser.rows(texts)
        scored = margins(rows, self._model.weights, self._model.biases)
        rankings = self._rankings(calibrated(scored[:, :-1], self._model.scale))
        names = self._tagger.names(texts)
        moves = self._model.moves.of(texts, rows)
        danger = (scored[:, -1] + self._model.network.margins(rows)).tolist()
        told = zip(texts, rows, rankings, danger, names, strict=True)
        return [
            replace(self._interpretation(*each), move=move)
            for each, move in zip(told, moves, strict=True)
        ]

    def told(self, text: str, asked: str, known: Mapping[str, str] = NOTHING_KNOWN) -> Told:
        return self._form.told(text, asked, known)

    def probabilities(self, texts: Sequence[str]) -> Floats:
        """Texts x intents, in the order of the model's intents."""
        scored = margins(self._vectoriser.rows(texts), self._model.weights, self._model.biases)
        return calibrated(scored[:, :-1], self._model.scale)

    def _interpretation(
        self, text: str, row: Row, ranking: Ranking, danger: float, named: Sequence[Entity]
    ) -> Interpretation:
        place, found = entities.find(text, self._catalogue, named)
        return Interpretation(
            text=text,
            intent=ranking[0][0],
            confidence=ranking[0][1],
            ranking=ranking,
            entities=found,
            urgent=self._urgency(text, row, danger, found),
            place=place,
            engine=self.name,
        )

    def _rankings(self, chances: Floats) -> list[Ranking]:
        best = np.argsort(-chances, axis=1, kind="stable")[:, :RANKED]
        names = np.asarray(self._model.intents, object)[best].tolist()
        sure = np.take_along_axis(chances, best, axis=1).tolist()
        return [tuple(zip(*pair, strict=True)) for pair in zip(names, sure, strict=True)]

    def _urgency(self, text: str, row: Row, margin: float, told: Sequence[Entity]) -> Urgency:
        """Where no rule tells why, the letters of a query key or the like are no reason either."""
        found = urgency.decide(text, margin, self._model.danger)
        if not found.value or found.reason:
            return found
        rest = _without_codes(text, told)
        if rest != text:
            [row] = rows = self._vectoriser.rows([rest])
            [scored] = margins(rows, self._model.weights, self._model.biases)
            [more] = self._model.network.margins(rows)
            return self._urgency(rest, row, float(scored[-1] + more), ())
        return replace(found, reason=f"{GUESSED}: {self._telling(row)}")

    def _telling(self, row: Row) -> str:
        """The words of a message that weigh most towards danger."""
        columns, values = row
        weight = values * self._model.weights[columns, -1].astype(np.float32)
        heaviest = columns[np.argsort(-weight)].tolist()
        words = (n for n in heaviest if n < self._model.bounds[0])
        return ", ".join(f"«{self._model.vocabulary[n]}»" for n in islice(words, TELLING))


def _without_codes(text: str, told: Sequence[Entity]) -> str:
    for each in sorted(told, key=lambda each: -each.start):
        if each.entity in CODES:
            text = text[: each.start] + text[each.end :]
    return text.strip()


def margins(rows: Rows, weights: Halves | Floats, biases: Floats) -> Floats:
    """Texts x intents. A text without a single known n-gram favours no intent."""
    result = np.zeros((len(rows), len(biases)), np.float32)
    for row, (columns, values) in zip(result, rows, strict=True):
        if len(columns):
            np.add(values @ _unpacked(weights.take(columns, axis=0)), biases, out=row)
    return result


def _unpacked(weights: Halves | Floats) -> Floats:
    """In single precision, exactly: the bits of half precision are moved to where those of single
    precision stand, which is three times faster than `astype`."""
    if weights.dtype != np.float16:
        return np.asarray(weights, np.float32)
    bits = weights.view(np.int16).astype(np.int32) << 13
    bits &= ~0x70000000  # what the sign was copied to
    return bits.view(np.float32) * HALF_BIAS


def calibrated(margins: Floats, scale: float) -> Floats:
    """Softmax of the scaled margins."""
    powers = np.exp(scale * (margins - margins.max(axis=1, keepdims=True)))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)
