import pytest

from bot.dialogue import endured, vitals


@pytest.mark.parametrize(
    ("text", "is_mild", "is_grave"),
    [
        ("mi niña tiene calentura y no baja", True, False),
        ("mi hijo tiene fiebre de tres días", True, False),
        ("mi niño trae temperatura desde ayer", True, False),
        ("mi bebé de 2 meses tiene fiebre", False, True),
        ("mi recién nacido tiene calentura", False, True),
        ("mi niña tiene 40 de calentura", False, True),
        ("tiene fiebre y está convulsionando", False, True),
        ("tiene fiebre y no despierta", False, True),
        ("mi hija trae fiebre y vómito", False, False),  # left to the alarm
        ("mi bebé ayer tuvo fiebre por la vacuna", False, False),
        ("hay un bache", False, False),
    ],
)
def test_a_fever_is_danger_by_what_comes_with_it(
    text: str, *, is_mild: bool, is_grave: bool
) -> None:
    assert vitals.is_mild_fever(text) is is_mild
    assert vitals.are_grave(text) is is_grave


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("se me va a morir mi mamá si no llega el agua", True),
        ("se nos está muriendo la niña", True),
        ("se me van a morir mis vacas", False),
        ("ayer se me iba a morir mi mamá", False),
    ],
)
def test_who_is_dying_cannot_wait(text: str, *, is_so: bool) -> None:
    assert vitals.are_grave(text) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("mi niña ya no tiene calentura, gracias", True),
        ("ya le bajó la fiebre", True),
        ("no le baja la fiebre", False),
        ("ya le bajó la fiebre pero no despierta", False),
    ],
)
def test_a_fever_is_over(text: str, *, is_so: bool) -> None:
    assert vitals.is_fever_over(text) is is_so


def test_a_child_that_does_not_speak_yet_is_in_no_danger() -> None:
    assert endured.is_late("mi hijo tiene 3 años y todavía no habla")
    assert not endured.is_late("mi hijo tiene 3 años y no respira")
