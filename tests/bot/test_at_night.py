"""Who comes by night to a girl's room, and who only comes in."""

import pytest

from bot.dialogue import at_night


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("mi padrastro se mete a mi cuarto en la noche", True),
        ("mi tío se mete a mi cama", True),
        ("el novio de mi mamá se acuesta conmigo cuando estoy dormida", True),
        ("mi papá entra a mi recámara de madrugada y me destapa", True),
        ("mi tío me toca cuando me duermo", True),
        ("el novio de mi mamá me ve cuando me baño", True),
        ("mi padrastro me dice que me quite la ropa", True),
        ("su padrastro se mete al cuarto de mi sobrina en la noche", False),
        ("mi esposo entra al cuarto de mi hija en la noche", False),
    ],
)
def test_told(text: str, *, is_own: bool) -> None:
    assert at_night.is_told(text)
    assert at_night.is_own(text) is is_own


@pytest.mark.parametrize(
    "text",
    [
        "mi hijo se mete a mi cuarto en la noche",
        "un gato se mete a mi cuarto en la noche",
        "mi papá entra a mi cuarto a despertarme",
        "mi abuelo se acuesta en la cama en la noche y le duele la espalda",
        "mi papá viene conmigo en la noche al hospital",
        "mi padrastro no se mete a mi cuarto en la noche",
        "se mete el agua a mi cuarto en la noche",
        "mi tío toca la guitarra en la noche",
        "mi tío entra a trabajar en la noche",
        "hace 20 años mi padrastro se metía a mi cuarto",
    ],
)
def test_not_told(text: str) -> None:
    assert not at_night.is_told(text)
