"""Figures of a body that cannot wait, and what only has a figure in it."""

import pytest

from bot.dialogue import vitals
from bot.dialogue.state import Stage, State


@pytest.mark.parametrize(
    "text",
    [
        "Tiene la presion en 200 mi señora q le doy",
        "le subió la presión a mi papá a 210",
        "mi esposo anda con la presión bien alta 190/110 y le duele la cabeza",
        "la presión le llegó a 220/120",
        "mi mamá trae el azúcar en 500 y está muy dormida",
        "se me bajó el azúcar a 40",
        "el aparato le marca 480 de azúcar",
        "su glucosa es de 38 y está sudando",
        "trae el oxígeno en 70 mi papá",
        "her blood pressure is 210",
        "no hay luz y mi mamá usa el concentrador de oxígeno",
        "cortaron la luz, mi niña está conectada al respirador",
        "there is no power and my mom is on oxygen",
    ],
)
def test_figures_that_cannot_wait(text: str) -> None:
    assert vitals.are_grave(text)


@pytest.mark.parametrize(
    "text",
    [
        "la presión del agua está en 200",
        "no hay medicina para la presión de 200 mg",
        "mi mamá padece de la presión y tiene 80 años",
        "trae la presión en 120/80",
        "soy diabético, traigo el azúcar en 110",
        "el azúcar subió a 45 pesos el kilo",
        "ayer traía la presión en 200 y en el hospital no la atendieron",
        "mi tanque de oxígeno está en 50",
        "ocupo 300 pesos para la medicina del azúcar",
        "quiero la tarifa de luz porque mi mamá usa concentrador",
        "se va la luz a cada rato y mi papá usa oxígeno",
        "ayer se fue la luz y mi mamá usa oxígeno, ya llegó",
        "necesito un concentrador de oxígeno para mi papá",
    ],
)
def test_other_figures(text: str) -> None:
    assert not vitals.are_grave(text)


CUT = State(lately="CS-2026-000001-5", lately_about=vitals.POWER)


@pytest.mark.parametrize(
    "text",
    [
        "mi papá usa oxígeno, ¿cuándo regresa la luz?",
        "¿y no pueden presionar a la CFE? tengo a mi mamá con oxígeno",
        "oiga, es urgente porque mi esposo tiene concentrador",
        "mi hijo necesita su nebulizador",
        "my mother is on oxygen, when will power be back",
    ],
)
def test_a_power_cut_is_danger_to_who_breathes_with_a_device(text: str) -> None:
    assert vitals.are_without_power(CUT, text)
    form = State(stage=Stage.collecting, category=vitals.POWER, request="no hay luz en mi casa")
    assert vitals.are_without_power(form, text)
    assert not vitals.are_without_power(State(), text)


def test_a_bill_or_power_that_is_back_is_none() -> None:
    assert not vitals.are_without_power(CUT, "ya llegó la luz, mi mamá y su oxígeno están bien")
    assert not vitals.are_without_power(CUT, "¿cuánto cobran de tarifa si uso concentrador?")
    bill = State(stage=Stage.way, category=vitals.POWER, request="me llegó muy caro el recibo")
    assert not vitals.are_without_power(bill, "mi papá usa oxígeno")
