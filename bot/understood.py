"""What the messages that wait mean: arranged, put together into turns, each understood as one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from bot import dialogue, together
from bot.corrected import corrected
from bot.dialogue import State, alarms, pieces
from bot.dialogue.reading import unfinished
from bot.together import Heard, Turn
from bot.waiting import Message, arranged
from nlu.interpretation import Interpretation

Meanings = Callable[[list[str]], list[Interpretation | None]]


@dataclass(frozen=True, slots=True)
class Understood:
    """A turn and what it means: None if the engine failed on it. `parts`: its sentences, each by
    itself, if there are several. `silent`: another one is answered in its stead."""

    turn: Turn
    meaning: Interpretation | None
    parts: tuple[Interpretation, ...] = ()
    silent: bool = False

    @property
    def conversation_id(self) -> int:
        return self.turn.messages[0].conversation_id

    @property
    def ids(self) -> list[int]:
        return [each.exchange_id for each in self.turn.messages]

    @property
    def content(self) -> dict[str, Any]:
        """Of several messages, none can be edited by itself: their one answer is for all."""
        content = dict(self.turn.messages[-1].content or {})
        if len(self.turn.messages) > 1:
            content.pop("message_id", None)
        return content


def understand(heard: Iterable[Heard], meanings: Meanings) -> list[Understood]:
    """The turns of each conversation, one after the other. What several messages say together is
    interpreted as one text."""
    messages = sorted((Message(*each) for each in heard), key=_conversation)
    known = {each.exchange.text: each.meaning for each in messages}
    groups = [list(arranged(group)) for _, group in groupby(messages, _conversation)]
    turns = [together.turns(list(_to_answer(group))) for group in groups]
    texts = {text for each in turns for turn in each for text in _texts(turn)}
    new = sorted(texts - known.keys())
    known |= dict(zip(new, meanings(new), strict=True))
    return [
        each
        for group, answered in zip(groups, turns, strict=True)
        for each in (*_silent(group), *(_of(turn, known) for turn in answered))
    ]


def with_held(
    state: State, heard: dialogue.Heard, of: Understood, meanings: Meanings
) -> tuple[Understood, dialogue.Heard]:
    """With the beginning of the sentence, if one is held."""
    held = pieces.begun(state, heard)
    if not held:
        return of, heard
    is_complete = not unfinished.is_told(of.turn.text)
    of = continued(held, of, meanings, is_complete=is_complete)
    meaning = of.meaning or heard.meaning
    text, at = of.turn.text, heard.exchange_id
    return of, dialogue.hear(text, heard.content, meaning, heard.thresholds, at)


def with_pieces(
    state: State, heard: dialogue.Heard, of: Understood, meanings: Meanings
) -> Understood | None:
    """With the pieces of a story before it, if it may go on with them."""
    told = pieces.told_with(state, heard)
    turn = replace(of.turn, text=heard.text)
    return continued(told, replace(of, turn=turn), meanings) if told else None


def continued(
    held: str, of: Understood, meanings: Meanings, *, is_complete: bool = False
) -> Understood:
    """The turn with what it goes on with."""
    text = f"{held} {of.turn.text}"
    texts = [text, *together.parts(text)]
    known = dict(zip(texts, meanings(texts), strict=True))
    parts = tuple(each for part in texts[1:] if (each := known[part]))
    whole, alone = known[text], of.meaning
    if whole and alone and (alone.urgent.value or not is_complete):
        whole = pieces.calmed(whole, alone)
    return Understood(replace(of.turn, text=text), whole or alone, parts)


def _conversation(message: Message) -> int:
    return message.exchange.conversation_id


def _to_answer(group: Sequence[Message]) -> Iterator[Heard]:
    return ((each.exchange, each.meaning) for each in group if not each.silent)


def _silent(group: Sequence[Message]) -> Iterator[Understood]:
    for each in group:
        if each.silent:
            turn = Turn((each.exchange,), each.exchange.text)
            yield Understood(turn, each.meaning, silent=True)


def _texts(turn: Turn) -> tuple[str, ...]:
    return (turn.text, *together.parts(turn.text))


def _of(turn: Turn, known: dict[str, Interpretation | None]) -> Understood:
    """Danger in one message of a turn is danger, whatever they say together."""
    parts = tuple(each for text in together.parts(turn.text) if (each := known[text]))
    meaning = known[turn.text]
    alone = [each for message in turn.messages if (each := known[message.text])]
    if meaning and len(alone) > 1:
        meaning = corrected(meaning, alone)
    urgent = next((each.urgent for each in alone if not alarms.is_none(each)), None)
    if meaning and urgent and not meaning.urgent.value:
        meaning = replace(meaning, urgent=urgent)
    return Understood(turn, meaning, parts)
