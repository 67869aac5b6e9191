"""Makes the model file from the training messages, or keeps it if nothing changed."""

import hashlib
import platform
import random
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np

from nlu import calibration, concepts, embedded, features, model_file, noise, training_data
from nlu.calibration import Labels
from nlu.features import Floats, Vectoriser
from nlu.model_file import Model

SEED = 20_260
FOLDS = 4
CODE = (
    "text", "training_data", "features", "concepts", "noise", "linear", "embedded", "calibration",
    "train", "model_file",
)  # fmt: skip
LIBRARIES = ("numpy", "scipy", "scikit-learn", "pyyaml")


def ensure(path: Path, folder: Path = training_data.FOLDER) -> bool:
    """Trains only if the file is missing or was made from other data, code or libraries.

    True if it trained. Raises BrokenTrainingData.
    """
    if is_current(path, folder):
        return False
    train(folder, path)
    return True


def is_current(path: Path, folder: Path = training_data.FOLDER) -> bool:
    """Whether the file is there and was made from these data, this code and these libraries."""
    return model_file.fingerprint(path) == fingerprint(folder)


def train(folder: Path, path: Path) -> Model:
    """Trains on every example of the folder and writes the model. Raises BrokenTrainingData."""
    examples = training_data.load(folder)
    intents = tuple(sorted({example.intent for example in examples}))
    if len(intents) < 2:
        raise training_data.BrokenTrainingData(folder, 1, "fewer than two intents to tell apart")
    texts = [example.text for example in examples]
    labels = np.asarray([intents.index(example.intent) for example in examples])
    held_out = held_out_margins(texts, labels)
    scale = calibration.best_scale(held_out, labels)
    learnt = _learn(texts, labels, len(intents))
    model = Model(
        fingerprint=fingerprint(folder),
        intents=intents,
        vocabulary=tuple(learnt.vectoriser.vocabulary),
        bounds=learnt.vectoriser.bounds,
        scale=scale,
        thresholds=calibration.thresholds(embedded.calibrated(held_out, scale), labels),
        idf=learnt.vectoriser.idf,
        weights=learnt.weights,
        biases=learnt.biases,
    )
    model_file.write(model, path)
    return model


def fingerprint(folder: Path) -> str:
    """Changes with any training file, the code that learns, and its libraries."""
    digest = hashlib.sha256(platform.python_version().rpartition(".")[0].encode())
    here = Path(__file__).parent
    code = (here / f"{name}.py" for name in CODE)
    for file in (*code, concepts.CONCEPTS, *training_data.files(folder)):
        digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    for library in LIBRARIES:
        digest.update(f"{library}=={version(library)}".encode())
    return digest.hexdigest()


def held_out_margins(texts: Sequence[str], labels: Labels) -> Floats:
    """For each text, the margins of a model that has not seen it."""
    fold = folds(labels)
    intents = int(labels.max()) + 1
    margins = np.zeros((len(texts), intents), np.float32)
    for number in range(FOLDS):
        known, asked = (
            np.flatnonzero(fold != number).tolist(),
            np.flatnonzero(fold == number).tolist(),
        )
        learnt = _learn([texts[n] for n in known], labels[known], intents)
        rows = learnt.vectoriser.rows([texts[n] for n in asked])
        margins[asked] = embedded.margins(rows, learnt.weights, learnt.biases)
    return margins


def folds(labels: Labels) -> Labels:
    """The fold of each example: every intent is dealt out evenly, in shuffled order."""
    chance = random.Random(SEED)  # noqa: S311
    fold = np.zeros(len(labels), np.int64)
    for label in range(int(labels.max()) + 1):
        members = np.flatnonzero(labels == label).tolist()
        chance.shuffle(members)
        fold[members] = np.arange(len(members)) % FOLDS
    return fold


@dataclass(frozen=True, slots=True)
class _Learnt:
    vectoriser: Vectoriser
    weights: Floats
    biases: Floats


def _learn(texts: Sequence[str], labels: Labels, intents: int) -> _Learnt:
    from nlu import linear  # scikit-learn takes a second to import and `ensure` seldom needs it

    chance = random.Random(SEED)  # noqa: S311
    copies = [
        *texts,
        *(noise.with_typos(text, chance) for text in texts),
        *(noise.with_chat_spelling(text, chance) for text in texts),
    ]
    vectoriser = features.learn(copies)
    rows = vectoriser.rows(copies)
    width = len(vectoriser.vocabulary)
    weights, biases = linear.fit(rows, width, np.tile(labels, 3), intents)
    return _Learnt(vectoriser, weights, biases)
