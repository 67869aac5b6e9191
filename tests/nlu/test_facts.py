"""Phones, e-mails, CURP, folios and keys inside a message."""

import pytest

from nlu import facts


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("mi cel es 662 123 45 67", "telefono", "6621234567"),
        ("tomen en cuenta que mi cel es 662 123 4567", "telefono", "6621234567"),
        ("+52 1 662 123 4567", "telefono", "6621234567"),
        ("+52 662-123-4567", "telefono", "6621234567"),
        ("marque al 044 662 1234567", "telefono", "6621234567"),
        ("045-644-412-3456", "telefono", "6444123456"),
        ("tel. (662) 123.4567, gracias", "telefono", "6621234567"),
        ("vivo en Tucson +1 520 555 0123", "telefono", "+15205550123"),
        ("1 520 555 0123", "telefono", "+15205550123"),
        ("1 662 223 4567", "telefono", "6622234567"),
        ("66 21 23 45 67", "telefono", "6621234567"),
        ("662 - 123 - 4567", "telefono", "6621234567"),
        ("cel: 6.6.2.1.2.3.4.5.6.7", "telefono", "6621234567"),
        ("es el seis seis dos, uno dos tres, cuatro cinco, seis siete", "telefono", "6621234567"),
        ("seis sesenta y dos ciento veintitrés cuarenta y cinco 67", "telefono", "6621234567"),
        ("cero cuarenta y cuatro 662 uno veinticuatro 45 67", "telefono", "6621244567"),
        ("Escriba a Rosa.Mendez@correo.com.mx por favor", "correo", "rosa.mendez@correo.com.mx"),
        ("es rosa arroba correo punto com", "correo", "rosa@correo.com"),
        (
            "rosa punto mendez guion bajo 2 arroba gmail punto com",
            "correo",
            "rosa.mendez_2@gmail.com",
        ),
        ("rosa arroba correo punto gob punto mx", "correo", "rosa@correo.gob.mx"),
        ("rosa @ correo . com", "correo", "rosa@correo.com"),
        ("mi curp es hegg560427mvzrrl04", "curp", "HEGG560427MVZRRL04"),
        ("HEGG 560427 MVZRRL 04", "curp", "HEGG560427MVZRRL04"),
        ("mi rfc: gode561231gr8", "rfc", "GODE561231GR8"),
        ("GODE-561231-GR8", "rfc", "GODE561231GR8"),
        ("facturar a SAT970701NN3", "rfc", "SAT970701NN3"),
        ("PEP9207167XA", "rfc", "PEP9207167XA"),
        ("folio CS-2026-004512-6", "folio", "CS-2026-004512-6"),
        ("cs 2026 004512 6", "folio", "CS-2026-004512-6"),
        ("cs20260045126", "folio", "CS-2026-004512-6"),
        ("CS-2026-4512-6", "folio", "CS-2026-004512-6"),
        ("el 2026-004512-6 por favor", "folio", "CS-2026-004512-6"),
        ("mi solicitud 260400012345678", "folio_infomex", "260400012345678"),
        ("mi solicitud 00123412 de infomex", "folio_infomex", "00123412"),
        ("el folio de Infomex es el 00123412", "folio_infomex", "00123412"),
        ("clave K7M2-9QXT", "clave", "K7M2-9QXT"),
        ("mi clave es k7m2 9qxt", "clave", "K7M2-9QXT"),
        ("k7m29qxt", "clave", "K7M2-9QXT"),
        (" xkmb-qbmq.", "clave", "XKMB-QBMQ"),
    ],
)
def test_one_fact(text: str, kind: str, value: str) -> None:
    (found,) = facts.find(text)
    assert (found.entity, found.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "la cuenta es 6621234567",
        "my account number is 6621234567",
        "",
        "no hay agua desde el lunes",
        "mi curp es HEGG560427MVZRRL05",
        "debo 1234567 pesos",
        "mi contrato es el 00123412",
        "calle 5 numero 1234",
        "hermanos y hermanas",
        "la clave es tener paciencia",
        "4111111111111111",
        "nací el 12 de mayo de 1960",
        "somos dos adultos, tres niños, cuatro perros y cinco gatos",
        "uno dos tres cuatro cinco seis siete ocho nueve cero uno dos tres",
        "rosa arroba correo",
        "GODE561331GR8",
        "\u0667" * 10,
    ],
)
def test_no_fact(text: str) -> None:
    assert facts.find(text) == []


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("folio", "CS-2026-004512-6", "CS-2026-004512-7"),
        ("folio", "CS-2026-004512-6", "CS-2026-005412-6"),
        ("rfc", "GODE561231GR8", "GODE561231GR9"),
        ("rfc", "SAT970701NN3", "SAT970701NN4"),
    ],
)
def test_a_wrong_check_digit_is_hardly_believed(kind: str, right: str, wrong: str) -> None:
    (good,), (bad,) = facts.find(right), facts.find(wrong)
    assert (good.entity, good.value, good.confidence) == (kind, right, 1.0)
    assert (bad.entity, bad.value, bad.confidence) == (kind, wrong, facts.MISSPELT)


def test_each_part_of_the_text_is_one_fact() -> None:
    found = facts.find("folio CS-2026-004512-6, clave 7HJK-22PQ, tel 6621234567")
    assert [each.entity for each in found] == ["folio", "clave", "telefono"]


def test_the_place_in_the_text_is_exact() -> None:
    text = "llámeme al 662 123 4567 hoy"
    (found,) = facts.find(text)
    assert text[found.start : found.end] == "662 123 4567"


def test_a_key_without_its_word_is_only_a_candidate() -> None:
    (bare,), (named,) = facts.find("K7M2-9QXT"), facts.find("clave K7M2-9QXT")
    assert bare.confidence < named.confidence
