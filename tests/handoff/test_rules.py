import itertools
import re
from datetime import UTC, date, datetime

import phonenumbers
import pytest

from handoff.rules import calendar, catalogue, desk, directory, folio, jurisdiction

DESK = desk.load()


def at(day: str, hour: int = 10) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour:02d}:00").replace(tzinfo=DESK.zone)


@pytest.mark.parametrize(
    ("filed", "days", "due"),
    [
        ("2026-01-15", 20, "2026-02-13"),
        ("2026-01-15", 30, "2026-02-27"),
        ("2026-03-02", 20, "2026-03-31"),
        ("2026-03-02", 30, "2026-04-14"),
        ("2026-07-10", 20, "2026-08-10"),  # 17 July is a state holiday
        ("2026-09-01", 20, "2026-09-30"),
        ("2026-12-10", 20, "2027-01-11"),
    ],
)
def test_terms_count_working_days_from_the_next_day(filed: str, days: int, due: str) -> None:
    assert calendar.due(at(filed), days, DESK) == at(due, 15)


@pytest.mark.parametrize(
    ("filed", "counts_as"),
    [
        (at("2026-11-20", 14), "2026-11-20"),
        (at("2026-11-20", 7), "2026-11-20"),  # before opening, the same day
        (at("2026-11-20", 15), "2026-11-23"),  # Friday at closing time
        (at("2026-11-21", 10), "2026-11-23"),  # Saturday
        (at("2026-11-30", 10), "2026-12-01"),  # Día del Servidor Público
        (datetime(2026, 11, 21, 2, tzinfo=UTC), "2026-11-23"),  # still Friday 19:00 in Sonora
    ],
)
def test_what_arrives_after_hours_counts_from_the_next_working_day(
    filed: datetime, counts_as: str
) -> None:
    assert calendar.received_on(filed, DESK) == date.fromisoformat(counts_as)


@pytest.mark.parametrize(
    ("now", "is_open", "opens"),
    [
        (at("2026-11-20", 8), True, at("2026-11-20", 8)),
        (at("2026-11-20", 7), False, at("2026-11-20", 8)),
        (at("2026-11-20", 15), False, at("2026-11-23", 8)),
        (at("2026-11-16", 10), False, at("2026-11-17", 8)),  # Día de la Revolución
    ],
)
def test_office_hours(now: datetime, is_open: bool, opens: datetime) -> None:
    assert calendar.is_open(now, DESK) is is_open
    assert calendar.next_opening(now, DESK) == opens


def test_a_folio_survives_dictation() -> None:
    made = folio.make("CS", 2026, 4512)
    assert made == "CS-2026-004512-6"
    for said in ("cs 2026 004512 6", "CS20260045126", " cs-2026-004512-6 "):
        assert folio.parse(said) == made


def test_every_wrong_digit_and_every_swap_is_found() -> None:
    made = folio.make("CS", 2026, 4512)
    digits = [place for place, letter in enumerate(made) if letter.isdigit()]
    for place in digits:
        for wrong in "0123456789":
            changed = made[:place] + wrong + made[place + 1 :]
            assert (folio.parse(changed) == changed) == (changed == made)
    for left, right in itertools.pairwise(digits):
        swapped = list(made)
        swapped[left], swapped[right] = swapped[right], swapped[left]
        if "".join(swapped) != made:
            assert folio.parse("".join(swapped)) is None


def test_a_key_is_forgiving_to_type_and_hard_to_reverse() -> None:
    key = folio.make_key(bytes([0, 1, 2, 250, 255]))
    assert key == "000G-5YQZ"
    stored = folio.key_digest(b"secret", "CS-2026-004512-6", key)
    assert folio.key_digest(b"secret", "CS-2026-004512-6", " ooog 5yqz") == stored
    assert folio.key_digest(b"secret", "CS-2026-004513-5", key) != stored
    assert folio.key_digest(b"other", "CS-2026-004512-6", key) != stored


CONTACTS = [
    (agency, contact)
    for agency in directory.load().values()
    for contact in (agency.contact, *agency.contacts.values())
    if contact
]


@pytest.mark.parametrize(("agency", "contact"), CONTACTS)
def test_a_contact_is_a_phone_and_tells_who_published_it(
    agency: directory.Agency, contact: str
) -> None:
    """«071» and the like have no form of their own in phonenumbers."""
    number, _, option = contact.partition(", ")
    is_short = re.fullmatch(r"0\d\d", number) is not None
    is_whole = phonenumbers.is_valid_number(phonenumbers.parse(number, "MX"))
    assert is_short or is_whole
    assert re.fullmatch(r"(opción \d)?", option)
    assert agency.source


def test_the_contact_is_the_one_of_the_municipality() -> None:
    agencies = directory.load()
    assert agencies["ayuntamiento"].contact_in("Hermosillo") == "072"
    assert agencies["ayuntamiento"].contact_in("Cajeme") == ""
    assert agencies["cfe"].contact_in("Cajeme") == agencies["cfe"].contact_in(None) == "071"


def test_where_several_may_attend_it_no_contact_is_given() -> None:
    categories = catalogue.load().categories
    assert jurisdiction.contact(categories["energia_electrica"], None) == "071"
    assert jurisdiction.contact(categories["salud_medicamentos"], None) == ""


def test_every_destination_of_the_catalogue_is_in_the_directory() -> None:
    keys = {key for each in catalogue.load().categories.values() for key in each.destination}
    assert keys <= set(directory.load())


def test_an_agency_is_called_as_people_of_the_place_call_it() -> None:
    agencies = directory.load()
    assert agencies["ayuntamiento"].name_in("Cajeme") == "Ayuntamiento de Cajeme"
    assert agencies["organismo_agua"].name_in("Hermosillo") == "Agua de Hermosillo"
    assert agencies["organismo_agua"].name_in(None) == "organismo operador de agua de su municipio"


def test_staff_reads_a_receipt_without_its_key() -> None:
    receipt = "Folio: CS-2026-004512-6\nClave de consulta: 000G-5YQZ\nLlame al 800 911 2000."
    assert folio.hide_key(receipt) == receipt.replace("000G-5YQZ", "••••-••••")


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("mi clave es ABCD1234 y nadie contesta", "mi clave es ••••-•••• y nadie contesta"),
        ("CS-2026-000001-5 clave k7qx 9b2m", "CS-2026-000001-5 clave ••••-••••"),
        ("el folio y K7QX-9B2M", "el folio y ••••-••••"),
        ("el medidor AB12CD34 no gira", "el medidor AB12CD34 no gira"),
        ("márqueme al 1234-5678", "márqueme al 1234-5678"),
        ("la clave del problema es que nadie va", "la clave del problema es que nadie va"),
    ],
)
def test_staff_reads_no_key_in_what_citizens_write(told: str, read: str) -> None:
    assert folio.hide_told_key(told) == read
