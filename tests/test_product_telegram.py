"""Telegram from end to end: the whole product beside a Bot API server, kill -9 included."""

from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select

from handoff.exchanges import chain
from handoff.store import Store
from handoff.store.models import Author, Delivery, Direction, Exchange
from tests.bot import bot_api
from tests.bot.bot_api import TOKEN, BotApi
from tests.product import Product, furnish, running

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
        assert not any("Telegram no está activo" in line for line in product.said)
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
