"""What texts mean: asked of the engine once, even where they are put off and come again."""

import logging
from collections.abc import Iterable, Mapping

from bot.dialogue.reading import plainly
from nlu.interpretation import Assisted, Interpretation, Interpreter, Reader, Told

MOST = 1_000  # texts kept

log = logging.getLogger(__name__)


class Hearing:
    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._at_hand = interpreter.at_hand if isinstance(interpreter, Assisted) else interpreter
        self._kept: dict[str, Interpretation] = {}

    def meanings(self, texts: list[str]) -> list[Interpretation | None]:
        texts = [plainly.as_read(text) for text in texts]
        known = {text: self._kept.pop(text) for text in set(texts) & self._kept.keys()}
        new = [text for text in texts if text not in known]
        found = dict(zip(new, _ask(self._interpreter, new), strict=True)) if new else {}
        return [known.get(text) or found[text] for text in texts]

    def at_once(self, texts: list[str]) -> list[Interpretation | None]:
        """Inside a transaction, where nobody waits for another machine."""
        return _ask(self._at_hand, [plainly.as_read(text) for text in texts])

    def told(self, text: str, asked: str | None, known: Mapping[str, str]) -> Told | None:
        """What it tells for the form, read with what was asked."""
        if not (asked and text and isinstance(self._interpreter, Reader)):
            return None
        return self._interpreter.told(text, asked, known)

    def keep(self, meanings: Iterable[Interpretation]) -> None:
        """Of what is put off, until it comes due. Everything is forgotten when there is too much of
        it: another desk has answered it."""
        if len(self._kept) > MOST:
            self._kept.clear()
        self._kept |= {each.text: each for each in meanings}


def _ask(interpreter: Interpreter, texts: list[str]) -> list[Interpretation | None]:
    """Together; if the engine fails, one by one, so that one text harms no other."""
    try:
        return list(interpreter.interpret(texts))
    except Exception:  # a supervisor: what fails is counted, and goes to a person in the end
        log.exception("%s messages could not be interpreted", len(texts))
        if len(texts) == 1:
            return [None]
        return [meaning for text in texts for meaning in _ask(interpreter, [text])]
