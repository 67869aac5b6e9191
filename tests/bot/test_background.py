"""What is told around a matter, and what only goes on with it."""

import pytest

from bot.dialogue.reading import background


@pytest.mark.parametrize(
    "text",
    [
        "Soy el regidor Adrián Quijada, de Bacerac",
        "tengo una lonchería en Hermosillo",
        "mi papá es maestro jubilado",
        "mi apá anda en silla",
        "trabajo en un call center",
        "las calles de adentro ya las bachearon",
        "la escuela está bien",
        "no es el de la basura, ese pasa diario",
        "no vengo por mi pensión",
        "mi esposo está desempleado",
        "ella tiene discapacidad",
        "cobra la pensión de adultos mayores",
        "no hay nadie viviendo en esa casa",
        "la ocupo para la beca",
        "me urge para la escuela",
        "urge porque voy a tramitar mi pensión",
        "voy a viajar a Tucson",
        "si no pagamos no le entrega boleta",
        "y no nos alcanza para pagar",
        "me la piden en el trabajo",
        "ya pagué el recibo y todo",
        "es el carro de mi esposo",
        "la cuenta no es mía, es de mi hija",
        "el recibo viene a nombre de mi ex",
    ],
)
def test_who_somebody_is_and_what_is_well_is_no_matter(text: str) -> None:
    assert background.is_all(text)


@pytest.mark.parametrize(
    "text",
    [
        "soy sorda, quiero denunciar un robo",
        "tengo una fuga en mi casa",
        "tengo baches en mi calle",
        "mi colonia es un basurero",
        "ya pagué, quítenme el aviso de corte",
        "no hay agua en mi casa",
        "necesito una andadera para mi abuelo",
        "soy jubilado y no me llega la pensión",
        "mi hija no tiene maestro",
        "me urge para mi mamá una silla de ruedas",
        "me piden cuota en la escuela",
        "ya pagué y me sigue llegando",
        "no hay nadie que recoja la basura",
        "ella tiene discapacidad y no la aceptan",
    ],
)
def test_what_is_lacked_is_a_matter(text: str) -> None:
    assert not background.is_all(text)


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("¿y si no pago me la cortan?", True),
        ("ya la pagué en línea y no llega", True),
        ("todas las del estado", True),
        ("todos los del fondo están fundidos y no hay agua", False),
        ("no contestan ahí, manden la petición ustedes", True),
        ("se me olvidó decirle que pasaba a las 5", True),
        ("me lo cobraron doble", True),
        ("fue en la ventanilla de placas", True),
        ("era un tsuru con placas de Sonora", True),
        ("ahí traía mi licencia", True),
        ("es una casa de interés social", True),
        ("es por la salida a la carretera", True),
        ("es por mi beca", False),
        ("es una fuga de agua", False),
        ("tampoco hay agua", False),
        ("y también quiero una beca para mi hijo", False),
        ("no me dan la medicina de mi papá", False),
        ("se los llevaron, se robaron unas lámparas del parque", False),
        ("ya la luz no sirve", False),
        ("me quitaron la beca", False),
    ],
)
def test_what_goes_on_with_what_was_told(text: str, *, goes_on: bool) -> None:
    assert background.goes_on(text) == goes_on


@pytest.mark.parametrize(
    ("text", "is_of_them"),
    [
        ("es pensionado del seguro", True),
        ("tiene diabetes", True),
        ("ya está muy grande", True),
        ("no camina bien", True),
        ("es Juan Soto Leyva", False),
        ("es para mi mamá", False),
        ("no tiene agua, falta la luz", False),
        ("está bien", False),
    ],
)
def test_what_is_told_of_who_is_helped(text: str, *, is_of_them: bool) -> None:
    assert background.is_of_them(text) is is_of_them


@pytest.mark.parametrize(
    "text",
    [
        "es el cuerpo de mi hijo",
        "no sé nada de mi esposo",
        "se llevaron la troca de mi esposo",
        "encontraron el carro de mi hijo solo",
        "no aparece el carro de mi hijo",
    ],
)
def test_what_happened_is_not_whose_a_thing_is(text: str) -> None:
    assert not background.is_of_whom(text)
