"""A day to come on which something happens to who writes."""

from datetime import date, timedelta

import pytest

from bot.dialogue.reading import soon

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("mi papa tiene dialisis el jueves y no ay insumos", 26),
        ("la cita es mañana", 25),
        ("me lanzan de mi casa el viernes", 27),
        ("la operan pasado mañana en el general", 26),
        ("hoy se vence el plazo de la inscripción", 24),
        ("me dieron cita para el 28 de noviembre", 28),
        ("hace un mes me operaron y tengo cita el lunes", 30),
        ("no hay pasajes\nla cita de mi niña es el viernes", 27),
        ("me programaron la cirugía para el 3 de diciembre", 33),
        ("my surgery is tomorrow", 25),
        ("es que la ocupo para el viernes", 27),
        ("me la piden el lunes en la escuela", 30),
        ("nomás tengo hasta mañana para pagar", 25),
        ("me van a cortar la luz el jueves", 26),
        ("mi cita es el 15", 45),
    ],
)
def test_a_day_to_come(words: str, day: int) -> None:
    assert soon.day(words, TODAY) == date(2026, 11, 1) + timedelta(days=day - 1)


@pytest.mark.parametrize(
    "words",
    [
        "no hay agua desde el jueves",
        "me quitaron las placas el jueves",
        "tenía cita el lunes y no me atendieron",
        "la cita era el viernes pasado",
        "me operaron el 20 de noviembre",
        "mañana les marco",
        "el camión pasa los martes",
        "tengo cita hasta el 12 de febrero",
        "quiero una cita en la mañana",
    ],
)
def test_no_day_to_come(words: str) -> None:
    assert soon.day(words, TODAY) is None
