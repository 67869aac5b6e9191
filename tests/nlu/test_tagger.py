"""Names that no list holds, learnt from annotated messages."""

import pytest

from nlu import facts, places, training_data
from nlu.embedded import EmbeddedInterpreter
from nlu.names_learning import learn
from nlu.tagger import Tagger
from nlu.training_data import Example


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("la primaria Benito Juárez de Navojoa no tiene aire", "escuela", "primaria Benito Juárez"),
        (
            "en el hospital general de obregon no hay insulina para mi apa",
            "institucion",
            "hospital general",
        ),
    ],
)
def test_names_are_found_where_they_stand(
    engine: EmbeddedInterpreter, text: str, kind: str, value: str
) -> None:
    (answer,) = engine.interpret([text])
    found = [(each.entity, text[each.start : each.end]) for each in answer.entities]
    assert (kind, value) in found


def test_two_names_never_overlap(engine: EmbeddedInterpreter) -> None:
    for example in training_data.load(training_data.FOLDER.parent / "test"):
        (answer,) = engine.interpret([example.text])
        spans = [(each.start, each.end) for each in answer.entities if each.extractor == "tagger"]
        others = [(each.start, each.end) for each in answer.entities if each.extractor != "tagger"]
        assert not any(a < d and c < b for a, b in spans for c, d in others)


def test_names_are_learnt_as_often_as_needed_to_tell_them_apart() -> None:
    of_annotated = training_data.load(training_data.FOLDER.parent / "validation")
    tagger = Tagger(learn(of_annotated))
    right = wrong = missed = 0
    for example in training_data.load(training_data.FOLDER.parent / "test"):
        known = facts.find(example.text)
        _, placed = places.recognise(example.text, taken=known)
        wanted = {(e.start, e.end) for e in example.entities if e.entity == "institucion"}
        found = {
            (e.start, e.end)
            for e in tagger.find(example.text, [*known, *placed])
            if e.entity == "institucion"
        }
        right, wrong, missed = (
            right + len(wanted & found),
            wrong + len(found - wanted),
            missed + len(wanted - found),
        )
    assert right > 0
    assert wrong <= right + missed


@pytest.mark.parametrize("text", ["", "   ", "😀", "\x00", "a" * 100_000, "no hay agua " * 9_000])
def test_anything_can_be_read(engine: EmbeddedInterpreter, text: str) -> None:
    engine.interpret([text])


def test_nothing_annotated_finds_nothing() -> None:
    assert Tagger(learn([Example("saludo", "hola buenas")])).find("en la Sahuaro", []) == []
