"""The trained model as one file of plain numbers and words (.npz); nothing in it is executed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nlu.features import Floats, Halves
from nlu.interpretation import Thresholds
from nlu.moves import Moves
from nlu.network import Network
from nlu.random_field import Field
from nlu.urgency import Line


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` is n-grams x (intents and, last, danger to life), kept in half precision; `network`
    goes with the last. `scale` sharpens margins into honest probabilities; `tagger` is the field of
    names, `form` that of answers."""

    fingerprint: str
    intents: tuple[str, ...]
    vocabulary: tuple[str, ...]
    bounds: tuple[int, int]
    scale: float
    thresholds: Thresholds
    danger: Line
    idf: Floats
    weights: Halves
    biases: Floats
    tagger: Field
    form: Field
    moves: Moves
    network: Network


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
            weights=model.weights,
            biases=model.biases,
            tagger_weights=model.tagger.weights,
            tagger_transitions=model.tagger.transitions,
            form_weights=model.form.weights,
            form_transitions=model.form.transitions,
            network_words=model.network.words,
            network_biases=model.network.biases,
            network_units=model.network.units,
            moves_rows=model.moves.row_of,
            moves_weights=model.moves.weights,
            moves_biases=model.moves.biases,
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
            danger=Line(**words["danger"]),
            idf=arrays["idf"],
            weights=arrays["weights"],
            biases=arrays["biases"],
            tagger=_field("tagger", words, arrays),
            form=_field("form", words, arrays),
            network=Network(
                arrays["network_words"], arrays["network_biases"], arrays["network_units"]
            ),
            moves=Moves(
                names=tuple(words["moves"]["names"]),
                row_of=arrays["moves_rows"],
                weights=arrays["moves_weights"],
                biases=arrays["moves_biases"],
                scale=words["moves"]["scale"],
            ),
        )


def _field(name: str, words: Mapping[str, Any], arrays: Mapping[str, Any]) -> Field:
    return Field(
        labels=tuple(words[name]["labels"]),
        attributes=tuple(words[name]["attributes"]),
        weights=arrays[f"{name}_weights"],
        transitions=arrays[f"{name}_transitions"],
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
        "tagger": _named(model.tagger),
        "form": _named(model.form),
        "moves": {"names": model.moves.names, "scale": model.moves.scale},
        "danger": {"alone": model.danger.alone, "with_rule": model.danger.with_rule},
    }


def _named(field: Field) -> dict[str, Any]:
    return {"labels": field.labels, "attributes": field.attributes}
