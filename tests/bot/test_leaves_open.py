import pytest

from bot.dialogue.reading import naming


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("no le llega", True),
        ("ya no pasa", True),
        ("mi mamá tiene 70 años", True),
        ("tiene 70 años y no le llega", True),
        ("no me han pagado", True),
        ("ocupa", True),
        ("la basura no pasa", False),
        ("no llega el agua", False),
        ("no pasa nada", False),
        ("no pago", False),
    ],
)
def test_what_it_is_about_is_still_to_come(text: str, *, is_so: bool) -> None:
    assert naming.leaves_open(text) is is_so
