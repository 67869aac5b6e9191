"""What takes no form, whatever else is told: sexual violence, a person taken."""

from dataclasses import replace

import pytest

from bot.dialogue import harm
from bot.dialogue.acts import Guide, OpenCase
from tests.bot.saying import asking, said, turn


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("me violaron anoche", "violencia_genero"),
        ("me violó mi esposo", "violencia_genero"),
        ("me acaban de violar", "violencia_genero"),
        ("fui violada", "violencia_genero"),
        ("mi padrastro abusa de mí", "violencia_genero"),
        ("el chofer del camión me manoseó", "violencia_genero"),
        ("mi jefe me encierra en su oficina y me agarra las piernas", "violencia_genero"),
        ("el maestro le toca las piernas a mi hija", "ninez"),
        ("i was raped", "violencia_genero"),
        ("un conocido me forzó, no sé qué hacer", "violencia_genero"),
        ("me obligó a tener relaciones", "violencia_genero"),
        ("me llegó un mensaje que ya saben dónde estudia mi hija", harm.THREATENED),
        ("me amenazaron con quemarme el negocio si no pago la cuota", harm.THREATENED),
        ("mi padrastro se mete a mi cuarto en la noche", "ninez"),
        ("en el anexo bañan a mi hijo con agua helada y los amarran", harm.THREATENED),
        ("dijeron que tenían secuestrado a mi hijo y era mentira", harm.THREATENED),
        ("violaron a mi hija", "ninez"),
        ("abusaron sexualmente de mi sobrino", "ninez"),
        ("mi hija de 15 se fue con el novio, ya sé dónde está", "ninez"),
        ("me quitaron a mi bebé", "desaparicion"),
        ("se robaron a mi hija", "desaparicion"),
    ],
)
def test_it_is_told(text: str, matter: str) -> None:
    assert harm.told(said(text)) == matter


@pytest.mark.parametrize(
    "text",
    [
        "me amenazan con cortarme la luz si no pago",
        "está oscuro, un día van a violar a alguien",
        "violaron mis derechos",
        "mi hija de 15 se fue con el novio y no sé dónde está",
        "mi hija de 25 se fue con el novio, ya sé dónde está",
        "quiero un anexo para mi hijo que toma mucho",
        "me forzó a firmar la renuncia",
        "me forzaron la chapa",
        "me dijeron que no saben dónde trabaja el licenciado",
        "me agarró el camión con la pierna enyesada",
        "en un mensaje piden que diga dónde estudia mi hija para la beca",
        "me violaron mis derechos en el hospital",
        "violaron la chapa y se metieron",
        "el director violó el reglamento",
        "fue violado el acuerdo",
        "abusan de mi confianza",
        "me robaron a mí el celular",
        "llevaron a mi hijo al hospital",
        "me quitaron a mi mamá la pensión",
        "le quitaron a mi hija la beca",
        "le robaron a mi hermana la bolsa",
        "el DIF me quitó a mis hijos",
        "le toca a mi hija ir en la tarde",
    ],
)
def test_it_is_not(text: str) -> None:
    assert harm.told(said(text)) is None


@pytest.mark.parametrize(
    ("matter", "text", "guide"),
    [
        ("ninez", "mi tío toca a mi niña", Guide("ninez", "sexual")),
        ("ninez", "mi papá me tocaba cuando era niña", Guide("violencia_genero")),
        ("ninez", "mi padrastro abusa de mí", Guide("violencia_genero", "sexual")),
        ("ninez", "su padrastro manosea a la niña", Guide("ninez", "sexual")),
        ("ninez", "mi papá toca a mi hermanita", Guide("ninez", "own")),
        ("ninez", "el vecino toca a mi hermanita", Guide("ninez", "sexual")),
        ("ninez", "creo que a mi niña la manosean", Guide("ninez", "sexual")),
        ("ninez", "dejan solos a los niños del vecino", Guide("ninez")),
        ("ninez", "su novio entra a mi cuarto, tengo 13 años", Guide("ninez", "own")),
        ("violencia_genero", "me violaron hace dos años", Guide("violencia_genero")),
        ("violencia_genero", "mi patrona me insulta", Guide("violencia_genero", "harassed")),
        ("violencia_genero", "mi esposo me insulta", Guide("violencia_genero")),
        ("violencia_genero", "no me deja ir al trabajo", Guide("violencia_genero")),
        ("arco", "borren mis datos", Guide("arco")),
        ("denuncia_delito", "en el anexo los amarran", Guide("denuncia_delito")),
        ("denuncia_delito", "lo secuestraron, fue mentira", Guide("denuncia_delito", "threatened")),
    ],
)
def test_who_is_guided_how(matter: str, text: str, guide: Guide) -> None:
    assert harm.guide(matter, text) == guide


@pytest.mark.parametrize(
    ("text", "matter", "confidence", "is_told"),
    [
        ("mi tío toca a mi niña", "ninez", 0.95, True),
        ("mi hermano no aparece", "desaparicion", 0.9, True),
        ("niña de 5 años", "ninez", 0.97, False),
        ("es para mi hija la bebé", "ninez", 0.99, False),
        ("Violeta Parra", "violencia_genero", 0.95, False),
        ("para mi mujer", "violencia_genero", 0.9, False),
    ],
)
def test_it_is_never_noted_for_later(
    text: str, matter: str, confidence: float, *, is_told: bool
) -> None:
    state = asking("discapacidad", "beneficiario", municipio="Cajeme")
    state = replace(state, request="ocupamos una silla de ruedas")
    decision = turn(state, said(text, matter, confidence))
    opened = [act for act in decision.acts if isinstance(act, OpenCase)]
    assert [act.category for act in opened] == ([matter] if is_told else [])
    assert decision.state.waits_for_person == is_told
    assert decision.state.asking == ("beneficiario" if is_told else "nombre")
