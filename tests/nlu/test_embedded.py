"""The embedded engine: trains, loads without scikit-learn, answers anything, is good enough."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nlu import calibration, embedded, features, model_file, train, training_data
from nlu.embedded import EmbeddedInterpreter
from nlu.training_data import BrokenTrainingData

TEST_SPLIT = training_data.FOLDER.parent / "test"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with a small training set of two intents."""
    folder = tmp_path / "data"
    folder.mkdir()
    for intent, texts in {
        "agua_potable": ["no hay agua", "sin agua desde ayer", "no cae agua en la pila"],
        "bacheo": ["hay un bache", "la calle tiene hoyos", "tapen los baches por favor"],
    }.items():
        examples = "".join(f"      - {text}\n" for text in texts)
        content = f'version: "3.1"\nnlu:\n  - intent: {intent}\n    examples: |\n{examples}'
        (folder / f"{intent}.yml").write_text(content, encoding="utf-8")
    return folder


def test_trains_only_when_something_changed(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    assert train.ensure(path, small)
    assert not train.ensure(path, small)
    with (small / "bacheo.yml").open("a", encoding="utf-8") as file:
        file.write("      - puro hoyo en mi calle\n")
    assert train.ensure(path, small)
    path.write_bytes(b"not a model")
    assert train.ensure(path, small)


def test_training_twice_gives_the_same_model(small: Path, tmp_path: Path) -> None:
    one, two = (train.train(small, tmp_path / name) for name in ("one.npz", "two.npz"))
    assert np.array_equal(one.weights, two.weights)
    assert (one.scale, one.thresholds) == (two.scale, two.thresholds)


def test_one_intent_is_nothing_to_tell_apart(small: Path, tmp_path: Path) -> None:
    (small / "bacheo.yml").unlink()
    with pytest.raises(BrokenTrainingData, match="fewer than two intents"):
        train.train(small, tmp_path / "model.npz")


def test_understands_in_the_shape_of_rasa(small: Path, tmp_path: Path) -> None:
    train.train(small, tmp_path / "model.npz")
    engine = embedded.load(tmp_path / "model.npz")
    (answer,) = engine.interpret(["no ai agua en la col. Sahuaro, Hermosillo"])
    printed = answer.as_json()

    assert list(printed) == [
        "text", "intent", "intent_ranking", "entities", "urgent", "place", "engine",
    ]  # fmt: skip
    assert printed["intent"]["name"] == "agua_potable"
    assert [each["name"] for each in printed["intent_ranking"]] == ["agua_potable", "bacheo"]
    assert [each["entity"] for each in printed["entities"]] == ["colonia", "municipio"]
    assert printed["urgent"] == {"value": False, "score": 0.01, "reason": None}
    assert printed["place"]["municipality"] == "Hermosillo"
    assert printed["engine"] == "embedded"


def test_serving_needs_neither_scikit_learn_nor_scipy(model_of_the_product: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from nlu import embedded\n"
        f"embedded.load(Path({str(model_of_the_product)!r})).interpret(['no hay agua'])\n"
        "training_only = {'sklearn', 'scipy', 'pycrfsuite'}\n"
        "assert not training_only & set(sys.modules)"
    )
    root = Path(embedded.__file__).parents[1]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root)


def test_a_group_is_understood_as_one_by_one(engine: EmbeddedInterpreter) -> None:
    texts = ["no hay agua", "", "quiero una beca para mi hija", "hay un bache", "gracias"]
    together = engine.interpret(texts)
    alone = [engine.interpret([text])[0] for text in texts]
    assert [each.intent for each in together] == [each.intent for each in alone]
    assert np.allclose([each.confidence for each in together], [each.confidence for each in alone])
    assert engine.interpret([]) == []


@pytest.mark.parametrize(
    "text",
    ["", "   ", "😀😀😀", "\x00\xff" * 5_000, "请帮帮我", "помогите мне", "\u0301" * 50],
)
def test_what_cannot_be_understood_has_low_confidence(
    engine: EmbeddedInterpreter, text: str
) -> None:
    (answer,) = engine.interpret([text])
    assert answer.confidence < engine.thresholds.unsure


@pytest.mark.parametrize("text", ["a" * 100_000, "no hay agua " * 9_000, "1 " * 50_000])
def test_very_long_texts_are_answered(engine: EmbeddedInterpreter, text: str) -> None:
    (answer,) = engine.interpret([text])
    assert answer.text == text


def test_the_test_split(engine: EmbeddedInterpreter) -> None:
    examples = training_data.load(TEST_SPLIT)
    answers = engine.interpret([each.text for each in examples])
    right = [answer.intent == each.intent for answer, each in zip(answers, examples, strict=True)]
    among_two = [
        each.intent in [name for name, _ in answer.ranking[:2]]
        for answer, each in zip(answers, examples, strict=True)
    ]
    assert np.mean(right) >= 0.85
    assert np.mean(among_two) >= 0.93


def test_confidence_is_honest(engine: EmbeddedInterpreter) -> None:
    examples = training_data.load(TEST_SPLIT)
    intents = sorted({each.intent for each in examples})
    chances = engine.probabilities([each.text for each in examples])
    assert calibration.error(chances, [intents.index(each.intent) for each in examples]) <= 0.08


def test_thresholds_part_acting_asking_and_admitting_defeat(engine: EmbeddedInterpreter) -> None:
    assert 0 < engine.thresholds.unsure < engine.thresholds.sure < 1


def test_words_weigh_as_tf_idf_says() -> None:
    vectoriser = features.learn(["agua agua luz", "luz", "bache"])
    ((columns, values),) = vectoriser.rows(["agua agua luz"])
    weight = {
        vectoriser.vocabulary[column]: float(value)
        for column, value in zip(columns, values, strict=True)
        if column < vectoriser.bounds[0]
    }
    rare, common = np.log(4 / 2) + 1, np.log(4 / 3) + 1
    assert weight["agua"] / weight["luz"] == pytest.approx((1 + np.log(2)) * rare / common)
    assert np.linalg.norm(list(weight.values())) == pytest.approx(features.WEIGHTS[0])


def test_a_model_file_holds_no_code(model_of_the_product: Path) -> None:
    with np.load(model_of_the_product, allow_pickle=False) as arrays:
        names = {"words", "idf", "weights", "biases", "tagger_weights", "tagger_transitions"}
        names |= {"form_weights", "form_transitions"}
        names |= {
            "moves_rows",
            "network_words",
            "network_biases",
            "network_units",
            "moves_weights",
            "moves_biases",
        }
        assert set(arrays) == names
    assert model_file.fingerprint(model_of_the_product) == train.fingerprint(training_data.FOLDER)
