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
        ("bacheo", "y así", True),
    ],
)
def test_is_own(matter: str, text: str, *, is_own: bool) -> None:
    assert borne.is_own(matter, text) == is_own
