"""Messages of one conversation that wait together: which of them speaks for the others."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from handoff.exchanges import Unhandled
from nlu.interpretation import Interpretation


class Message(NamedTuple):
    """`silent`: another one is answered in its stead."""

    exchange: Unhandled
    meaning: Interpretation | None  # None: the engine failed on it
    silent: bool = False

    def fact(self, name: str) -> Any:
        return (self.exchange.content or {}).get(name)


def arranged(messages: Iterable[Message]) -> Iterator[Message]:
    """In order. The last edit of a message that waits takes its place; the parts of an album leave
    the talking to the one that has words. Danger to life always speaks for itself."""
    waiting = list(messages)
    edits = {each.fact("edit_of"): each for each in waiting if each.fact("edit_of")}
    edited = {each.fact("message_id") for each in waiting if not each.fact("edit_of")} & set(edits)
    worded = {each.fact("album") for each in waiting if each.exchange.text} - {None}
    for each in waiting:
        of, own = each.fact("edit_of"), each.fact("message_id")
        if of in edited:
            if each is not edits[of]:
                yield _left_out(each)
        elif own in edited:
            yield _left_out(each)
            yield _in_its_place(edits[own])
        elif each.fact("album") in worded and not each.exchange.text:
            yield _left_out(each)
        else:
            yield each


def _left_out(message: Message) -> Message:
    must_be_heard = message.meaning is None or message.meaning.urgent.value
    return message if must_be_heard else message._replace(silent=True)


def _in_its_place(edit: Message) -> Message:
    """As if it had been written so at once."""
    content = {**(edit.exchange.content or {})}
    del content["edit_of"]
    return edit._replace(exchange=replace(edit.exchange, content=content))
