"""One colonia, written by many."""

import pytest

from handoff.rules import colonias


@pytest.mark.parametrize(
    "name",
    [
        "Sahuaro",
        "El Sahuaro",
        "col. Sahuaro",
        "Fracc. El Sahuaro",
        "COLONIA  EL SAHUARO",
        "sahuaro.",
    ],
)
def test_kind_article_and_spelling_make_no_other_colonia(name: str) -> None:
    assert colonias.bare(name) == "sahuaro"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Las Quintas", "Las Quintas 2"),
        ("Sahuaro", "Nuevo Sahuaro"),
        ("Sahuaro", "Ejido El Sahuaro"),
        ("Choyal", "Choyal Norte"),
        ("Colinas", "Col. Inas"),
        ("La Colonia", ""),
        ("El", ""),
    ],
)
def test_other_names_are_other_colonias(one: str, other: str) -> None:
    assert colonias.bare(one) != colonias.bare(other)
