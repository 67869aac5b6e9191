"""kill -9 under load, again and again: nothing acknowledged is lost, nothing is done twice."""

import itertools
import random
import threading
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select

from bot.desk import Desk
from handoff import exchanges
from handoff.exchanges import chain
from handoff.rules import desk as rules
from handoff.store import Store
from handoff.store.models import Author, Conversation, Direction, Exchange
from nlu.embedded import EmbeddedInterpreter
from tests import patience
from tests.conftest import Clock
from tests.product import Product, furnish

ROUNDS = 30
CITIZENS = 6
MOST_BEFORE_THE_KILL = 60  # acknowledged messages


@dataclass
class Citizen:
    """Somebody who sends the same message again until it is acknowledged."""

    token: str
    acknowledged: dict[str, str] = field(default_factory=dict)  # message id -> cursor
    pending: str = "0"

    def write(self, client: httpx.Client, kill: "Kill") -> None:
        while not kill.is_due.is_set():
            try:
                answer = client.post(
                    "/chat/messages",
                    headers={"Authorization": f"Bearer {self.token}"},
                    json={"id": self.pending, "text": "gracias" if self.acknowledged else "hola"},
                )
            except httpx.TransportError:
                return
            if answer.status_code == 202:
                self.acknowledged[self.pending] = answer.json()["cursor"]
                self.pending = str(len(self.acknowledged))
                kill.count()


class Kill:
    """Comes due after some number of acknowledgements."""

    def __init__(self, after: int) -> None:
        self._left = itertools.count(after, -1)
        self.is_due = threading.Event()

    def count(self) -> None:
        if next(self._left) <= 1:
            self.is_due.set()


def one_round(data_dir: Path, citizens: list[Citizen], after: int) -> None:
    """Start, take messages from everybody at once, and die in the middle of it."""
    product = Product(data_dir)
    kill = Kill(after)
    try:
        with patience.client(base_url=product.address) as client:
            while len(citizens) < CITIZENS:
                citizens.append(Citizen(client.post("/chat/sessions", json={}).json()["token"]))
            writers = [
                threading.Thread(target=each.write, args=(client, kill)) for each in citizens
            ]
            for writer in writers:
                writer.start()
            assert kill.is_due.wait(60), "the product stopped acknowledging"
            product.kill()
            for writer in writers:
                writer.join()
    finally:
        if product.process.poll() is None:
            product.kill()


@pytest.fixture(scope="module")
def aftermath(
    tmp_path_factory: pytest.TempPathFactory, model_of_the_product: Path
) -> tuple[Path, list[Citizen]]:
    data_dir = tmp_path_factory.mktemp("crash")
    furnish(data_dir, model_of_the_product)
    chance = random.Random(20261124)
    citizens: list[Citizen] = []
    for _ in range(ROUNDS):
        one_round(data_dir, citizens, chance.randint(1, MOST_BEFORE_THE_KILL))
    return data_dir, citizens


def test_thirty_crashes_lose_nothing_and_do_nothing_twice(
    aftermath: tuple[Path, list[Citizen]],
    interpreter: EmbeddedInterpreter,
    desk_rules: rules.Desk,
    clock: Clock,
) -> None:
    data_dir, citizens = aftermath
    with closing(Store(f"sqlite:///{data_dir / 'ventanilla.db'}")) as store:
        desk = Desk(store, interpreter, desk_rules, clock.now)
        while desk.handle_waiting():
            clock.forward(seconds=1)
        with store.reading() as session:
            received = select(Exchange).where(Exchange.direction == Direction.inbound)
            logged = {each.received_key or "": each.id for each in session.scalars(received)}
            # Messages that are understood together are handled at the same moment.
            turns = dict(
                session.execute(
                    select(Conversation.address, func.count(Exchange.handled_at.distinct()))
                    .join(Exchange.conversation)
                    .where(Exchange.direction == Direction.inbound)
                    .group_by(Conversation.address)
                ).all()
            )
            waiting = exchanges.count_unhandled(session)
            replies = dict(
                session.execute(
                    select(Conversation.address, func.count())
                    .join(Exchange.conversation)
                    .where(Exchange.author == Author.bot)
                    .group_by(Conversation.address)
                ).all()
            )
            assert list(chain.verify(session)) == []
    assert sum(len(each.acknowledged) for each in citizens) >= ROUNDS
    for citizen in citizens:
        address = citizen.token.split(".")[0]
        mine = {key.rsplit(":", 1)[1]: id_ for key, id_ in logged.items() if address in key}
        for message, cursor in citizen.acknowledged.items():
            assert str(mine[message]) == cursor, "an acknowledged message is not where it was"
        # One more may be in the log: written, and cut off before the acknowledgement left.
        assert set(mine) <= {*citizen.acknowledged, citizen.pending}
        assert replies[address] == turns[address], "a turn was answered twice, or not at all"
    assert waiting == 0
