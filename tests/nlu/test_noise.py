"""Copies of training messages: other spelling, other places."""

from nlu import noise
from nlu.interpretation import Entity
from nlu.training_data import Example


def told(text: str, place: str, kind: str = "municipio") -> Example:
    start = text.index(place)
    entity = Entity(kind, place, start, start + len(place), 1.0, "written")
    return Example("bacheo", text, (entity,))


def test_a_place_is_replaced_by_another_of_its_kind_and_nothing_else() -> None:
    messages = [
        told("hay hoyos en Ures", "Ures"),
        told("en Nogales no hay luz", "Nogales"),
        told("vivo en la Kennedy", "Kennedy", "colonia"),
        told("es para mi abuelo", "mi abuelo", "beneficiario"),
    ]
    seen = {text for seed in range(20) for text in noise.with_other_names(messages, seed)}
    assert seen == {
        "hay hoyos en Ures", "hay hoyos en Nogales", "en Nogales no hay luz",
        "en Ures no hay luz", "vivo en la Kennedy", "es para mi abuelo",
    }  # fmt: skip


def test_copies_are_made_of_the_renamed_texts() -> None:
    texts, renamed = ["agua"], ["luz"]
    assert noise.copies(texts, 1, renamed) == ["agua", "luz", "luz"]
    assert len(noise.copies(texts, 1)) == noise.COPIES
