"""The trained model as one file of plain numbers and words (.npz); nothing in it is executed."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nlu.features import Floats
from nlu.interpretation import Thresholds


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` is n-grams x intents. `scale` sharpens margins into honest probabilities."""

    fingerprint: str
    intents: tuple[str, ...]
    vocabulary: tuple[str, ...]
    bounds: tuple[int, int]
    scale: float
    thresholds: Thresholds
    idf: Floats
    weights: Floats
    biases: Floats


def write(model: Model, path: Path) -> None:
    """Replaces the file in one step, so that a crash leaves the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part")
    words = json.dumps(_words(model), ensure_ascii=False).encode()
    with unfinished.open("wb") as file:
        np.savez(
            file,
            words=np.frombuffer(words, np.uint8),
            idf=model.idf,
            weights=model.weights.astype(np.float16),
            biases=model.biases,
        )
    unfinished.replace(path)


def read(path: Path) -> Model:
    """Raises OSError, ValueError or KeyError when it is not a model file."""
    with np.load(path, allow_pickle=False) as arrays:
        words = json.loads(arrays["words"].tobytes())
        return Model(
            fingerprint=words["fingerprint"],
            intents=tuple(words["intents"]),
            vocabulary=tuple(words["vocabulary"]),
            bounds=(words["bounds"][0], words["bounds"][1]),
            scale=words["scale"],
            thresholds=Thresholds(**words["thresholds"]),
            idf=arrays["idf"],
            weights=arrays["weights"].astype(np.float32),
            biases=arrays["biases"],
        )


def fingerprint(path: Path) -> str | None:
    """What the model was trained from, or None if there is no model that can be read."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return str(json.loads(arrays["words"].tobytes())["fingerprint"])
    except (OSError, ValueError, KeyError, EOFError):
        return None


def _words(model: Model) -> dict[str, Any]:
    return {
        "fingerprint": model.fingerprint,
        "intents": model.intents,
        "vocabulary": model.vocabulary,
        "bounds": model.bounds,
        "scale": model.scale,
        "thresholds": {"sure": model.thresholds.sure, "unsure": model.thresholds.unsure},
    }
