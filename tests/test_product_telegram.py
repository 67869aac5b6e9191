"""Telegram from end to end: the whole product beside a Bot API server, kill -9 included."""

import json
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select
from websockets.sync.client import connect

from handoff.exchanges import chain
from handoff.store import Store
from handoff.store.models import Attachment, Author, Delivery, Direction, Exchange, FileState
from tests import patience
from tests.bot import bot_api
from tests.bot.bot_api import TOKEN, BotApi
from tests.patience import PATIENCE
from tests.pictures import JPEG
from tests.product import PASSWORD, Product, furnish, running

BACKLOG = 120
CHATS = 12
DEATHS = 3


def update(number: int, text: str, chat: int = 42) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "Persona"}
    talk = {"id": chat, "type": "private", "first_name": "Persona"}
    message = {"message_id": number, "from": person, "chat": talk, "date": 1795539600, "text": text}
    return {"update_id": number, "message": message}


def telegram(api: BotApi) -> dict[str, object]:
    return {"telegram_token": TOKEN, "telegram_api_url": api.url}


def has_sent(api: BotApi, count: int) -> bool:
    return len(api.sent) >= count


def test_a_citizen_of_telegram_gets_an_answer(tmp_path: Path, model_of_the_product: Path) -> None:
    furnish(tmp_path, model_of_the_product)
    with bot_api.running() as api, running(tmp_path, **telegram(api)) as product:
        assert any("Telegram está activo" in line for line in product.said)
        api.put(update(1, "hola"), update(1, "hola"), update(2, "quiero hablar con una persona"))
        api.wait_until(lambda: len(api.sent) >= 2)
        assert "no soy una persona" in api.sent[0]["text"]
        assert "persona" in api.sent[1]["text"]
        api.wait_until(lambda: api.confirmed[-1:] == [2])
        log = tmp_path / "log.jsonl"
        assert TOKEN not in log.read_text()


def test_a_crash_over_a_backlog_loses_nothing(tmp_path: Path, model_of_the_product: Path) -> None:
    furnish(tmp_path, model_of_the_product)
    with bot_api.running() as api:
        api.put(*(update(each, "gracias", each % CHATS) for each in range(1, BACKLOG + 1)))
        for death in range(1, DEATHS + 1):
            product = Product(tmp_path, **telegram(api))
            try:
                wanted = len(api.sent) + death
                api.wait_until(partial(has_sent, api, wanted))
            finally:
                product.kill()
        with running(tmp_path, **telegram(api)):
            api.wait_until(lambda: len(api.confirmed) >= BACKLOG)
    with (
        closing(Store(f"sqlite:///{tmp_path / 'ventanilla.db'}")) as store,
        store.reading() as session,
    ):
        received = select(Exchange.received_key).where(Exchange.direction == Direction.inbound)
        logged = Counter(session.scalars(received))
        replies = select(Exchange.channel_message_id).where(
            Exchange.author == Author.bot, Exchange.delivery == Delivery.delivered
        )
        messages = session.scalars(replies).all()
        assert list(chain.verify(session)) == []
    assert logged == {f"telegram:u{each}": 1 for each in range(1, BACKLOG + 1)}
    assert len(messages) == len(set(messages)) <= len(api.sent)


def with_photo(number: int, chat: int) -> dict[str, Any]:
    sent = update(number, "", chat)
    del sent["message"]["text"]
    name = f"photo{number}"
    photo = {"file_id": name, "file_unique_id": name, "width": 16, "height": 12}
    sent["message"] |= {"photo": [photo], "caption": "gracias"}
    return sent


def test_a_crash_while_files_are_fetched_loses_none_and_fetches_none_twice(
    tmp_path: Path, model_of_the_product: Path
) -> None:
    furnish(tmp_path, model_of_the_product)
    numbers = range(1, 41)
    with bot_api.running() as api:
        api.files = {f"photo{each}": JPEG for each in numbers}
        api.put(*(with_photo(each, each % CHATS) for each in numbers))
        for death in range(1, DEATHS + 1):
            product = Product(tmp_path, **telegram(api))
            try:
                wanted = len(api.called("file")) + death
                api.wait_until(partial(has_given, api, wanted))
            finally:
                product.kill()
        with running(tmp_path, **telegram(api)) as product:
            wait_for_files(product, len(numbers))
    with closing(database(tmp_path)) as store, store.reading() as session:
        rows = session.scalars(select(Attachment)).all()
        told = session.scalars(select(Exchange.id).where(Exchange.direction == Direction.inbound))
        assert sorted(row.exchange_id or 0 for row in rows) == sorted(told)
    assert {row.state for row in rows} == {FileState.kept}
    [content] = {row.sha256 for row in rows}
    kept = [path for path in (tmp_path / "attachments").rglob("*") if path.is_file()]
    assert content in [path.name for path in kept]
    log = (tmp_path / "log.jsonl").read_text()
    assert TOKEN not in log
    assert "gracias" not in log


def database(data_dir: Path) -> Store:
    return Store(f"sqlite:///{data_dir / 'ventanilla.db'}")


def has_given(api: BotApi, count: int) -> bool:
    return len(api.called("file")) >= count


def wait_for_files(product: Product, count: int) -> None:
    """Follow the staff's live line until so many messages have their files."""
    login = {"username": "admin", "password": PASSWORD}
    answer = patience.post(f"{product.address}/api/v1/sessions", json=login)
    kept: set[str] = set()
    line = f"{product.address.replace('http', 'ws')}/api/v1/live?after=0"
    with connect(line) as socket:
        socket.send(json.dumps({"token": answer.json()["token"]}))
        while len(kept) < count:
            for row in json.loads(socket.recv(PATIENCE))["exchanges"]:
                if {each["state"] for each in row["attachments"]} == {"kept"}:
                    kept.add(row["id"])
