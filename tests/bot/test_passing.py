"""Facts told along with the matter."""

import pytest

from bot.dialogue.reading import passing, whereabouts


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        ("no pasa el camion de la LINEA 11", "ruta", "11"),
        ("el camion q va de vicam a obregon ya subio", "ruta", "Vicam a Obregon"),
        ("pues el de cumpas a nacozari ya le dije", "ruta", "Cumpas a Nacozari"),
        ("el camion de las 5 a las 6 no pasa", "ruta", None),
        ("el de la esquina a media noche", "ruta", None),
        ("la ruta no. 5 va llena", "ruta", "5"),
        ("el camión L-18 va lleno", "ruta", "L-18"),
        ("el camión 3 veces no pasó", "ruta", None),
        ("el camión de la 12 no paró", "ruta", "12"),
        ("el camión de la 1 de la tarde", "ruta", None),
        ("en la línea de espera", "ruta", None),
        ("the bus line 3 does not stop", "ruta", "3"),
        ("la prepa Cobach de Villa Juárez", "escuela", "prepa Cobach de Villa Juárez"),
        ("la primaria de Mesa Colorada", "escuela", "primaria de Mesa Colorada"),
        ("soy alumna de la UES", "nivel_escolar", "UES"),
        ("una cita en el seguro para mi mamá", "institucion", "el seguro"),
        ("en el seguro del carro", "institucion", None),
        ("una silla de ruedas de mi esposo", "beneficiario", "mi esposo"),
        ("mi mamá tiene 80 años y ocupa una silla", "beneficiario", "mi mamá"),
        ("my mother is 80 and she needs a wheelchair", "beneficiario", "my mother"),
        ("mi papá murió y mi hermano ocupa una silla", "beneficiario", "mi hermano"),
        ("vivo en la casa de mi mamá", "beneficiario", None),
        ("la carretera nogales imuris está fea", "tramo", "carretera nogales imuris"),
        ("la carretera Navojoa-Álamos, km 20", "tramo", "carretera Navojoa-Álamos, km 20"),
        ("la carretera federal 15, km 110", "tramo", "carretera federal 15, km 110"),
        ("la carretera estatal 20 está muy mala", "tramo", None),
        ("la carretera a Kino km 40 llena de hoyos", "tramo", "carretera a Kino km 40"),
        ("hay hoyos en la carretera y la calle", "tramo", None),
        ("el camino real de mi rancho", "tramo", None),
    ],
)
def test_a_fact_in_passing(text: str, fact: str, value: str | None) -> None:
    assert passing.told(text).get(fact) == value


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("soy taxista y uber no paga", True),
        ("el camión no pasa", False),
        ("no hay camión ninguno", True),
        ("no hay transporte en mi pueblo", True),
        ("no hay ruta, por eso escribo", True),
        ("no hay ruta de noche", False),
        ("no hay camión en las mañanas", False),
        ("no hay ninguno de la 5", False),
    ],
)
def test_a_taxi_has_no_route_nor_a_village_without_a_bus(text: str, is_none: bool) -> None:
    assert passing.has_none("ruta", text) is is_none


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("no tengo seguro, en ninguna", True),
        ("es que no estoy inscrita en ningún lado, antes tenía el seguro popular", True),
        ("ninguna, no tengo seguro", True),
        ("pues ningún seguro tengo", True),
        ("no estoy afiliada", True),
        ("mi mamá no cuenta con IMSS ni nada", True),
        ("I don't have insurance", True),
        ("no tengo seguro de carro", False),
        ("no tengo seguro, me atienden en el hospital general", False),
        ("en el seguro", False),
        ("no estoy segura", False),
    ],
)
def test_who_has_no_insurance_names_no_institution(text: str, is_none: bool) -> None:
    assert passing.has_none("institucion", text) is is_none


@pytest.mark.parametrize(
    ("rest", "only"), [("en  colonia ", True), ("vivo en la", True), ("no hay agua en", False)]
)
def test_words_that_only_lead_to_a_place(rest: str, only: bool) -> None:
    assert whereabouts.only_leads(rest) is only
