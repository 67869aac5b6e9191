"""Dates as people say them, and what only looks like one."""

from datetime import date

import pytest

from nlu import dates, entities

WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "said", "day"),
    [
        ("hoy no hay agua", "hoy", "2026-11-25"),
        ("se fue la luz ayer", "ayer", "2026-11-24"),
        ("antier vinieron", "antier", "2026-11-23"),
        ("desde anteayer", "desde anteayer", "2026-11-23"),
        ("antes de ayer", "antes de ayer", "2026-11-23"),
        ("mañana tengo cita", "mañana", "2026-11-26"),
        ("pasado mañana", "pasado mañana", "2026-11-27"),
        ("nos vamos esta noche", "esta noche", "2026-11-25"),
        ("anoche balacearon", "anoche", "2026-11-24"),
        ("el lunes vino alguien", "el lunes", "2026-11-23"),
        ("el miércoles", "el miércoles", "2026-11-18"),
        ("EL LUNES PASADO", "EL LUNES PASADO", "2026-11-23"),
        ("desde el savado", "desde el savado", "2026-11-21"),
        ("el próximo lunes", "el próximo lunes", "2026-11-30"),
        ("el lunes que viene", "el lunes que viene", "2026-11-30"),
        ("para el viernes", "para el viernes", "2026-11-27"),
        ("este viernes", "este viernes", "2026-11-27"),
        ("el lunes 5 de octubre", "el lunes 5 de octubre", "2026-10-05"),
        ("el viernes 13 no pasó", "el viernes 13", "2026-11-13"),
        ("hace tres días", "hace tres días", "2026-11-22"),
        ("ase 3 dias que no ay agua", "ase 3 dias", "2026-11-22"),
        ("desde hace como una semana", "desde hace como una semana", "2026-11-18"),
        ("hace 2 meses", "hace 2 meses", "2026-09-25"),
        ("hace treinta y un días", "hace treinta y un días", "2026-10-25"),
        ("hace un año", "hace un año", "2025-11-25"),
        ("dos semanas atrás", "dos semanas atrás", "2026-11-11"),
        ("desde el 5 de noviembre", "desde el 5 de noviembre", "2026-11-05"),
        ("desde el 5 de diciembre", "desde el 5 de diciembre", "2025-12-05"),
        ("el 5 de diciembre", "el 5 de diciembre", "2026-12-05"),
        ("el ocho de marzo", "el ocho de marzo", "2027-03-08"),
        ("el primero de mayo", "el primero de mayo", "2027-05-01"),
        ("el 16 de septiembre", "el 16 de septiembre", "2026-09-16"),
        ("el 29 de febrero", "el 29 de febrero", "2028-02-29"),
        ("el 3 del mes pasado", "el 3 del mes pasado", "2026-10-03"),
        ("el 3 del próximo mes", "el 3 del próximo mes", "2026-12-03"),
        ("me dijeron que en 15 días", "en 15 días", "2026-12-10"),
        ("dentro de dos meses", "dentro de dos meses", "2027-01-25"),
        ("la semana pasada", "la semana pasada", "2026-11-16"),
        ("la próxima semana", "la próxima semana", "2026-11-30"),
        ("el mes pasado", "el mes pasado", "2026-10-01"),
        ("el fin de semana pasado", "el fin de semana pasado", "2026-11-21"),
        ("el 20 fui a la oficina", "el 20", "2026-11-20"),
        ("desde el 28 no hay agua", "desde el 28", "2026-10-28"),
        ("hasta el 20", "hasta el 20", "2026-12-20"),
        ("el 4/10", "el 4/10", "2026-10-04"),
        ("no water since yesterday", "yesterday", "2026-11-24"),
        ("they came 3 days ago", "3 days ago", "2026-11-22"),
        ("last Monday", "last Monday", "2026-11-23"),
        ("on November 5th, 2025", "November 5th, 2025", "2025-11-05"),
    ],
)
def test_a_date_is_resolved_against_today(text: str, said: str, day: str) -> None:
    (found,) = dates.find(text)
    assert (found.entity, text[found.start : found.end]) == ("fecha", said)
    assert dates.resolve(found.value, WEDNESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fue el 15/11/2026", "2026-11-15"),
        ("15-11-26", "2026-11-15"),
        ("15.11.2026", "2026-11-15"),
        ("11/25/2026", "2026-11-25"),
        ("15-nov-26", "2026-11-15"),
        ("15 nov 2026", "2026-11-15"),
        ("2026-11-15", "2026-11-15"),
        ("nací el 12 de mayo de 1960", "1960-05-12"),
        ("12/05/60", "1960-05-12"),
        ("el 15 de enero del 26", "2026-01-15"),
        ("el treinta y uno de diciembre de 2025", "2025-12-31"),
    ],
)
def test_a_date_that_needs_no_today_is_written_in_full(text: str, day: str) -> None:
    (found,) = dates.find(text)
    assert found.value == day
    assert dates.resolve(found.value, WEDNESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "vivo en la 5 de mayo",
        "calle 5 de Febrero 123",
        "col. 16 de Septiembre",
        "escuela primaria 20 de Noviembre",
        "en 5 de mayo y reforma",
        "entre 5 de mayo y 16 de septiembre",
        "no hay luz 5 de mayo",
        "el camión 15 no pasa",
        "el camión el 15 no pasa",
        "la ruta 20",
        "la línea 5",
        "atienden las 24 horas",
        "a las 5 de la tarde",
        "a las 8 de la mañana",
        "por la mañana",
        "hace calor",
        "hace mucho",
        "hace falta una lámpara",
        "calle segunda",
        "hoy en día",
        "de lunes a viernes",
        "todos los lunes",
        "el viernes santo",
        "don Domingo Pérez",
        "6621234567",
        "662-12-11-26",
        "el 911",
        "el 20% de descuento",
        "un 24/7",
        "3/4 de tubo",
        "31 de febrero",
        "31/02/2026",
        "los mayos de Etchojoa",
        "cuesta 1.250.50",
        "la semana",
    ],
)
def test_no_date(text: str) -> None:
    assert dates.find(text) == []


@pytest.mark.parametrize(
    "phrase", ["", "31 de febrero", "no sé", "hace ochenta mil años", "x" * 500]
)
def test_what_is_no_date_resolves_to_nothing(phrase: str) -> None:
    assert dates.resolve(phrase, WEDNESDAY) is None


def test_dates_at_the_edge_of_the_calendar() -> None:
    assert dates.resolve("hace 999 anos", date(900, 1, 1)) is None
    assert dates.resolve("hace un mes", date(2026, 3, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("en la calle 5 de Febrero desde el 5 de febrero", ["calle", "fecha"]),
        ("colonia 20 de Noviembre, ayer", ["colonia", "fecha"]),
        ("mi cel 66-21-11-12-26 desde hoy", ["telefono", "fecha"]),
        ("folio CS-2026-004512-6 del 15/11/2026", ["folio", "fecha"]),
    ],
)
def test_a_date_is_none_of_the_other_facts(text: str, kinds: list[str]) -> None:
    _, found = entities.find(text)
    assert [each.entity for each in found] == kinds
