"""The hash chain of each conversation: what makes a changed, removed or reordered row visible.

digest(n) = SHA-256(digest(n-1) + canonical JSON of everything that was said in row n), in hex.
The conversation keeps its length and its head, so that a row cut from the end shows too.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from handoff.store.models import Conversation, Exchange

CHAINED = (
    "seq",
    "direction",
    "author",
    "person_id",
    "author_name",
    "received_key",
    "text",
    "content",
    "received_at",
    "at",
)
_encode = msgspec.json.Encoder().encode


def digest(before: str, conversation_key: str, said: Sequence[Any]) -> str:
    """The digest of a row that follows `before` in its conversation; `said` is CHAINED, in order.

    Written out field by field: it is on the path of every message."""
    content = said[7]
    canonical = (
        conversation_key,
        *said[:7],
        content and json.dumps(content, sort_keys=True),
        _microseconds(said[8]),
        _microseconds(said[9]),
    )
    return hashlib.sha256(before.encode() + _encode(canonical)).hexdigest()


def _microseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)


@dataclass(frozen=True, slots=True)
class Breach:
    """Where the log is not what was written. `seq` is the first bad row, counted from 1."""

    conversation: str
    seq: int
    reason: str

    def __str__(self) -> str:
        return f"conversación {self.conversation}, renglón {self.seq}: {self.reason}"


def verify(session: Session) -> Iterator[Breach]:
    """The first breach of every conversation whose chain does not hold, in order of opening."""
    heads = select(Conversation.id, Conversation.key, Conversation.length, Conversation.head)
    for conversation_id, key, length, head in session.execute(heads.order_by(Conversation.id)):
        breach = _first_breach(session, conversation_id, key)
        if isinstance(breach, Breach):
            yield breach
        elif breach != (length, head):
            yield Breach(key, min(breach[0], length) + 1, "faltan o sobran renglones al final")


def _first_breach(session: Session, conversation_id: int, key: str) -> Breach | tuple[int, str]:
    """The first breach, or the length and head that the rows themselves give."""
    columns = [getattr(Exchange, name) for name in CHAINED]
    rows = select(*columns, Exchange.digest).where(Exchange.conversation_id == conversation_id)
    before, expected = "", 0
    for *said, kept in session.execute(rows.order_by(Exchange.seq)):
        expected += 1
        if said[0] != expected:
            return Breach(key, expected, "falta un renglón o cambió de orden")
        before = digest(before, key, said)
        if before != kept:
            return Breach(key, expected, "el contenido no es el que se escribió")
    return expected, before
