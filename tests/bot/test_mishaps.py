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


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("se cayó un poste de luz en la Nayarit", True),
        ("hay cables de luz tirados en el suelo", True),
        ("en mi calle hay cables colgando bien bajitos", True),
        ("se reventó un cable de alta tensión", True),
        ("chocaron un poste y está colgando el transformador", True),
        ("el poste está por caerse", False),
        ("no prende el poste de la esquina", False),
        ("los cables de Telmex están tirados", False),
        ("se cayó el poste ayer y ya lo levantaron", False),
        ("se robaron los cables del alumbrado", False),
        ("hay un perro tirado junto al poste", False),
        ("viven cerca del poste", False),
    ],
)
def test_wires_that_lie_about(text: str, *, is_one: bool) -> None:
    assert mishaps.is_downed(text) is is_one
