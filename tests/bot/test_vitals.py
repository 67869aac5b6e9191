"""Figures of a body that cannot wait, and what only has a figure in it."""

import pytest

from bot.dialogue import vitals


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
