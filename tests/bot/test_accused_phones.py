"""A phone that is told of somebody else, who calls or threatens: nobody answers to it."""

from dataclasses import replace

import pytest

from bot.dialogue.reading import accused
from bot.dialogue.reading import facts as told
from tests.bot.saying import asking, said


@pytest.mark.parametrize(
    "before",
    [
        "me quieren extorsionar por whatsapp, el numero de donde me escriben es ",
        "el número del que me llaman es ",
        "el de la tienda me amenazó por facebook, su numero es ",
        "quiero denunciar el numero ",
        "me están marcando del ",
        "me estafaron, su celular es el ",
    ],
)
def test_of_who_is_accused(before: str) -> None:
    assert accused.tells(before)


@pytest.mark.parametrize(
    "before",
    [
        "mi numero es ",
        "el telefono de mi mama es ",
        "me llamo Octavio, mi cel ",
        "hablen al numero que les di, ",
        "mi mamá es Rosa, su numero es ",
        "me robaron ayer, mi numero es ",
        "me pueden marcar al ",
        "el número al que me pueden llamar es ",
    ],
)
def test_of_who_writes_or_their_own(before: str) -> None:
    assert not accused.tells(before)


EXTORTED = "me están llamando para extorsionarme"


@pytest.mark.parametrize(
    ("request_", "text", "phone"),
    [
        (EXTORTED, "el numero es 55 4012 8890", None),
        (EXTORTED, "mi numero es 55 4012 8890", "5540128890"),
        (EXTORTED, "me pueden llamar al 55 4012 8890", "5540128890"),
        ("me robaron la bicicleta", "el numero es 55 4012 8890", "5540128890"),
    ],
)
def test_bare_once_a_caller_is_told(request_: str, text: str, phone: str | None) -> None:
    state = replace(asking("denuncia_delito", "municipio"), request=request_)
    heard = accused.without(state, said(text))
    assert told.told_by(heard).get("contacto") == phone
