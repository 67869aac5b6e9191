"""Heat that people bear, neither fever nor harm."""

import pytest

from bot.dialogue import heat


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("y están a 40 grados los niños", True),
        ("los niños se están asando de calor", True),
        ("los niños ya no aguantan el calor", True),
        ("se desmayan los niños del calor", False),
        ("mi niño está a 40 grados de calentura", False),
        ("mi papá con alzheimer se salió en pijama desde las 5 am, estamos a 46 grados", False),
        ("se están asando encerrados en el carro", False),
    ],
)
def test_heat(text: str, *, is_one: bool) -> None:
    assert heat.is_of_place(text) is is_one
