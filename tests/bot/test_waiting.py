"""Which of the messages that wait together speaks for the others."""

from typing import Any

import pytest

from bot.waiting import Message, arranged
from handoff.exchanges import Unhandled
from nlu import entities
from nlu.interpretation import Interpretation, Urgency
from tests.conftest import MORNING

Said = tuple[int, str, dict[str, Any]]


def message(number: int, text: str, content: dict[str, Any]) -> Message:
    place, told = entities.find(text)
    danger = Urgency("auxilio" in text, 0.0, None)
    meaning = Interpretation(text, "saludo", 0.9, (), told, danger, place, "test")
    known = None if text == "lo que rompe el motor" else meaning
    return Message(Unhandled(number, 1, text, content, 0, MORNING), known)


def photo(album: str = "A", **more: Any) -> dict[str, Any]:
    return {"attachments": [{"id": "F"}], "album": album, **more}


@pytest.mark.parametrize(
    ("waiting", "spoken"),
    [
        ([(1, "hola", {}), (2, "hola", {})], [1, 2]),
        ([(1, "", photo()), (2, "", photo())], [1, 2]),
        ([(1, "", photo()), (2, "un bache", photo()), (3, "", photo())], [2]),
        ([(1, "", photo()), (2, "un bache", photo("B"))], [1, 2]),
        ([(1, "", photo()), (2, "un bache", {})], [1, 2]),
        ([(1, "va", {"message_id": "7"}), (2, "ve", {"edit_of": "7"})], [2]),
        ([(1, "va", {"message_id": "7"}), (2, "y", {}), (3, "ve", {"edit_of": "7"})], [3, 2]),
        (
            [
                (1, "va", {"message_id": "7"}),
                (2, "ve", {"edit_of": "7", "message_id": "7"}),
                (3, "vi", {"edit_of": "7", "message_id": "7"}),
            ],
            [3],
        ),
        ([(2, "ve", {"edit_of": "7", "message_id": "7"})], [2]),
        ([(1, "auxilio", {"message_id": "7"}), (2, "nada", {"edit_of": "7"})], [1, 2]),
        (
            [(1, "lo que rompe el motor", {"message_id": "7"}), (2, "nada", {"edit_of": "7"})],
            [1, 2],
        ),
    ],
)
def test_who_speaks(waiting: list[Said], spoken: list[int]) -> None:
    all_of_them = list(arranged(message(*each) for each in waiting))
    assert [each.exchange.exchange_id for each in all_of_them if not each.silent] == spoken
    assert sorted(each.exchange.exchange_id for each in all_of_them) == [
        number for number, _, _ in waiting
    ]


def test_an_edit_in_its_place_is_a_message_like_any_other() -> None:
    said = {"message_id": "7"}
    edit = message(2, "ve", {"edit_of": "7", **said})
    *_, placed = arranged([message(1, "va", said), edit])
    assert placed.exchange.content == said
    assert edit.fact("edit_of") == "7"
    [alone] = arranged([edit])
    assert alone.fact("edit_of") == "7"
