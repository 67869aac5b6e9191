"""Who cannot ask for help, and who only needs some support."""

from dataclasses import replace

import pytest

from bot.dialogue import helpless, missing
from tests.bot.saying import said


@pytest.mark.parametrize(
    "text",
    [
        "el señor de enfrente tiene 90 años, lo dejaron solo, no come, ya no se levanta",
        "mi tía de 84 años vive sola y hace 2 días que no abre la puerta ni contesta",
        "hay una viejita abandonada en su casa, no le dan de comer",
        "una ancianita vive solita, no come y está llena de orines",
        "a mi abuelo lo tienen encerrado sus hijos y no le dan comida",
        "mi vecina vive sola y no la hemos visto desde el lunes",
        "al don de 85 lo dejó su familia, está tirado en el patio",
        "vive solo y no contesta el teléfono",
        "toco y toco y no me abre mi abuelito, vive solito",
        "mi tía de 78 vive sola en Navojoa, le marco y no contesta, yo vivo en Tijuana",
        "no hemos visto a la vecina desde hace una semana",
        "hace 3 días que no sabemos nada de mi abuela",
        "nadie ha visto a don Chuy en una semana y sale mal olor de su casa",
        "my mom lives alone and hasn't answered her phone since yesterday",
        "mi mamá de 80 está sola y no come, no puede pararse, su hijo le quita la pensión",
    ],
)
def test_it_is_told(text: str) -> None:
    assert helpless.is_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "mi mamá de 85 está postrada en cama y sola mientras trabajo, necesito pañales",
        "mi abuelito vive solo y ya no se puede levantar, quiero una silla de ruedas",
        "tengo 80 años, vivo sola y no tengo que comer",
        "mi nana de 85 está sola y no para de llorar, no puede pararse, le ayudan con la pensión",
        "mi abuela vive sola y no le llega la pensión desde hace 3 meses",
        "mi mamá vive sola, no hay agua desde hace 3 días y no contestan en la comisión",
        "la línea no contesta y mi mamá de 80 años ocupa su pensión",
        "mi mamá vive sola y el DIF no le contesta",
        "la pensión de mi mamá de 80 no sale desde hace semanas",
        "mi mamá de 76 años no responde al tratamiento",
        "mi papá de 80 años no ve desde hace una semana",
        "mi vecino no sale a barrer desde hace semanas",
        "mi mamá vive sola y desde ayer no regresa",
        "el drenaje tiene 60 años y huele a orines, la calle está sola y abandonada",
    ],
)
def test_it_is_not(text: str) -> None:
    assert not helpless.is_told(text)


def test_the_old_are_no_children() -> None:
    ranking = (("ninez", 0.7), ("adultos_mayores", 0.2), ("apoyos_sociales", 0.1))
    heard = said("una señora de 80 años pide ayuda", "ninez", 0.7)
    heard = replace(heard, meaning=replace(heard.meaning, ranking=ranking))
    assert missing.as_it_is(heard).intent == "adultos_mayores"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("los niños de enseguida están solos desde ayer", True),
        ("dejaron encerrado a un bebé solo en la casa", True),
        ("mis hijos se quedan solos mientras trabajo", False),
        ("la señora de enfrente vive sola", False),
        ("me dejaron solo con el bebé", False),
    ],
)
def test_children_of_others_left_alone(text: str, *, is_one: bool) -> None:
    assert helpless.is_child_alone(text) == is_one
