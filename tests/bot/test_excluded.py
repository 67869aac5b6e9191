"""The words that exclude a matter are read from one file, and what is wrong in it is named."""

import pytest

from bot.dialogue import instead
from bot.dialogue.reading import excluded
from tests.bot.saying import said

LIKE, HEARD, SAYS = "like: Mi carro", "heard: [agua_cobro]", "says: carros?"
MEANT = "meant: {placas_licencias: 0.5}"


def rules(*lines: str) -> str:
    return "lists:\n  vehicle: carros? | motos?\nrules:\n  - " + "\n    ".join(lines)


def test_a_rule_of_the_file() -> None:
    (rule,) = excluded.read(rules(LIKE, HEARD, "says: <vehicle> | tro(ca|ka)*", MEANT))
    assert rule.meant == (("placas_licencias", 0.5),)
    assert [each for each in ("mi moto", "la troquita", "mi troca", "la motocicleta")
            if rule.fits(each)] == ["mi moto", "mi troca"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (rules(LIKE, HEARD, MEANT), "excluded.yml:4: unknown or missing: says"),
        (rules(LIKE, HEARD, SAYS, MEANT, "sino: agua"), "excluded.yml:4: .*sino"),
        (rules(LIKE, HEARD, "says: (carros?", MEANT), "excluded.yml:4: .*unterminated"),
        (rules(LIKE, HEARD, "says: <boat>", MEANT), "excluded.yml:4: .*boat"),
        (rules(LIKE, HEARD, "says: no", MEANT), "excluded.yml:4: no words: False"),
        (rules(LIKE, "heard: [agua]", SAYS, MEANT), "excluded.yml:4: .*agua"),
        (rules("like: Mi moto", HEARD, SAYS, MEANT), "excluded.yml:4: does not fit «Mi moto»"),
        (rules(LIKE, "unlike: Un carro", HEARD, SAYS, MEANT), "excluded.yml:4: fits «Un carro»"),
        ("rules: []\nlist: {}", "excluded.yml:2: unknown key list"),
        ("rules:\n  - [", "excluded.yml:2: "),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        excluded.read(text)


@pytest.mark.parametrize(
    ("text", "is_lure"),
    [
        ("me llegó un mensaje de una multa y que pague en un link", True),
        ("me llegó la multa y quiero pagar con tarjeta", False),
    ],
)
def test_what_lures_into_paying_is_a_crime(text: str, *, is_lure: bool) -> None:
    assert (instead.of(said(text, "multas_transito")) == instead.LURING) is is_lure
