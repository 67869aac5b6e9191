"""What begins with «no»: a detail, or a correction."""

import pytest

from bot.dialogue.reading import details


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
