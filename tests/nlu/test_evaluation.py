"""Scores worked out by hand."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from nlu import calibration
from nlu.embedded import EmbeddedInterpreter
from nlu.evaluation import (
    confidence,
    cost,
    danger,
    entities,
    examination,
    figures,
    intents,
    report,
    serving,
    speed,
    summary,
)
from nlu.evaluation.confidence import Band
from nlu.evaluation.cost import Cost
from nlu.evaluation.examination import Answer
from nlu.evaluation.intents import Confusion, IntentScore, Matrix
from nlu.evaluation.serving import NotMeasured, Serving
from nlu.evaluation.speed import Speed
from nlu.interpretation import Entity, Interpretation, Place, Thresholds
from nlu.training_data import Example
from tests.nlu.judging import DANGER, HALF_SURE, Engine, answer, found, meaning

FOUR = (
    answer("bacheo", ("bacheo", 0.95), ("agua", 0.05)),
    answer("bacheo", ("agua", 0.65), ("bacheo", 0.35)),
    answer("agua", ("agua", 0.85), ("bacheo", 0.15)),
    answer("luz", ("agua", 0.35), ("bacheo", 0.33)),
)


def test_intents() -> None:
    judged = intents.judge(FOUR)
    assert judged.asked == 4
    assert judged.accuracy == 0.5
    assert judged.top_two == 0.75
    assert judged.scores == (
        IntentScore("luz", 0, 0, 0, 1),
        IntentScore("agua", 1 / 3, 1, 0.5, 1),
        IntentScore("bacheo", 1, 0.5, 2 / 3, 2),
    )
    assert judged.macro_f1 == pytest.approx((0 + 1 / 2 + 2 / 3) / 3)


def test_confusions_begin_with_the_most_frequent() -> None:
    judged = intents.judge([*FOUR, answer("luz", ("agua", 0.9))])
    assert judged.confusions == (Confusion("luz", "agua", 2), Confusion("bacheo", "agua", 1))


def test_matrix() -> None:
    expected = Matrix(("agua", "bacheo", "luz"), ((1, 0, 0), (1, 1, 0), (1, 0, 0)))
    assert intents.matrix(FOUR) == expected


def test_an_intent_that_nobody_asked_about_is_no_part_of_the_mean() -> None:
    judged = intents.judge([answer("luz", ("luz", 0.9)), answer("luz", ("gas", 0.9))])
    assert [each.intent for each in judged.scores] == ["gas", "luz"]
    assert judged.macro_f1 == pytest.approx(2 / 3)


def test_calibration() -> None:
    judged = confidence.judge(FOUR, HALF_SURE)
    assert judged.error == pytest.approx((0.05 + 0.65 + 0.15 + 0.35) / 4)
    full = [each for each in judged.bins if each.answers]
    assert [(each.low, each.right) for each in full] == [(0.3, 0), (0.6, 0), (0.8, 1), (0.9, 1)]
    assert full[0].confidence == pytest.approx(0.35)


def test_what_the_thresholds_do() -> None:
    judged = confidence.judge(FOUR, HALF_SURE)
    assert judged.sure == Band(answers=2, share=0.5, right=1)
    assert judged.asking == Band(answers=1, share=0.25, right=1)
    assert judged.lost == Band(answers=1, share=0.25, right=0)
    at_half = next(each for each in judged.curve if each.threshold == 0.5)
    assert at_half.coverage == 0.75
    assert at_half.precision == pytest.approx(2 / 3)


def test_the_thresholds_themselves_belong_to_the_better_side() -> None:
    judged = confidence.judge(FOUR, Thresholds(sure=0.95, unsure=0.35))
    assert (judged.sure.answers, judged.asking.answers, judged.lost.answers) == (1, 3, 0)


def test_the_bins_agree_with_the_error(engine: EmbeddedInterpreter) -> None:
    examples = examination.load(examination.FOLDERS[0])[::3]
    judged = report.score(engine, "test", examples).confidence
    gaps = sum(abs(each.right - each.confidence) * each.answers for each in judged.bins)
    assert judged.error == pytest.approx(gaps / len(examples), abs=1e-5)
    chances = engine.probabilities([each.text for each in examples])
    likeliest = chances.argmax(axis=1)
    is_right = [
        meaning.intent == example.intent
        for meaning, example in zip(
            engine.interpret([each.text for each in examples]), examples, strict=True
        )
    ]
    labels = np.where(is_right, likeliest, (likeliest + 1) % chances.shape[1])
    assert judged.error == pytest.approx(calibration.error(chances, labels), abs=1e-5)


def test_danger() -> None:
    judged = danger.judge(
        "ejemplo",
        [
            Answer(Example("urgente", "trae un arma"), meaning(urgent=DANGER)),
            Answer(Example("urgente", "se ahoga"), meaning()),
            Answer(Example("no_urgente", "me muero de risa"), meaning(urgent=DANGER)),
            *(Answer(Example("no_urgente", "hay un bache"), meaning()) for _ in range(3)),
            Answer(Example("bacheo", "otra cosa"), meaning(urgent=DANGER)),
        ],
    )
    assert (judged.urgent, judged.recall, judged.missed) == (2, 0.5, ("se ahoga",))
    assert (judged.calm, judged.alarm_rate) == (4, 0.25)
    assert judged.false_alarms == ("me muero de risa",)


def test_entities_count_only_as_exact_spans() -> None:
    colonia, calle = found("colonia", "Sahuaro", 10), found("calle", "Reforma", 30)
    cut_short, school = found("colonia", "Sahua", 10), found("escuela", "Leona Vicario", 50)
    judged = entities.judge(
        [
            _told((colonia, calle), (colonia,)),
            _told((colonia, school), (cut_short, calle)),
            _told((), (calle,)),
        ]
    )
    assert judged.messages == 2
    scored = {each.entity: each for each in judged.scores}
    assert (scored["colonia"].precision, scored["colonia"].recall) == (0.5, 0.5)
    assert (scored["calle"].precision, scored["calle"].recall, scored["calle"].f1) == (0, 0, 0)
    assert (scored["escuela"].support, scored["escuela"].counts) == (1, False)
    # Of colonia and calle together: 1 right, 3 given, 3 annotated.
    assert judged.micro_f1 == pytest.approx(1 / 3)


def test_no_average_where_nothing_counts() -> None:
    assert entities.judge([_told((found("escuela", "Leona", 0),), ())]).micro_f1 is None


def _told(truth: tuple[Entity, ...], given: tuple[Entity, ...]) -> Answer:
    return Answer(Example("bacheo", "", truth), meaning(entities=given))


VICAM, OBREGON = found("municipio", "Vícam", 0), found("municipio", "cd obregon", 10)


@pytest.mark.parametrize(
    ("annotated", "place", "is_right"),
    [
        ((VICAM,), Place(municipality="Guaymas"), True),
        ((VICAM,), Place(municipality="Cajeme"), False),
        ((VICAM,), Place(), False),
        ((VICAM,), Place(candidates=("Guaymas",)), False),
        ((VICAM, OBREGON), Place(municipality="Cajeme"), True),
        ((VICAM, OBREGON), Place(candidates=("Cajeme", "Guaymas")), True),
        ((VICAM, OBREGON), Place(candidates=("Cajeme", "Navojoa")), False),
        ((VICAM, OBREGON), Place(municipality="Navojoa"), False),
    ],
)
def test_municipality(annotated: tuple[Entity, ...], place: Place, is_right: bool) -> None:
    asked = Answer(Example("bacheo", "x", annotated), meaning(place=place))
    judged = entities.judge_municipalities([asked])
    assert (judged.named, judged.accuracy) == (1, float(is_right))
    assert len(judged.wrong) == (not is_right)


@pytest.mark.parametrize(
    ("annotated", "named", "is_invented"),
    [
        ((), "Guaymas", True),
        ((), None, False),
        ((found("calle", "Obregón", 0),), "Cajeme", True),
        ((found("colonia", "Benito Juárez", 0),), "Benito Juárez", True),
        ((found("colonia", "ejido La Victoria", 0),), "Hermosillo", False),
        ((found("tramo", "Moctezuma-Huásabas", 0),), "Huásabas", False),
        ((found("tramo", "Moctezuma-Huásabas", 0),), "Ures", True),
    ],
)
def test_invented_municipality(
    annotated: tuple[Entity, ...], named: str | None, is_invented: bool
) -> None:
    asked = Answer(Example("bacheo", "x", annotated), meaning(place=Place(municipality=named)))
    judged = entities.judge_municipalities([asked])
    assert (judged.named, judged.unnamed) == (0, 1)
    assert len(judged.invented) == is_invented


@pytest.mark.parametrize(
    ("part", "expected"), [(0.5, 5), (0.9, 9), (0.91, 10), (0.99, 10), (1.0, 10), (0.01, 1)]
)
def test_percentile(part: float, expected: float) -> None:
    assert speed.percentile([float(n) for n in range(1, 11)], part) == expected


def test_speed_asks_every_text_once() -> None:
    asked: list[str] = []

    class Listening(Engine):
        def interpret(self, texts: Sequence[str]) -> list[Interpretation]:
            asked.extend(texts)
            return super().interpret(texts)

    texts = [f"mensaje {number}" for number in range(300)]
    measured = speed.measure(Listening(), texts)
    assert sorted(asked) == sorted(texts)
    assert 0 < measured.p50 <= measured.p99


def test_serving_needs_no_training_library(model_of_the_product: Path) -> None:
    measured = serving.measure(model_of_the_product, ["hola", "hay\nun bache"])
    assert measured.training_only == ()
    assert 0 < measured.load_seconds < 60
    assert measured.resident is None or 30e6 < measured.resident < 1e9


def test_a_broken_model_is_said(tmp_path: Path) -> None:
    broken = tmp_path / "model.npz"
    broken.write_bytes(b"not a model")
    with pytest.raises(NotMeasured, match="terminó con 1"):
        serving.measure(broken, ["hola"])
    missing = cost.of_model(Engine(), ["hola", "adiós"], broken, trained_from=None)
    assert missing.serving is None
    assert len(missing.not_measured) == 1


def test_training_is_measured_in_cpu_seconds(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    assert 0 < serving.training_cpu(folder) < 60
    with pytest.raises(NotMeasured, match="fewer than two"):
        serving.training_cpu(tmp_path / "empty")


def test_each_figure_stands_beside_its_target() -> None:
    spent = Cost(Speed(0.0021, 0.008, 0.00005), Serving(0.2, 0.4, 121_000_000, ()))
    shown = {each.title: each for each in figures.of_cost(spent)}
    assert shown["Un mensaje, p50"].value == "2.1 ms"
    assert shown["Un mensaje, p50"].is_met is False
    assert shown["Un mensaje, p99"].is_met is True
    assert shown["Memoria para servir"].is_met is False
    assert shown["CPU del entrenamiento"].value == figures.NOTHING
    assert shown["CPU del entrenamiento"].is_met is None


def test_a_server_elsewhere_shows_no_cpu_of_ours() -> None:
    spent = cost.of_server(Engine(), ["hola", "adiós"])
    shown = {each.title: each.value for each in figures.of_cost(spent)}
    assert shown["CPU por mensaje, en grupos de 64"] == figures.NOTHING
    assert shown["Un mensaje, p50"] != figures.NOTHING


def test_two_engines_side_by_side() -> None:
    asked = report.Questions(
        examinations=(("corto", [Example("saludo", "hola"), Example("bacheo", "un hoyo")]),),
        dangers=(("urgencias", [Example("urgente", "auxilio")]),),
    )
    right = meaning(("bacheo", 0.9), text="un hoyo")
    fallen_back = meaning(("bacheo", 0.9), text="un hoyo", engine="another")
    engines = (
        Engine({"un hoyo": right}, name="fake"),
        Engine({"un hoyo": fallen_back}, name="other"),
    )
    spent = Cost(Speed(0.001, 0.002, 0.0001), elsewhere=True)
    examination_, costs = summary.of([report.draw_up(each, asked, spent) for each in engines])
    assert examination_.columns == ("fake · corto (2)", "other · corto (2)")
    rows = {row.title: [cell.value for cell in row.cells] for row in examination_.rows}
    assert rows["Macro-F1"] == ["1.000", "1.000"]
    # Every answer of the second that says so counts: «hola» was answered as "fake" too.
    assert rows["Respuestas que dio otro motor"] == [figures.NOTHING, "2"]
    recall = next(row for row in costs.rows if row.title.startswith("Peligro"))
    assert [cell.value for cell in recall.cells] == ["0.0 %", "0.0 %"]


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "examen"
    folder.mkdir()
    for intent, texts in {
        "agua_potable": ["no hay agua", "sin agua desde ayer", "no cae agua", "cortaron el agua"],
        "bacheo": ["hay un bache", "la calle tiene hoyos", "tapen los baches", "puro hoyo"],
    }.items():
        examples = "".join(f"      - {text}\n" for text in texts)
        content = f'version: "3.1"\nnlu:\n  - intent: {intent}\n    examples: |\n{examples}'
        (folder / f"{intent}.yml").write_text(content, encoding="utf-8")
    return folder
