"""Sparks where people are, and what a child swallowed by mistake."""

import pytest

from bot.dialogue import mishaps


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("le salen chispas al medidor", True),
        ("huele a quemado el medidor y le salen chispas", True),
        ("los cables tiran chispas en el charco donde juegan los niños", True),
        ("el medidor ya no sirve y no hay luz", False),
        ("sacaron humo los cables del medidor en septiembre, CFE cambió todo", False),
    ],
)
def test_sparks(text: str, *, is_one: bool) -> None:
    assert mishaps.is_sparking(text) == is_one


@pytest.mark.parametrize(
    ("text", "is_swallowed", "is_poisoned"),
    [
        ("tomó cloro mi niño", True, True),
        ("mi niño se tragó una pila de reloj", True, True),
        ("my baby drank bleach", True, True),
        ("mi niño tomó medicina y sigue con fiebre", True, False),
        ("mi niño tomó petróleo de chiquito, ya va en secundaria", True, False),
        ("mi niña dice que se tomó el cloro porque quiere morir", False, False),
        ("mi tía tomó cloro", False, False),
        ("mi hijo se tomó unas pastillas de su abuela", True, False),
        ("mi hijo se tomó unas pastillas, dijo que ya no quiere vivir", False, False),
    ],
)
def test_what_a_child_swallowed(text: str, *, is_swallowed: bool, is_poisoned: bool) -> None:
    assert (mishaps.is_swallowed(text), mishaps.is_poisoned(text)) == (is_swallowed, is_poisoned)
