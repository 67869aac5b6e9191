"""Whatever citizens begin with, what is decided can be said: no message fails on its way."""

from dataclasses import replace
from zlib import crc32

from bot import replies
from bot.dialogue import State, decide, hear, pending
from bot.dialogue.introduced import with_story
from bot.replies import Context
from handoff.rules import desk
from nlu import form, training_data
from nlu.embedded import EmbeddedInterpreter
from tests.bot.saying import NOW, situation

EACH = 4  # of so many messages that are learnt, one is tried; of those held out, every one


def _is_answered(text: str, interpreter: EmbeddedInterpreter) -> bool:
    """In words, or by what the store knows: the state of a folio, the place in the queue."""
    [meaning] = interpreter.interpret([text])
    heard = hear(text, {}, meaning, interpreter.thresholds)
    heard = with_story(State(), heard, lambda texts: [*interpreter.interpret(texts)])
    heard = replace(heard, retold=interpreter.told(heard.text, form.SUMMARY, {}))
    decided = decide(State(), heard, situation(has_notice=False))
    context = Context(desk.load(), NOW, heard.language(None) or "es")
    acts = [*decided.acts, *pending.question(decided.state)]
    said = [each for each in acts if type(each) in replies.SAYS]
    words = [each.text for each in replies.messages(said, context)]
    return bool(decided.acts) and all(words) and bool(words) == bool(said)


def test_what_is_decided_can_be_said(interpreter: EmbeddedInterpreter) -> None:
    folder = training_data.FOLDER.parent
    learnt = [each.text for each in training_data.load(training_data.FOLDER)]
    texts = [text for text in learnt if crc32(text.encode()) % EACH == 0]
    for name in ("test", "validation"):
        texts += [each.text for each in training_data.load(folder / name)]
    assert [text for text in texts if not _is_answered(text, interpreter)] == []
