"""What a citizen's screen shows: the log after its cursor, and who attends."""

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType, field
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from bot.channels.webchat.chat import CHANNEL, WebChat
from bot.channels.webchat.seen import reached
from bot.replies import WORDS, speaking
from handoff import exchanges, logins, queue
from handoff.store.models import Conversation, Delivery, Exchange, Owner

PAGE = 200
PLACE = "location"


class Button(Struct):
    text: str
    payload: str


class Shown(Struct, kw_only=True):
    """A message. `id` is the one its client gave it; `kind` and `language` are those of Words;
    `asks`: "location", of a place. `short` says the notice of a welcome, for who folds it."""

    cursor: str
    at: str
    author: str = field(name="from")
    name: str | UnsetType = UNSET
    id: str | UnsetType = UNSET
    text: str
    short: str | UnsetType = UNSET
    kind: str | UnsetType = UNSET
    language: str | UnsetType = UNSET
    asks: str | UnsetType = UNSET
    buttons: list[Button]
    attachments: list[dict[str, Any]]
    location: dict[str, float] | UnsetType = UNSET


class State(Struct, kw_only=True):
    """Who attends. `queue_position` counts from 1, the next to be taken; it is not told to who
    is in danger, nor to whom need not wait, since only their case does, nor while the office is
    closed: then `opens` is when it opens, in its own time; nor with `nobody_here`, no person of the
    desk at work. `danger`: somebody was told that they are in danger; with it `nobody_here` also
    says that the office is closed. `delivered` and `read` are the cursors up to which the citizen's
    messages were so (see `seen`). `writing`: the bot has read, and answers in a moment. `language`
    is "en" for who writes English."""

    owner: str = "bot"
    delivered: str | UnsetType = UNSET
    read: str | UnsetType = UNSET
    queue_position: int | UnsetType = UNSET
    nobody_here: bool | UnsetType = UNSET
    opens: str | UnsetType = UNSET
    danger: bool | UnsetType = UNSET
    analyst: str | UnsetType = UNSET
    language: str | UnsetType = UNSET
    writing: bool | UnsetType = UNSET


class News(Struct):
    """`typing`: the analyst writes at this moment."""

    messages: list[Shown]
    state: State
    typing: bool | UnsetType = UNSET


class Seen(Struct):
    """News, where they end, whether there are more, and up to where deliveries are to be marked."""

    news: News
    cursor: int
    has_more: bool
    owed_until: int | None

    @property
    def etag(self) -> str:
        """Of the state alone: the cursor tells which messages are new."""
        return f'"{hashlib.sha256(msgspec.json.encode(self.news.state)).hexdigest()[:16]}"'

    def json(self) -> bytes:
        return msgspec.json.encode(self.news)


def read(chat: WebChat, address: str, cursor: int) -> Seen:
    """Everything after the cursor that fits in a page."""
    with chat.store.reading() as session:
        rows, cursor, has_more = _after(session, address, cursor)
        owed = [row.id for row in rows if row.delivery is Delivery.owed]
        news = News([shown(row, address) for row in rows], _state(chat, session, address))
        return Seen(news, cursor, has_more, max(owed, default=None))


def state_of(chat: WebChat, address: str) -> State:
    with chat.store.reading() as session:
        return _state(chat, session, address)


def _after(session: Session, address: str, cursor: int) -> tuple[Sequence[Exchange], int, bool]:
    """A page of what is shown, the last id that was looked at, and whether there may be more."""
    while rows := exchanges.after(session, cursor, CHANNEL, address, PAGE):
        cursor = rows[-1].id
        # What the bot had still to say when a person took over is not said.
        if said := [row for row in rows if row.delivery is not Delivery.dropped]:
            return said, cursor, len(rows) == PAGE
    return [], cursor, False


def has_uncollected(chat: WebChat, address: str, cursor: int) -> bool:
    with chat.store.reading() as session:
        return exchanges.has_uncollected(session, CHANNEL, address, cursor)


def shown(row: Exchange, address: str) -> Shown:
    """As the page of who has this address is given it."""
    content = row.content or {}
    return Shown(
        cursor=str(row.id),
        at=row.at.isoformat(timespec="milliseconds"),
        author=row.author.value,
        name=_first(row.author_name) if row.author_name else UNSET,
        id=row.received_key.removeprefix(f"{CHANNEL}:{address}:") if row.received_key else UNSET,
        text=row.text,
        short=_short(content),
        kind=content.get("kind", UNSET),
        language=content.get("language", UNSET),
        asks=PLACE if content.get("asks") == PLACE else UNSET,
        buttons=[Button(text, payload) for text, payload in content.get("buttons", ())],
        attachments=content.get("attachments", []),
        location=content.get("location", UNSET),
    )


def _short(content: dict[str, Any]) -> str | UnsetType:
    if content.get("kind") != "welcome":
        return UNSET
    with speaking(content.get("language")):
        return str(WORDS["notice_short"])


def _state(chat: WebChat, session: Session, address: str) -> State:
    latest = session.scalar(
        select(Conversation)
        .where(Conversation.channel == CHANNEL, Conversation.address == address)
        .order_by(Conversation.id.desc())
        .limit(1)
        .options(joinedload(Conversation.analyst))
    )
    if latest is None:
        return State()
    state = State(owner=latest.owner.value)
    delivered, read = reached(session, latest)
    state.delivered = UNSET if delivered is None else str(delivered)
    state.read = UNSET if read is None else str(read)
    if latest.analyst:
        state.analyst = _first(latest.analyst.name)
    if language := (latest.dialogue or {}).get("language"):
        state.language = language
    if queue.is_danger(session, latest):
        state.danger = True
    if latest.owner is Owner.queue and not queue.is_review(session, latest):
        _wait(chat, session, latest, state)
    if latest.owner is Owner.bot and exchanges.has_put_off(session, latest):
        state.writing = True
    return state


def _wait(chat: WebChat, session: Session, latest: Conversation, state: State) -> None:
    now = chat.now()
    opens = chat.next_opening(now)
    if opens > now and state.danger is UNSET:
        state.opens = opens.isoformat(timespec="minutes")
    elif opens > now or not logins.is_anybody_here(session, now):
        state.nobody_here = True
    elif (ahead := queue.position(session, latest)) is not None:
        state.queue_position = ahead + 1


def _first(name: str) -> str:
    """Citizens learn the first name of who attends, no more."""
    return name.split()[0]
