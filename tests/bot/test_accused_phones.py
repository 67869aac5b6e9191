"""A phone that is told of somebody else, who calls or threatens: nobody answers to it."""

import pytest

from bot.dialogue.reading import accused


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
