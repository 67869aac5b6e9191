"""Messages by somebody who had seen none of the others: what new ones are worth."""

from nlu.embedded import EmbeddedInterpreter
from nlu.evaluation import examination

LEAST_RIGHT, LEAST_AMONG_TWO = 0.93, 0.97


def test_messages_that_nobody_tuned_on(engine: EmbeddedInterpreter) -> None:
    answers = examination.ask(engine, examination.load(examination.DATA / "unseen"))
    assert sum(each.is_right for each in answers) / len(answers) >= LEAST_RIGHT
    assert sum(each.among_two for each in answers) / len(answers) >= LEAST_AMONG_TWO
