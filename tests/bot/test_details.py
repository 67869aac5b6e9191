"""What begins with «no»: a detail, or a correction."""

import pytest

from bot.dialogue.reading import details, finished


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("no tengo su nombre, la patrulla era la 214", True),
        ("No le vi el gafete", True),
        ("pero no traía placas", True),
        ("no, es una fuga de agua", False),
        ("no es eso, es que no hay luz", False),
        ("no no, es otra calle", False),
        ("no quiero un bache, quiero la luz", False),
        ("la patrulla era la 214", False),
    ],
)
def test_detail(text: str, is_one: bool) -> None:
    assert details.is_one(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_denial"),
    [
        ("no es la de mi casa", True),
        ("eso no, yo no pedí eso", True),
        ("así no", True),
        ("eso del bache no lo dije yo, es un socavón", True),
        ("los apellidos van al revés", True),
        ("it's not that", True),
        ("no es la primera vez que lo reporto", False),
        ("no es la calle Sol, es la Luna", False),
        ("no han venido", False),
        ("no es justo", False),
    ],
)
def test_denial(text: str, is_denial: bool) -> None:
    assert details.denies(text) is is_denial


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("desde julio", True),
        ("pues desde principios de año", True),
        ("ayer en la tarde", True),
        ("desde la calle Julio Acosta", False),
        ("5 de Mayo", False),
    ],
)
def test_a_day_that_it_begins_with(text: str, is_one: bool) -> None:
    assert details.begins_with_day(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_asked"), [("y ya", True), ("¿es todo?", True), ("y ya no hay luz", False)]
)
def test_whether_it_is_done(text: str, is_asked: bool) -> None:
    assert finished.is_asked(text) is is_asked
