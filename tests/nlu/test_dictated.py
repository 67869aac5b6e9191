"""Signs that are said as words to a telephone that writes."""

import pytest

from nlu import dictated


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Saúl Armenta punto", "Saúl Armenta."),
        ("sí punto", "sí."),
        ("SOI de Empalme, estoi sola", "SOY de Empalme, estoy sola"),
        ("Ana Soto coma calle Morelos punto final", "Ana Soto, calle Morelos."),
        ("no hay agua punto vivo en la Sahuaro punto", "no hay agua. vivo en la Sahuaro."),
    ],
)
def test_signs_are_written(said: str, meant: str) -> None:
    assert dictated.punctuated(said) == meant


@pytest.mark.parametrize(
    "text",
    [
        "llegaron a las tres en punto",
        "hasta qué punto",
        "está a punto de caer",
        "mi hijo está en coma",
        "rosa punto mendez arroba gmail punto com",
        "punto",
    ],
)
def test_words_stay_words(text: str) -> None:
    assert dictated.punctuated(text) == text


def test_of_two_words_before_the_sign_no_address_is_made() -> None:
    assert not [*dictated.emails("maria lopez arroba hotmail punto com")]
    [(address, *_)] = dictated.emails("mi correo es lopez arroba hotmail punto com")
    assert address == "lopez@hotmail.com"
