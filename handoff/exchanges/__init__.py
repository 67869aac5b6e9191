"""The exchange log: every message in and out, recorded before anything is done about it."""

from handoff.exchanges.intake import Inbound, Recorded, open_conversation, record
from handoff.exchanges.outbox import (
    Outbound,
    Outcome,
    collected,
    drop_replies,
    has_uncollected,
    leave_unknown,
    next_try,
    note,
    owed,
    queue,
    settle,
    start_sending,
)
from handoff.exchanges.reading import (
    Unhandled,
    after,
    after_anywhere,
    failed,
    handled,
    last_id,
    transcript,
    unhandled,
)

__all__ = [
    "Inbound",
    "Outbound",
    "Outcome",
    "Recorded",
    "Unhandled",
    "after",
    "after_anywhere",
    "collected",
    "drop_replies",
    "failed",
    "handled",
    "has_uncollected",
    "last_id",
    "leave_unknown",
    "next_try",
    "note",
    "open_conversation",
    "owed",
    "queue",
    "record",
    "settle",
    "start_sending",
    "transcript",
    "unhandled",
]
