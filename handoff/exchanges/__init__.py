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
    transcript,
    unhandled,
)
from handoff.exchanges.sending import (
    Outbound,
    Outcome,
    leave_unknown,
    owed,
    sent,
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
    "note",
    "open_conversation",
    "owed",
    "queue",
    "record",
    "sent",
    "settle",
    "start_sending",
    "transcript",
    "unhandled",
    "write",
]
