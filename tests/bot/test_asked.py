"""How a matter is done, what a town permits, and where somebody is from."""

import pytest

from bot.dialogue import hear
from bot.dialogue.reading import agencies, asked, naming
from handoff.rules import catalogue
from nlu.embedded import EmbeddedInterpreter


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("mi niña ya tiene 3 meses y no la emos registrado k se nesesita", True),
        ("se me extravio la tarjeta de circulacion, que debo hacer", True),
        ("pa sacar el inapam de mi papá ke yevo", True),
        ("ya tengo mi cita pero no se que llevar para la licencia", True),
        (
            "oigan en el acta de mi nieto le pusieron el nombre de su papá y no el de él y en la"
            " escuela no lo quieren inscribir hasta que esté bien donde lo corrigen",
            True,
        ),
        ("quiero renovar mi licencia", False),
        ("me cobraron dos mil pesos por una acta", False),
        ("me pusieron mal el nombre en la tarjeta y no me la quieren cambiar", False),
        ("como le hago para que me ayuden con laminas", False),
        ("hay una fuga de agua a donde hablo", False),
    ],
)
def test_how_it_is_done(text: str, is_asked: bool, interpreter: EmbeddedInterpreter) -> None:
    [meaning] = interpreter.interpret([text])
    heard = hear(text, None, meaning, interpreter.thresholds)
    assert asked.how(heard, catalogue.load().categories.get(heard.intent)) is is_asked


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("ocupo permiso para levantar una barda", True),
        ("quiero abrir una estética, qué permiso ocupo", True),
        ("voy a cerrar la calle para unos quince, a quién le pido permiso", True),
        ("do I need a permit to build a fence", True),
        ("permiso para vender cerveza en mi tienda", False),
        ("ocupo permiso para circular sin placas", False),
        ("los del puesto venden sin permiso y dejan la basura", False),
        ("quiero un crédito para mi negocio y saber qué permisos ocupo", False),
        ("mi patrón no me da permiso de ir al doctor", False),
    ],
)
def test_what_a_town_permits(text: str, is_one: bool) -> None:
    assert agencies.is_of_permit(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_all"),
    [
        ("somos del ejido", True),
        ("buenas, le hablo de una comunidad", True),
        ("aquí en mi calle", True),
        ("somos del ejido y no hay agua", False),
    ],
)
def test_where_somebody_is_from(text: str, is_all: bool) -> None:
    assert naming.tells_only_where(text) is is_all
