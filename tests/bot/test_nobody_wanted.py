"""Who wants no person, and who only asks for one in other words."""

import pytest

from bot.dialogue.reading import excluded, in_line, privacy


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("no quiero hablar con nadie nomás deme un teléfono", True),
        ("no no, le dije que no quiero persona", True),
        ("no me pase con nadie", True),
        ("I don't want to talk to anybody", True),
        ("no quiero hablar con nadie, me siento muy mal", False),
        ("no quiero un robot, quiero una persona", False),
        ("no puedo hablar con nadie en el seguro", False),
    ],
)
def test_who_wants_nobody(text: str, *, is_said: bool) -> None:
    assert in_line.wants_nobody(text) == is_said


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("me pasan con alguien? es de mi recibo de luz", True),
        ("deseo ser atendido por un funcionario, no por una máquina", True),
        ("necesito que una persona me explique lo de mi pensión", True),
        ("me atendió una persona y no resolvió lo de mi beca", False),
        ("quiero hablar con un agente de tránsito que me quitó la licencia", False),
        ("quiero comunicar que un empleado del ayuntamiento tira basura", False),
    ],
)
def test_a_person_asked_for_with_a_subject(text: str, *, is_asked: bool) -> None:
    meant = excluded.instead("becas", text)
    assert (meant == (("hablar_con_persona", 1.0),)) == is_asked


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("y eso ocupa que yo de mis datos?", True),
        ("tengo que dar mis datos?", True),
        ("ocupo corregir mis datos", False),
        ("pido que den de baja mis datos", False),
    ],
)
def test_whether_data_are_needed(text: str, *, is_asked: bool) -> None:
    assert privacy.asks_if_needed(text) == is_asked


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("me va a salir en el buró o qué", True),
        ("eso me afecta en el buró de crédito?", True),
        ("estoy en el buró de crédito y quiero un préstamo", False),
    ],
)
def test_whether_it_goes_to_the_bureau(text: str, *, is_asked: bool) -> None:
    assert privacy.asks_of_bureau(text) == is_asked
