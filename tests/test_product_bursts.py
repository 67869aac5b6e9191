"""Who writes in pieces has one answer, from the product as it runs: kill -9 included."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from handoff.exchanges import chain
from handoff.store import Store
from handoff.store.models import Author, Direction, Exchange
from tests import patience
from tests.bot import cloud_api
from tests.product import Citizen, Product, furnish, running
from tests.test_product_whatsapp import now, whatsapp

APART = 0.1  # seconds
PATIENT = 3  # seconds, for a machine that is slow
SAID = ("hola", "oiga", "no hay agua", "en la colonia sahuaro de hermosillo", "desde ayer")


@pytest.fixture
def data_dir(tmp_path: Path, model_of_the_product: Path) -> Path:
    furnish(tmp_path / "data", model_of_the_product)
    return tmp_path / "data"


@pytest.fixture
def store(data_dir: Path) -> Iterator[Store]:
    with closing(Store(f"sqlite:///{data_dir / 'ventanilla.db'}")) as store:
        yield store


def says_all(citizen: Citizen) -> None:
    tap = threading.Event()
    for words in SAID:
        citizen.says(words)
        tap.wait(APART)


def answers(store: Store) -> list[str]:
    with store.reading() as session:
        assert list(chain.verify(session)) == []
        ours = select(Exchange.text).where(Exchange.author == Author.bot)
        return list(session.scalars(ours.order_by(Exchange.id)))


def turns(store: Store) -> int:
    """Messages of one turn are handled at one moment."""
    with store.reading() as session:
        theirs = select(func.count(Exchange.handled_at.distinct()))
        return session.scalar(theirs.where(Exchange.direction == Direction.inbound)) or 0


def test_five_messages_of_half_a_second_have_one_answer(data_dir: Path, store: Store) -> None:
    with running(data_dir, answer_after=PATIENT) as product, Citizen(product) as ana:
        says_all(ana)
        ana.hears("¿En qué calle")
    assert turns(store) == 1
    welcome, street = answers(store)
    assert "no soy una persona" in welcome
    assert "¿En qué calle" in street


def test_the_next_words_are_answered_by_themselves(data_dir: Path, store: Store) -> None:
    with running(data_dir, answer_after=0.2) as product, Citizen(product) as ana:
        ana.says("no hay agua en la colonia sahuaro de hermosillo")
        ana.hears("¿En qué calle")
        ana.says("nayarit 45")
        ana.hears("¿A qué teléfono")
    assert turns(store) == 2


def test_a_crash_in_the_middle_of_a_burst_loses_and_repeats_nothing(
    data_dir: Path, store: Store
) -> None:
    product = Product(data_dir, answer_after=5)
    try:
        with Citizen(product) as ana:
            says_all(ana)
            token = ana.client.headers["Authorization"]
    finally:
        product.kill()
    assert answers(store) == []
    with running(data_dir, answer_after=5) as again, Citizen(again) as ana:
        ana.client.headers["Authorization"] = token
        ana.hears("¿En qué calle")
    assert turns(store) == 1
    assert len(answers(store)) == 2


def test_a_citizen_of_whatsapp_sees_at_once_that_they_are_read(data_dir: Path) -> None:
    with (
        cloud_api.running() as cloud,
        running(data_dir, answer_after=PATIENT, **whatsapp(cloud)) as product,
        patience.client(base_url=product.address) as client,
    ):
        for number, words in enumerate(SAID):
            said = cloud_api.text(words, id=f"wamid.s{number}", at=now())
            brought = cloud_api.notification(cloud_api.messages(said))
            assert cloud_api.deliver(client, brought) == 200
        cloud.wait_until(lambda: bool(cloud.marked))
        assert cloud.sent == []
        cloud.wait_until(lambda: len(cloud.sent) == 2)
    assert cloud.marked[0]["typing_indicator"] == {"type": "text"}
    assert "¿En qué calle" in cloud.texts()[1]
