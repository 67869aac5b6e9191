import pytest

from bot.dialogue import denials, gone_by, powerful


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("ayer balacearon la casa de al lado, no está pasando ahorita", True),
        ("anoche se oyeron balazos, ahorita no", True),
        ("hace dos días hubo una balacera aquí, pero ya pasó", True),
        ("el domingo se metieron a robar y ya se fueron, quiero denunciar", True),
        ("hubo un incendio ayer en el monte, ahorita ya no hay lumbre", True),
        ("ayer balacearon la casa de al lado", False),
        ("ayer balacearon la casa y ahorita andan afuera otra vez", False),
        ("ayer nos asaltaron, ahorita no están pero van a volver", False),
        ("ayer chocó mi papá y ahorita no respira", False),
        ("ayer salió mi hijo y ahorita no está", False),
    ],
)
def test_it_was_another_day_and_is_over(text: str, *, is_so: bool) -> None:
    assert gone_by.is_told(text) is is_so


@pytest.mark.parametrize(
    ("told", "text", "is_so"),
    [
        ("se metieron a robar a mi casa", "ahorita ya no hay nadie", True),
        ("se oyen balazos", "ya no se oye nada", True),
        ("hay un pleito con machetes", "ya se calmó", True),
        ("hay un pleito con machetes", "ya se calmaron, pero hay un herido", False),
        ("mi abuelo se cayó y sangra", "ahorita no hay nadie", False),
        ("se oyen balazos", "ya no", False),  # which may be of the telephone
    ],
)
def test_it_is_quiet_by_now(told: str, text: str, *, is_so: bool) -> None:
    assert gone_by.is_quiet(told, text) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("ahorita no", True), ("ya no", True), ("no", False), ("todavía no", False)],
)
def test_a_no_that_may_be_of_the_danger(text: str, *, is_so: bool) -> None:
    assert gone_by.is_no_longer(text) is is_so


def test_a_danger_is_not_denied_by_its_name() -> None:
    assert not denials.is_no("hay peligro")
    assert denials.is_no("no hay peligro")


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("me amenazaron con matarme", True),
        ("mi vecino dijo que iba a matarme", True),
        ("quiero matarme", False),
        ("ya iba a matarme", False),
    ],
)
def test_who_is_to_be_killed_by_others_is_in_no_despair(text: str, *, is_so: bool) -> None:
    assert powerful.is_of_killing(text) is is_so
