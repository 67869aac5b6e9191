"""The exchange log: every message in and out, recorded before anything is done about it."""

from handoff.exchanges.intake import Inbound, Recorded, open_conversation, record, write
from handoff.exchanges.outbox import Words, collected, drop_replies, has_uncollected, note, queue
from handoff.exchanges.reading import (
    Unhandled,
    after,
    after_anywhere,
    count_owed,
    count_unhandled,
    failed,
    handled,
    last_id,
    lock_waiting,
    transcript,
    unhandled,
)
from handoff.exchanges.sending import (
    Outbound,
    Outcome,
    leave_unknown,
    owed,
    settle,
    start_sending,
)

__all__ = [
    "Inbound",
    "Outbound",
    "Outcome",
    "Recorded",
    "Unhandled",
    "Words",
    "after",
    "after_anywhere",
    "collected",
    "count_owed",
    "count_unhandled",
    "drop_replies",
    "failed",
    "handled",
    "has_uncollected",
    "last_id",
    "leave_unknown",
    "lock_waiting",
    "note",
    "open_conversation",
    "owed",
    "queue",
    "record",
    "settle",
    "start_sending",
    "transcript",
    "unhandled",
    "write",
]
