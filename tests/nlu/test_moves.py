"""What a message does in a conversation, in the words of others."""

import numpy as np
import pytest

from nlu import moves_learning, training_data
from nlu.embedded import EmbeddedInterpreter
from nlu.evaluation import examination, moves
from nlu.features import learn
from nlu.moves import NONE, PLAIN, UNKNOWN
from nlu.training_data import Example


def test_most_are_recognised_and_what_is_plain_is_nearly_always_right(
    interpreter: EmbeddedInterpreter,
) -> None:
    score = moves.judge(examination.ask(interpreter, examination.load(moves.FOLDER)))
    assert score is not None
    assert score.accuracy >= 0.85
    assert score.plain >= 0.75
    assert score.right_when_plain >= 0.94


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("Heriberto Bojórquez", "name"),
        ("no me gusta andar dando mi nombre", "withhold"),
        ("y como en cuántos días me resuelven", "term"),
        ("con quién me quejo si no hacen nada", "unheeded"),
        ("y los de la junta vecinal ya fueron dos veces y nada", "detail"),
        ("pónganle que es urgente", "add"),
        ("mande? cómo que colonia", "unclear"),
        ("pura burocracia con ustedes", "upset"),
        ("what do you mean", "unclear"),
        ("otra cosa, también necesito una beca para mi hija", "matter"),
        ("ando buscando donde sacar el acta de defuncion de mi apa", "procedure"),
        (
            "se le vencio la credencial de discapacidad donde se la renuevan",
            "procedure",
        ),
    ],
)
def test_plain_ones(text: str, move: str, interpreter: EmbeddedInterpreter) -> None:
    [told] = interpreter.interpret([text])
    assert (told.move.name, told.move.confidence >= PLAIN) == (move, True)


def test_a_long_story_is_none(interpreter: EmbeddedInterpreter) -> None:
    [told] = interpreter.interpret(["y fue que " * 20])
    assert told.move == NONE


def test_it_is_in_no_answer_as_json(interpreter: EmbeddedInterpreter) -> None:
    [told] = interpreter.interpret(["mande"])
    assert "move" not in told.as_json()


def test_without_examples_nothing_is_known_of_it() -> None:
    vectoriser = learn(["no hay agua", "hay un bache"])
    learnt = moves_learning.learn(vectoriser, [], [], seed=1)
    assert learnt == UNKNOWN
    assert learnt.of(["mande"], vectoriser.rows(["mande"])) == [NONE]


def test_what_tells_nothing_weighs_nothing() -> None:
    told = [Example(name, f"{word} {n}") for name, word in WORDS for n in ("ya", "pues", "oiga")]
    vectoriser = learn([each.text for each in told])
    learnt = moves_learning.learn(vectoriser, told, [], seed=1)
    assert not np.any(learnt.weights[-1])
    [move] = learnt.of(["mande"], vectoriser.rows(["mande"]))
    assert move.name == "unclear"


def test_no_example_is_in_the_examination_too() -> None:
    learnt, asked = (
        {each.text.casefold() for each in training_data.load(moves.FOLDER.with_name(name))}
        for name in ("moves", "moves_test")
    )
    assert learnt.isdisjoint(asked)


WORDS = (("unclear", "mande"), ("thanks", "gracias"), ("wait", "espere"), ("agree", "simon"))
