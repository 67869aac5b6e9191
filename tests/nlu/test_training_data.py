"""Reading Rasa 3.x YAML, and saying where it is broken."""

from pathlib import Path

import pytest

from nlu import training_data
from nlu.training_data import BrokenTrainingData

WATER = """\
version: "3.1"
nlu:
  - intent: agua_potable
    examples: |
      - no hay agua en la [Sahuaro](colonia)
      - sin agua en [obregon]{"entity": "municipio", "value": "Cajeme"}
"""


def test_examples_and_their_entities(tmp_path: Path) -> None:
    (tmp_path / "agua_potable.yml").write_text(WATER, encoding="utf-8")
    first, second = training_data.load(tmp_path)

    assert (first.intent, first.text) == ("agua_potable", "no hay agua en la Sahuaro")
    (colonia,) = first.entities
    assert (colonia.entity, first.text[colonia.start : colonia.end]) == ("colonia", "Sahuaro")
    (municipality,) = second.entities
    assert (municipality.entity, municipality.value) == ("municipio", "Cajeme")


def test_what_the_form_held(tmp_path: Path) -> None:
    block = (
        '  - intent: resumen\n    known: {calle: "Tabasco 12"}\n'
        "    examples: |\n      - es [21](calle)\n"
    )
    (tmp_path / "resumen.yml").write_text(f"nlu:\n{block}", encoding="utf-8")
    [answer] = training_data.load(tmp_path)
    assert answer.known == (("calle", "Tabasco 12"),)
    broken = block.replace('"Tabasco 12"', "12")
    (tmp_path / "resumen.yml").write_text(f"nlu:\n{broken}", encoding="utf-8")
    with pytest.raises(BrokenTrainingData, match="in quotes"):
        training_data.load(tmp_path)


def test_lookup_tables_are_rasas_business(tmp_path: Path) -> None:
    lookup = "  - lookup: colonia\n    examples: |\n      - Sahuaro\n"
    (tmp_path / "agua_potable.yml").write_text(WATER + lookup, encoding="utf-8")
    assert len(training_data.load(tmp_path)) == 2


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("nlu:\n  - intent: [a\n", 3, "expected"),
        ("just words\n", 1, "expected a list under the key 'nlu'"),
        ("nlu:\n  - intent: a\n", 2, "intent 'a' has no examples"),
        ("nlu:\n  - examples: |\n      - hola\n", 1, "a block without 'intent'"),
        ("nlu:\n  - intent: a\n    examples: |\n      - hola\n      adios\n", 5, "begin with '- '"),
        ("nlu:\n  - intent: a\n    examples: |\n      - en [x](\n", 4, "does not close"),
        ('nlu:\n  - intent: a\n    examples: |\n      - en [x]{"e": 1}\n', 4, "broken annotation"),
    ],
)
def test_a_broken_file_is_named_with_line_and_reason(
    tmp_path: Path, content: str, line: int, reason: str
) -> None:
    path = tmp_path / "a.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BrokenTrainingData, match=r"a\.yml") as broken:
        training_data.load(tmp_path)
    assert (broken.value.path, broken.value.line) == (path, line)
    assert reason in broken.value.reason


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BrokenTrainingData, match="UTF-8"):
        training_data.load(tmp_path)
