"""The rows of files: where each belongs in the log, what its channel still owes us, what became of
it.

They are made with the message, in the transaction that logs it: a file is as durable as the words
beside it, staff sees at once that there is one, and a message that cannot be handled loses none.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.orm import Session

from handoff.store import keys, touch
from handoff.store.models import Attachment, Exchange, FileState

if TYPE_CHECKING:  # the log need not load what reads files
    from handoff.files.taking import Taken

# Whoever fetches or checks a file has it for so long; after a crash the next one may try.
LEASE = timedelta(minutes=15)
LARGEST_NUMBER = 2**31 - 1  # of the column


@dataclass(frozen=True, slots=True)
class Logged:
    """A message with files, as it was logged: each file as the channel described it."""

    exchange_id: int
    channel: str
    address: str
    files: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Owed:
    """A file that its channel has still; `file` is how the channel described it. `attempts` counts
    this one."""

    id: int
    channel: str
    file: Mapping[str, Any]
    attempts: int


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A file that stands apart."""

    id: int
    sha256: str
    attempts: int


def log(connection: Connection, messages: Sequence[Logged], now: datetime) -> None:
    """Give every file of these messages its row: one that was sent to us beforehand takes its
    place, any other is owed by its channel."""
    named = {str(file.get("id")) for each in messages for file in each.files}
    rows = connection.execute(select(Attachment.__table__).where(Attachment.key.in_(named)))
    here = {(row.key, row.channel, row.address): dict(row._mapping) for row in rows}
    for message in messages:
        for position, file in enumerate(message.files):
            sent = here.get((str(file.get("id")), message.channel, message.address))
            place = {"exchange_id": message.exchange_id, "position": position}
            if sent is None:
                row = _owed(message, file, now)
            elif sent["exchange_id"] is None:
                sent |= place
                known = Attachment.id == sent["id"]
                connection.execute(update(Attachment).where(known).values(place))
                continue
            else:  # sent in an earlier message as well
                row = {name: sent[name] for name in sent if name != "id"} | {"key": keys.opaque()}
            connection.execute(insert(Attachment).values(row | place))


def _owed(message: Logged, file: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    # The message must go into the log, whatever the channel says about its file.
    size = file.get("size")
    return {
        "key": keys.opaque(),
        "channel": message.channel,
        "address": message.address,
        "name": _storable(file.get("name")),
        "type": _storable(file.get("type")),
        "size": min(max(size, 0), LARGEST_NUMBER) if isinstance(size, int) else 0,
        "at": now,
        "state": FileState.owed,
        "try_at": now,
    }


def _storable(told: object) -> str:
    return str(told or "").replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def sent(  # noqa: PLR0913
    session: Session, channel: str, address: str, name: str, taken: "Taken", now: datetime
) -> Attachment:
    """A file that the citizen has sent to us before the message that names it."""
    row = Attachment(
        key=keys.opaque(),
        channel=channel,
        address=address,
        name=name,
        type=taken.type,
        size=taken.size,
        sha256=taken.sha256,
        at=now,
        state=taken.state,
        try_at=now if taken.state is FileState.unchecked else None,
    )
    session.add(row)
    return row


def claim_owed(
    session: Session, channels: Collection[str], now: datetime, limit: int
) -> list[Owed]:
    """Files that are to be fetched now, for whoever asks first."""
    rows = _claim(session, FileState.owed, now, limit, Attachment.channel.in_(channels))
    return [Owed(row.id, row.channel, _described(session, row), row.attempts) for row in rows]


def claim_unchecked(session: Session, now: datetime, limit: int) -> list[Unchecked]:
    """Files that are to be checked again now, for whoever asks first."""
    rows = _claim(session, FileState.unchecked, now, limit)
    return [Unchecked(row.id, row.sha256 or "", row.attempts) for row in rows]


def _claim(
    session: Session, state: FileState, now: datetime, limit: int, *more: Any
) -> Sequence[Attachment]:
    due = select(Attachment).where(Attachment.state == state, Attachment.try_at <= now, *more)
    due = due.order_by(Attachment.try_at, Attachment.id).limit(limit)
    rows = session.scalars(due.with_for_update(skip_locked=True)).all()
    for row in rows:
        row.attempts += 1
        row.try_at = now + LEASE
    return rows


def _described(session: Session, row: Attachment) -> Mapping[str, Any]:
    """As the log has it."""
    exchange = session.get_one(Exchange, row.exchange_id)
    files: list[Mapping[str, Any]] = (exchange.content or {}).get("attachments") or []
    return files[row.position or 0]


def put_off(session: Session, claimed: Owed | Unchecked, until: datetime) -> None:
    """Try again then."""
    if row := _claimed(session, claimed):
        row.try_at = until


def kept(session: Session, claimed: Owed | Unchecked, taken: "Taken", name: str) -> None:
    """It is here, under its digest."""
    row = _claimed(session, claimed)
    if row is None:
        return
    row.name, row.type, row.size, row.sha256 = name, taken.type, taken.size, taken.sha256
    _settle(session, row, taken.state)
    if taken.state is FileState.unchecked:
        row.attempts, row.try_at = 0, row.at


def good(session: Session, sha256: str) -> None:
    """Whoever sent this content, it may be given out."""
    for row in _standing_apart(session, sha256):
        _settle(session, row, FileState.kept)


def infected(session: Session, sha256: str, reason: str) -> None:
    for row in _standing_apart(session, sha256):
        _lose(session, row, FileState.refused, reason)


def lost(session: Session, claimed: Owed | Unchecked, state: FileState, reason: str) -> None:
    """There will be no such file: `refused` or `failed`, for this reason."""
    if row := _claimed(session, claimed):
        _lose(session, row, state, reason)


def release(session: Session, now: datetime) -> None:
    """At the start of the only process that fetches: what a crash cut short may go on at once."""
    cut_short = Attachment.state.in_((FileState.owed, FileState.unchecked))
    row = update(Attachment).where(cut_short, Attachment.try_at > now, Attachment.attempts > 0)
    session.execute(row.values(try_at=now).execution_options(synchronize_session=False))


def next_at(session: Session, channels: Collection[str]) -> datetime | None:
    """When something is to be fetched or checked next."""
    is_ours = (Attachment.state == FileState.unchecked) | Attachment.channel.in_(channels)
    is_open = Attachment.state.in_((FileState.owed, FileState.unchecked))
    return session.scalar(select(func.min(Attachment.try_at)).where(is_open, is_ours))


def count(session: Session, state: FileState) -> int:
    return session.scalar(select(func.count()).where(Attachment.state == state)) or 0


def _claimed(session: Session, claimed: Owed | Unchecked) -> Attachment | None:
    """The row, if it is still in the hands of who claimed it."""
    state = FileState.owed if isinstance(claimed, Owed) else FileState.unchecked
    row = select(Attachment).where(
        Attachment.id == claimed.id,
        Attachment.state == state,
        Attachment.attempts == claimed.attempts,
    )
    return session.scalar(row.with_for_update())


def _standing_apart(session: Session, sha256: str) -> Sequence[Attachment]:
    rows = select(Attachment).where(
        Attachment.state == FileState.unchecked, Attachment.sha256 == sha256
    )
    return session.scalars(rows.order_by(Attachment.id).with_for_update()).all()


def _lose(session: Session, row: Attachment, state: FileState, reason: str) -> None:
    row.sha256, row.reason = None, reason
    _settle(session, row, state)


def _settle(session: Session, row: Attachment, state: FileState) -> None:
    row.state, row.try_at = state, None
    touch(session, row.channel, row.address)
