"""Approved messages as Rasa YAML: whatever they hold, they are read back as plain text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from nlu import learnt, training_data
from nlu.training_data import Example

LAMP = Example("alumbrado", "no hay luz en la calle")
WATER = Example("agua_potable", "no sale agua")


def test_the_file_is_what_rasa_reads(tmp_path: Path) -> None:
    path = tmp_path / "learnt.yml"
    assert learnt.write([LAMP, WATER, LAMP], path)
    assert yaml.safe_load(path.read_text("utf-8")) == {
        "version": "3.1",
        "nlu": [
            {"intent": "agua_potable", "examples": "- no sale agua\n"},
            {"intent": "alumbrado", "examples": "- no hay luz en la calle\n"},
        ],
    }
    assert training_data.read(path) == [WATER, LAMP]


def test_the_same_messages_do_not_touch_the_file(tmp_path: Path) -> None:
    path = tmp_path / "learnt.yml"
    learnt.write([LAMP, WATER], path)
    assert not learnt.write([WATER, LAMP], path)
    assert learnt.write([], path)
    assert training_data.read(path) == []


@given(st.text(min_size=1))
@example("la [Sahuaro](colonia) y [otra]{broken")
@example("- - uno\n  - intent: otro\n\x85dos\u2028tres")
@example("#no: 'es' \"yaml\" ${HOME} & *x !y")
def test_no_text_breaks_the_file_or_reads_as_an_annotation(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    said = learnt.line(text)
    assume(said)
    path = tmp_path_factory.getbasetemp() / "learnt.yml"
    learnt.write([Example("alumbrado", text)], path)
    assert training_data.read(path) == [Example("alumbrado", said)]
    assert not {"[", "]", "{", "}"} & set(said)
