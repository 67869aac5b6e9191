"""What criminals leave or threaten with, and what only sounds like it."""

import pytest

from bot.dialogue import crimes


@pytest.mark.parametrize(
    "text",
    [
        "Petrolera, apesta a muerto y es que hay un cuerpo ahí en bolsas",
        "hallaron restos humanos en el lote de la esquina",
        "hay una mano de persona en la basura",
        "encontramos un muerto en el lote",
        "dejaron a un encobijado afuera del panteón",
        "hay un hombre colgado del puente",
        "si no pago me van a cortar un dedo",
        "los del préstamo dicen que nos van a quebrar las piernas",
        "le van a mochar los dedos a mi hermano si no junto el dinero",
        "me van a desaparecer si no pago",
        "van a cobrarse con mi hija los de la deuda",
        "me llegó un whatsapp de que tienen a mi hijo",
    ],
)
def test_told(text: str) -> None:
    assert crimes.is_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "hay un perro muerto en bolsas",
        "apesta a muerto el lote",
        "hay un cuerpo de agua contaminado",
        "hay un cuerpo de bomberos en mi colonia",
        "hay un muerto de hambre en esa oficina",
        "ayer encontraron un cuerpo, lo vi en las noticias",
        "encontraron un cuerpo y no me lo entregan en el semefo",
        "si no pago me van a cortar la luz",
        "me van a cortar una pierna en el hospital por la diabetes",
        "le van a cortar el dedo si no se opera, ocupo apoyo",
        "me van a desaparecer del padrón si no pago",
        "me amenazan con cortarme la luz si no pago",
        "me van a quebrar una rodilla esos baches",
    ],
)
def test_not_told(text: str) -> None:
    assert not crimes.is_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "me hablaron que tienen a mi hijo, pero ya hablé con él",
        "dicen que tienen a mi hijo inscrito en otra escuela",
    ],
)
def test_nobody_is_held(text: str) -> None:
    assert not crimes.is_told(text)
