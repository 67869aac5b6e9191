"""What only happens on Telegram, from the update to what the citizen and the analyst see."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import doors
from bot.channels import Door
from bot.doors import Doors
from bot.transcripts import staff
from handoff import conversations, exchanges
from handoff.exchanges import Inbound, Words
from handoff.rules import desk as rules
from handoff.store import Store
from handoff.store.models import Author, Conversation, Direction, Exchange, Owner
from nlu.interpretation import Interpretation, Interpreter, Thresholds
from tests import databases
from tests.bot.bot_api import BotApi, Fail
from tests.bot.telegram_desk import TelegramDesk
from tests.conftest import Clock
from tests.patience import PATIENCE

pytestmark = pytest.mark.anyio
PHOTO = [{"file_id": "P", "file_unique_id": "p", "width": 90, "height": 90}]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with databases.opened(databases.sqlite(tmp_path / "t.db")) as store:
        yield store


@pytest.fixture
def desk(
    api: BotApi, store: Store, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock
) -> TelegramDesk:
    return TelegramDesk(api, store, interpreter, desk_rules, clock)


def received(store: Store) -> list[Exchange]:
    with store.reading() as session:
        theirs = select(Exchange).where(Exchange.direction == Direction.inbound)
        return list(session.scalars(theirs.order_by(Exchange.id)))


def notes(store: Store) -> list[str]:
    with store.reading() as session:
        among_staff = select(Exchange.text).where(Exchange.direction == Direction.note)
        return list(session.scalars(among_staff.order_by(Exchange.id)))


def conversation(store: Store) -> Conversation:
    with store.reading() as session:
        latest = select(Conversation).order_by(Conversation.id.desc())
        return session.scalars(latest.limit(1)).one()


async def test_an_album_is_logged_whole_and_answered_once(desk: TelegramDesk, store: Store) -> None:
    for caption in ("", "", "hay un bache en nogales", ""):
        words = {"caption": caption} if caption else {}
        desk.writes(photo=PHOTO, media_group_id="A1", **words)
    async with desk.at_work():
        await desk.hears("¿En qué colonia")
        desk.writes(photo=PHOTO, media_group_id="A1")
        desk.writes("centro")
        await desk.hears("¿En qué calle")
    kept = received(store)
    files = [(each.content or {}).get("attachments", []) for each in kept]
    assert [len(each) for each in files] == [1, 1, 1, 1, 1, 0]
    said = [each["text"].split("\n")[0] for each in desk.api.sent]
    assert len(said) == 3  # the welcome, and a question for each of two answers


async def test_an_edit_before_the_desk_has_looked_is_all_that_was_said(
    desk: TelegramDesk, store: Store
) -> None:
    number = desk.writes("hay un bache en nogales")
    desk.edits(number, text="no sirve el alumbrado en cajeme")
    async with desk.at_work():
        await desk.hears("¿En qué colonia")
        desk.writes("centro")
        await desk.hears("¿En qué calle")
    assert conversation(store).category == "alumbrado"
    assert len(desk.api.sent) == 3
    assert [each.text for each in received(store)[:2]] == [
        "hay un bache en nogales",
        "no sirve el alumbrado en cajeme",
    ]


async def test_an_edit_of_the_last_answer_corrects_it(desk: TelegramDesk) -> None:
    async with desk.at_work():
        desk.writes("hay un bache en nogales, colonia centro")
        await desk.hears("¿En qué calle")
        number = desk.writes("hidalgo 12")
        await desk.hears("Calle: Hidalgo 12")
        desk.edits(number, text="hidalgo 21")
        await desk.hears("Calle: Hidalgo 21")
        before = len(desk.api.sent)
        desk.edits(number, text="hidalgo 21", entities=[])
        desk.writes("si")
        await desk.hears("Folio:")
    assert "Folio:" in desk.api.sent[before]["text"]


async def test_a_telephone_is_offered_taken_and_the_keyboard_goes(desk: TelegramDesk) -> None:
    async with desk.at_work():
        desk.writes("cobran mal el agua en mi recibo, soy de nogales")
        await desk.hears("¿A nombre de quién está el recibo")
        desk.writes("no sé")
        asked = await desk.hears("¿A qué teléfono")
        below = [row[0]["text"] for row in asked["reply_markup"]["keyboard"]]
        assert below == ["Enviar mi teléfono", "Prefiero no darlo"]
        others = {"phone_number": "+526310000000", "first_name": "Luz", "user_id": 7}
        desk.writes(contact=others)
        await desk.hears("Ese contacto es de otra persona")
        own = {"phone_number": "+526311111111", "first_name": "Rosa", "user_id": 42}
        desk.writes(contact=own)
        summary = await desk.hears("Contacto: +526311111111")
        assert "¿Es correcto?" in summary["text"]
        assert "inline_keyboard" in summary["reply_markup"]
    markups = [(each["text"], each.get("reply_markup", {})) for each in desk.api.sent]
    removals = [text for text, markup in markups if "remove_keyboard" in markup]
    assert removals == ["Ese contacto es de otra persona."]


async def test_a_chat_that_was_blocked_and_opened_again(desk: TelegramDesk, store: Store) -> None:
    async with desk.at_work():
        desk.writes("quiero hablar con una persona")
        await desk.hears("Le paso con una persona")
        desk.moves("member", "kicked")
        await desk.until(lambda: desk.api.confirmed[-1:] == [1001])
    _answer(store, desk.clock, "Buenas tardes")
    shut = Door("telegram", "42", is_open=False)
    await Doors(store, desk.clock.now).note(shut)
    with store.reading() as session:
        answer = session.scalars(select(Exchange).where(Exchange.author == Author.analyst)).one()
        assert (answer.delivery, answer.delivery_reason) == ("refused", "blocked")
    assert notes(store) == [doors.CLOSED]
    assert conversation(store).owner is Owner.analyst
    async with desk.at_work():
        desk.moves("kicked", "member")
        await desk.until(lambda: desk.api.confirmed[-1:] == [1002])
        _answer(store, desk.clock, "¿Sigue ahí?")
        await desk.hears("¿Sigue ahí?")
    assert notes(store) == [doors.CLOSED, doors.OPENED]
    assert not any("Buenas tardes" in each["text"] for each in desk.api.sent)


def _answer(store: Store, clock: Clock, text: str) -> None:
    with store.transaction() as session:
        [row] = session.scalars(select(Conversation)).all()
        attended = conversations.lock(session, row.key)
        person = staff.analyst(session, clock.now())
        conversations.claim(session, attended, person, clock.now())
        conversations.answer(session, attended, person, text, clock.now())


@pytest.mark.parametrize("times", [1, 2])
def test_a_bot_behind_a_closed_door_ends_its_conversation(
    store: Store, clock: Clock, times: int
) -> None:
    hello = Inbound("telegram", "42", "telegram:u1", "hola", clock.now())
    shut, other = (Door("telegram", who, is_open=False) for who in ("42", "43"))
    with store.transaction() as session:
        exchanges.record(session, [hello], clock.now())
        key = session.scalars(select(Conversation.key)).one()
        exchanges.queue(session, conversations.lock(session, key), Words("Hola"), clock.now())
    for door in [shut, other] * times:
        with store.transaction() as session:
            doors.note(session, door, clock.now())
    with store.transaction() as session:
        doors.note(session, Door("telegram", "42", is_open=True), clock.now())
    closed = conversation(store)
    assert (closed.owner, closed.closing) == (Owner.closed, "abandoned")
    assert notes(store) == [doors.CLOSED]


def test_a_door_that_opens_is_no_news_where_none_was_shut(store: Store, clock: Clock) -> None:
    hello = Inbound("telegram", "42", "telegram:u1", "hola", clock.now())
    with store.transaction() as session:
        exchanges.record(session, [hello], clock.now())
        doors.note(session, Door("telegram", "42", is_open=True), clock.now())
    assert notes(store) == []


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_a_group_is_told_once_and_left(desk: TelegramDesk, store: Store, kind: str) -> None:
    api = desk.api
    group = {"id": -5, "type": kind, "title": "Vecinos"}
    if kind == "channel":
        api.fail("sendMessage", Fail(403, "Forbidden: bot is not a member of the channel chat"))
    async with desk.at_work():
        desk.moves("left", "member", chat=group)
        await desk.until(lambda: api.called("leaveChat") == [{"chat_id": -5}])
        desk.moves("member", "left", chat=group)
        desk.writes("hola a todos", chat=group)
        desk.writes("hola")
        await desk.hears("no soy una persona")
    told = [each["text"] for each in api.sent if each["chat_id"] == -5]
    assert len(told) == (0 if kind == "channel" else 1)
    assert all("conversaciones privadas" in each and "private" in each for each in told)
    assert [each.text for each in received(store)] == ["hola"]


@dataclass(frozen=True)
class Slow:
    """An engine that thinks until it is let go."""

    engine: Interpreter
    thinking: threading.Event
    name: str = "slow"

    @property
    def thresholds(self) -> Thresholds:
        return self.engine.thresholds

    def interpret(self, texts: Sequence[str]) -> list[Interpretation]:
        if texts:
            assert self.thinking.wait(PATIENCE)
        return self.engine.interpret(texts)


async def test_somebody_is_writing_until_the_answer_comes(desk: TelegramDesk) -> None:
    slow = Slow(desk.interpreter, threading.Event())
    desk.interpreter, api = slow, desk.api
    async with desk.at_work():
        desk.writes("hola")
        await desk.until(lambda: len(api.called("sendChatAction")) == 1)
        desk.writes("hay un bache")
        await desk.until(lambda: api.confirmed[-1:] == [1001])
        slow.thinking.set()
        await desk.hears("¿En qué municipio")
    first = [each.method for each in api.calls].index("sendMessage")
    shown = [each for each in api.calls[:first] if each.method == "sendChatAction"]
    assert [each.given for each in shown] == [{"chat_id": 42, "action": "typing"}]


async def test_nothing_is_written_for_a_person_who_attends(
    desk: TelegramDesk, store: Store
) -> None:
    async with desk.at_work():
        desk.writes("quiero hablar con una persona")
        await desk.hears("Le paso con una persona")
        _answer(store, desk.clock, "Buenas tardes")
        await desk.hears("Buenas tardes")
    with store.transaction() as session:
        more = Inbound("telegram", "42", "telegram:u9", "no hay agua", desk.clock.now())
        exchanges.record(session, [more], desk.clock.now())
        assert exchanges.awaiting_bot(session, ["telegram"], 10) == []
        other = Inbound("telegram", "43", "telegram:u10", "no hay agua", desk.clock.now())
        exchanges.record(session, [other, other], desk.clock.now())
        assert exchanges.awaiting_bot(session, ["telegram"], 10) == [("telegram", "43")]
        assert exchanges.awaiting_bot(session, ["webchat"], 10) == []
        liked = Inbound("whatsapp", "5", "w1", "", desk.clock.now(), content={"reaction": "1"})
        exchanges.record(session, [liked], desk.clock.now())
        assert exchanges.awaiting_bot(session, ["whatsapp"], 10) == []
