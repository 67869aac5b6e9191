"""The exchange log: every message in and out, recorded before anything is done about it."""

from handoff.exchanges.holding import WINDOW_CLOSED, end_held
from handoff.exchanges.intake import Inbound, Recorded, open_conversation, record, write
from handoff.exchanges.outbox import Words, collected, drop_replies, has_uncollected, note, queue
from handoff.exchanges.reading import (
    Heard,
    Unhandled,
    after,
    after_anywhere,
    count_owed,
    count_unhandled,
    failed,
    handled,
    last_heard,
    last_id,
    transcript,
    unhandled,
)
from handoff.exchanges.receipts import Fate, Receipt, acknowledge
from handoff.exchanges.sending import (
    Outbound,
    Outcome,
    leave_unknown,
    owed,
    settle,
    start_sending,
)

__all__ = [
    "WINDOW_CLOSED",
    "Fate",
    "Heard",
    "Inbound",
    "Outbound",
    "Outcome",
    "Receipt",
    "Recorded",
    "Unhandled",
    "Words",
    "acknowledge",
    "after",
    "after_anywhere",
    "collected",
    "count_owed",
    "count_unhandled",
    "drop_replies",
    "end_held",
    "failed",
    "handled",
    "has_uncollected",
    "last_heard",
    "last_id",
    "leave_unknown",
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
