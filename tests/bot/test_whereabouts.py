"""Where the matter is, beside where the writer lives."""

import pytest

from bot.dialogue.reading import whereabouts
from nlu import places


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("vivo en Hermosillo pero hay una fuga en Nogales", "Nogales"),
        ("soy de Phoenix pero el problema es en Nogales", "Nogales"),
        ("es en Nogales pero yo vivo en Hermosillo", "Nogales"),
        ("les escribo desde Hermosillo, en Bácum no hay luz", "Bácum"),
        ("vivo en Hermosillo, en la colonia Sahuaro, no hay agua", "Hermosillo"),
        ("soy de Nogales y quiero una beca para estudiar en Hermosillo", "Nogales"),
        ("hay un bache en Cajeme", "Cajeme"),
    ],
)
def test_the_place_of_the_matter_counts(text: str, municipality: str) -> None:
    assert whereabouts.of_matter(text, places.find(text)).municipality == municipality
    assert whereabouts.find(text, "municipio").municipality == municipality


@pytest.mark.parametrize(
    ("text", "is_all"),
    [
        ("vivo en Monterrey pero la casa es en Sonora", True),
        ("soy de Phoenix pero el problema es en Nogales", True),
        ("vivo en Navojoa, el bache está en Navojoa", False),
        ("vivo en Hermosillo, en Bácum no hay luz", False),
        ("la casa es en Sonora", False),
    ],
)
def test_nothing_else_is_told(text: str, *, is_all: bool) -> None:
    assert whereabouts.is_all(text) == is_all


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("soy de huatabampo pero vivo en guaymas", "Huatabampo"),
        ("nació en Navojoa y vivimos en Hermosillo", "Navojoa"),
        ("soy de Guaymas, mi hijo nació en Navojoa", "Navojoa"),
        ("vivo en Guaymas", None),
    ],
)
def test_an_entry_is_where_it_was_made(text: str, town: str | None) -> None:
    assert whereabouts.recorded(text, places.recognise(text)[1]) == town
