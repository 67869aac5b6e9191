"""Folios, query keys and the like are letters and figures without a meaning."""

from random import Random

import pytest

from nlu.embedded import EmbeddedInterpreter

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # of which query keys are made


@pytest.fixture(scope="module")
def said() -> list[str]:
    chance = Random(1)
    keys = ("".join(chance.choices(LETTERS, k=8)) for _ in range(1000))
    return [f"{key[:4]}-{key[4:]}" for key in keys]


@pytest.mark.parametrize("form", ["{}", "mi clave es {}", "CS-2026-000001-5 {}"])
def test_no_query_key_looks_like_danger(
    interpreter: EmbeddedInterpreter, said: list[str], form: str
) -> None:
    meanings = interpreter.interpret([form.format(key) for key in said])
    assert [each.text for each in meanings if each.urgent.value] == []


def test_danger_beside_a_key_is_danger(interpreter: EmbeddedInterpreter, said: list[str]) -> None:
    meanings = interpreter.interpret([f"me está golpeando, mi clave es {key}" for key in said[:50]])
    assert all(each.urgent.value for each in meanings)
