"""What has the shape of personal data is replaced before anybody learns from a text."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nlu import facts, privacy


@pytest.mark.parametrize(
    ("told", "learnt"),
    [
        ("mi tel es 662 123 4567 gracias", "mi tel es 6620000000 gracias"),
        ("+52 1 662 123 45 67", "6620000000"),
        ("tel:6621234567,6629876543", "tel:6620000000,0000000000"),
        ("al 2-12-34-56", "al 0-00-00-00"),
        ("ana.soto@gmail.com", "persona@ejemplo.mx"),
        ("ana arroba gmail punto com", "persona@ejemplo.mx"),
        ("mi curp GOMC960912HSRMRR09", "mi curp XEXX000000HNEXXXA4"),
        ("mi curp GOMC960912HSRMRR08", "mi curp XEXX000000HNEXXXA4"),
        ("folio CS-2026-004512-6 clave AB12-CD34", "folio CS-2026-000000-0 clave 0000-0000"),
        ("folio de la PNT 260487624000123", "folio de la PNT 260000000000000"),
        ("mi rfc es GOMC9609125A1", "mi rfc es XAXX010101000"),
        ("pagué con la 4152 3136 1234 5678", "pagué con la 0000 0000 0000 0000"),
        ("no hay luz en la calle 30, 83010", "no hay luz en la calle 30, 83010"),
    ],
)
def test_what_points_to_one_person_is_replaced(told: str, learnt: str) -> None:
    assert privacy.mask(told) == learnt
    assert privacy.mask(learnt) == learnt


def test_what_is_invented_has_the_shape_of_what_it_stands_for() -> None:
    invented = {kind: facts.find(value) for kind, value in privacy.INVENTED.items()}
    del invented["curp"]  # one with a right check digit might be somebody's
    assert {kind: [each.entity for each in found] for kind, found in invented.items()} == {
        kind: [kind] for kind in invented
    }


@given(st.from_regex(r"[2-9]\d{2}[ .-]?\d{3}[ .-]?\d{4}", fullmatch=True), st.text(max_size=20))
def test_no_phone_is_left_whatever_stands_around_it(phone: str, around: str) -> None:
    digits = "".join(each for each in phone if each.isdigit())
    assume(digits != privacy.INVENTED["telefono"])
    masked = privacy.mask(f"{around} {phone} {around}")
    assert digits not in re.sub(r"[^0-9]", "", masked)
