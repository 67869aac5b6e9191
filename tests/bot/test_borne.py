"""The words that make a matter told beside another one."""

import pytest

from bot.dialogue.reading import borne


@pytest.mark.parametrize(
    ("matter", "text", "is_own"),
    [
        ("educacion", "va en 2do de prepa", False),
        ("educacion", "y los maestros no van", True),
        ("juridico", "no me quieren pagar", False),
        ("juridico", "y ocupo un abogado", True),
        ("empleo", "no me pagan el aguinaldo", False),
        ("empleo", "y me corrieron del jale", True),
        ("salud_atencion", "en la clínica del seguro popular", False),
        ("salud_atencion", "y el doctor nunca va", True),
        ("denuncia_servidor_publico", "le pidieron dinero a mi comadre", False),
        ("denuncia_servidor_publico", "los policías me pidieron mordida", True),
        ("felicitacion", "ps tratan bien mal las enfermeras", False),
        ("felicitacion", "y las enfermeras muy amables", True),
        ("migrantes_indigenas", "soy Fermín pero le dicen el chino", False),
        ("migrantes_indigenas", "y deportaron a mi hermano", True),
        ("adultos_mayores", "y a mi mamá que es viejita no le alcanza", False),
        ("adultos_mayores", "y a mi mamá no le llega la pensión", True),
        ("proteccion_civil", "con la lluvia es un lodazal", False),
        ("proteccion_civil", "y se está cayendo la barda", True),
        ("bacheo", "y así", True),
    ],
)
def test_is_own(matter: str, text: str, *, is_own: bool) -> None:
    assert borne.is_own(matter, text) == is_own
