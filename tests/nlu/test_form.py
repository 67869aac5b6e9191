"""What first messages and answers to the form tell, in the words of others."""

import subprocess
import sys

import pytest

from nlu import form_learning, training_data
from nlu.embedded import EmbeddedInterpreter
from nlu.evaluation import examination, forms
from nlu.form import ASKED, KINDS, MATTER, Form
from nlu.interpretation import UNREAD, Entity
from nlu.random_field import NOTHING
from nlu.training_data import Example


def test_most_are_read_as_others_marked_them(interpreter: EmbeddedInterpreter) -> None:
    answers, first = forms.judge(interpreter, examination.load(forms.FOLDER))
    assert answers.asked == forms.ANSWERS
    assert answers.f1 >= 0.8
    assert answers.precision >= 0.8
    assert answers.whole >= 0.75
    assert first.asked == MATTER
    assert first.f1 >= 0.6
    assert first.precision >= 0.65


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        ("nombre", "ya, jose refugio duarte, guaymas", ["nombre", "municipio"]),
        ("nombre", "María del Socorro Y. pero es para mi hijo Luis", ["nombre", "beneficiario"]),
        ("contacto", "631 200 3040 Ramón Ochoa", ["nombre"]),
        ("municipio", "en la primaria benito juarez", ["escuela"]),
        ("municipio", "digo en nogales", ["municipio"]),
        ("colonia", "como q cual? la ley 57", ["colonia"]),
        ("institucion", "pues en el general", ["institucion"]),
        ("nivel_escolar", "va en la uni", ["nivel_escolar"]),
        ("nombre", "my name is Maria Grijalva", ["nombre"]),
        ("motivo", "no sirve el semaforo de solidaridad y navarrete", ["calle"]),
        (
            "motivo",
            "ocupo una andadera pa mi suegra, vivimos en Bacobampo",
            ["beneficiario", "colonia"],
        ),
        ("motivo", "la calle está bien oscura y da miedo pasar", []),
    ],
)
def test_what_is_told_beside_or_instead(
    asked: str, text: str, told: list[str], interpreter: EmbeddedInterpreter
) -> None:
    assert [each.entity for each in interpreter.told(text, asked).facts] == told


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("colonia", "pues pobrecito el perro"),
        ("calle", "por toda la cuadra"),
        ("municipio", "nadie hace nada"),
        ("nombre", "ya le dije"),
        ("escuela", "la de mi hijo"),
    ],
)
def test_words_that_tell_no_fact(asked: str, text: str, interpreter: EmbeddedInterpreter) -> None:
    read = interpreter.told(text, asked)
    assert not read.facts
    assert read.nothing >= 0.8


def test_an_initial_keeps_its_full_stop(interpreter: EmbeddedInterpreter) -> None:
    [name] = interpreter.told("Ma. del Socorro Y.", "nombre").facts
    assert name.value == "Ma. del Socorro Y."


@pytest.mark.parametrize("text", ["", " ", "🙏🏽", "\x00\x01", "a" * 100_000])
def test_bad_input_is_read_as_nothing_much(text: str, interpreter: EmbeddedInterpreter) -> None:
    assert len(interpreter.told(text, "nombre").facts) <= 1


def test_without_examples_nothing_is_read() -> None:
    assert form_learning.learn([]) == NOTHING
    assert Form(NOTHING).told("Ana Soto", "nombre") == UNREAD


def test_each_asks_and_marks_what_the_form_knows() -> None:
    for name in ("form", "form_test"):
        answers = training_data.load(forms.FOLDER.with_name(name))
        assert {each.intent for each in answers} <= ASKED
        assert {told.entity for each in answers for told in each.entities} <= KINDS


def test_no_answer_is_in_the_examination_too() -> None:
    learnt, asked = (
        {each.text.casefold() for each in training_data.load(forms.FOLDER.with_name(name))}
        for name in ("form", "form_test")
    )
    assert learnt.isdisjoint(asked)


HASHED = """
import hashlib
from nlu import form_learning, training_data
answers = training_data.load(training_data.FOLDER.with_name("form"))[::40]
learnt = form_learning.learn(answers)
print(hashlib.sha256(repr(learnt.attributes).encode() + learnt.weights.tobytes()).hexdigest())
"""


def test_the_same_is_learnt_whatever_the_order_of_sets() -> None:
    learnt = {
        subprocess.run(
            [sys.executable, "-c", HASHED],
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(learnt) == 1


def test_the_question_decides_between_two_readings() -> None:
    def answer(asked: str, name: str) -> Example:
        return Example(asked, f"la {name}", (Entity(asked, name, 3, 3 + len(name), 1.0, ""),))

    names = ("juarez", "morelos", "hidalgo", "allende", "zaragoza")
    answers = [answer(asked, name) for asked in ("calle", "colonia") for name in names]
    read = Form(form_learning.learn(answers))
    for asked in ("calle", "colonia"):
        assert [each.entity for each in read.told("la reforma", asked).facts] == [asked]
