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
