"""Makes the model file from the training messages, or keeps it if nothing changed."""

import hashlib
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np

from nlu import calibration, embedded, features, model_file, noise, training_data
from nlu.calibration import Labels
from nlu.features import Floats, Vectoriser
from nlu.model_file import Model
from nlu.training_data import Example

SEED = 20_260
# The share that is kept of the n-grams that no sentence of danger has; the rest changes nothing.
KEPT = 0.28
CODE = (
    "text", "memory", "training_data", "features", "lexicon", "noise", "linear", "embedded",
    "calibration", "danger", "network", "network_learning", "tagger", "names_learning",
    "random_field", "train", "model_file", "urgency", "moves", "moves_learning", "form",
    "form_learning", "field_learning", "people",
    "addresses", "catalogue", "gazetteer", "names",  # what the form asks of its lists
)  # fmt: skip
BESIDE = ("urgency", "moves", "form", "validation")  # folders of data
WORDS = (
    "urgency.yml", "lexicon.txt", "people.txt",
    "places.yml", "localities.csv", "municipalities.csv",
)  # fmt: skip
LIBRARIES = ("numpy", "scipy", "scikit-learn", "python-crfsuite", "pyyaml")


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to learn from: the messages of each intent, sentences of danger and what only
    sounds like it, what people say in the course of a conversation, what they answer to the form,
    and messages held out to set confidences with (none: folds are held out)."""

    messages: Sequence[Example]
    danger: Sequence[Example]
    moves: Sequence[Example]
    answers: Sequence[Example]
    held_out: Sequence[Example]


def ensure(path: Path, folder: Path = training_data.FOLDER, learnt: Path | None = None) -> bool:
    """Trains only if the file is missing or was made from other data, code or libraries.

    True if it trained. Raises BrokenTrainingData.
    """
    if is_current(path, folder, learnt):
        return False
    train(folder, path, learnt)
    return True


def is_current(path: Path, folder: Path = training_data.FOLDER, learnt: Path | None = None) -> bool:
    """Whether the file is there and was made from these data, this code and these libraries."""
    return model_file.fingerprint(path) == fingerprint(folder, learnt)


def train(folder: Path, path: Path, learnt: Path | None = None) -> Model:
    """Trains on every example of the folder, and on those of the file `learnt` if it is there (what
    people corrected), and writes the model; the folders BESIDE it are used if they are there.
    Raises BrokenTrainingData."""
    # They take a second to import, and `ensure` seldom needs them.
    from nlu import danger, form_learning, moves_learning, names_learning

    material = read(folder, learnt)
    intents = tuple(sorted({example.intent for example in material.messages}))
    if len(intents) < 2:
        raise training_data.BrokenTrainingData(folder, 1, "fewer than two intents to tell apart")
    classifier = _learn(material.messages, intents, material.danger)
    margins, labels = _held_out(material, intents, classifier)
    scale = calibration.best_scale(margins, labels)
    alarm = danger.learn(
        classifier.vectoriser,
        material.danger,
        _ordinary(material.messages),
        [each.text for each in material.held_out],
        SEED,
    )
    model = Model(
        fingerprint=fingerprint(folder, learnt),
        intents=intents,
        vocabulary=tuple(classifier.vectoriser.vocabulary),
        bounds=classifier.vectoriser.bounds,
        scale=scale,
        thresholds=calibration.thresholds(embedded.calibrated(margins, scale), labels),
        danger=alarm.line,
        idf=classifier.vectoriser.idf,
        weights=np.column_stack([classifier.weights, alarm.weights]).astype(np.float16),
        biases=np.append(classifier.biases, np.float32(alarm.bias)),
        tagger=names_learning.learn(material.messages),
        form=form_learning.learn(material.answers),
        network=alarm.network,
        moves=moves_learning.learn(classifier.vectoriser, material.moves, material.messages, SEED),
    )
    model_file.write(model, path)
    return model


def _ordinary(messages: Sequence[Example]) -> list[str]:
    """What is said without danger: the messages, and each fact in them by itself, as people answer
    when they are asked for it."""
    facts = {entity.value: None for each in messages for entity in each.entities}
    return [*(each.text for each in messages), *facts]


def read(folder: Path, learnt: Path | None = None) -> Material:
    corrected = training_data.read(learnt) if learnt and learnt.is_file() else []
    return Material(
        messages=[*training_data.load(folder), *corrected],
        danger=training_data.load(folder.parent / "urgency"),
        moves=training_data.load(folder.parent / "moves"),
        answers=training_data.load(folder.parent / "form"),
        held_out=training_data.load(folder.parent / "validation"),
    )


def fingerprint(folder: Path, learnt: Path | None = None) -> str:
    """Changes with any training file, the code that learns, and its libraries."""
    digest = hashlib.sha256(platform.python_version().rpartition(".")[0].encode())
    here = Path(__file__).parent
    code = (here / f"{name}.py" for name in CODE)
    beside = (folder.parent / name for name in BESIDE)
    data = (file for each in (folder, *beside) for file in training_data.files(each))
    words = (here / "data" / name for name in WORDS)
    corrected = (learnt,) if learnt and learnt.is_file() else ()
    for file in (*code, *words, *data, *corrected):
        digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    for library in LIBRARIES:
        digest.update(f"{library}=={version(library)}".encode())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class _Learnt:
    vectoriser: Vectoriser
    weights: Floats
    biases: Floats

    def margins(self, texts: Sequence[str]) -> Floats:
        return embedded.margins(self.vectoriser.rows(texts), self.weights, self.biases)


def _learn(
    messages: Sequence[Example], intents: Sequence[str], danger: Sequence[Example] = ()
) -> _Learnt:
    """With those n-grams alone that stand out in some intent, and with all of the sentences of
    danger."""
    from nlu import linear

    renamed = noise.with_other_names(messages, SEED)
    copies = noise.copies([example.text for example in messages], SEED, renamed)
    labels = np.tile(_labels(messages, intents), noise.COPIES)
    vectoriser = features.learn(copies, [example.text for example in danger])
    width = len(vectoriser.vocabulary)
    matters = linear.standing_out(vectoriser.rows(copies), width, labels, len(intents))
    matters[vectoriser.rows([example.text for example in danger]).columns] = np.inf
    kept = np.flatnonzero(matters >= np.quantile(matters[np.isfinite(matters)], 1 - KEPT))
    vectoriser = vectoriser.keeping(kept)
    return _Learnt(
        vectoriser, *linear.fit(vectoriser.rows(copies), len(kept), labels, len(intents))
    )


def _held_out(material: Material, intents: Sequence[str], learnt: _Learnt) -> tuple[Floats, Labels]:
    """Margins of messages that the model has not seen, and what they are."""
    if material.held_out:
        texts = [each.text for each in material.held_out]
        return learnt.margins(texts), _labels(material.held_out, intents)
    labels = _labels(material.messages, intents)
    margins = np.zeros((len(labels), len(intents)), np.float32)
    for known, asked in calibration.parts(labels, SEED):
        fold = _learn([material.messages[n] for n in known], intents)
        margins[asked] = fold.margins([material.messages[n].text for n in asked])
    return margins, labels


def _labels(examples: Sequence[Example], intents: Sequence[str]) -> Labels:
    return np.asarray([intents.index(each.intent) for each in examples])
