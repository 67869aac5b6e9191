"""Several processes on one PostgreSQL: what one writes, another handles, and never twice."""

from contextlib import closing
from pathlib import Path

from sqlalchemy import func, select

from handoff.exchanges import chain
from handoff.store import Store
from handoff.store.models import Author, Exchange
from tests.postgres import Cluster
from tests.product import Citizen, furnish, running


def test_the_web_writes_and_two_workers_answer(
    tmp_path: Path, postgres: Cluster, model_of_the_product: Path
) -> None:
    url = postgres.fresh_database()
    furnish(tmp_path, model_of_the_product)
    with (
        running(tmp_path, "serve", "--role", "web", database_url=url) as web,
        running(tmp_path, "serve", "--role", "worker", database_url=url),
        running(tmp_path, "serve", "--role", "worker", database_url=url),
        running(tmp_path, "serve", "--role", "clock", database_url=url),
    ):
        citizens = [Citizen(web) for _ in range(6)]
        for citizen in citizens:
            citizen.says("hola")
        for citizen in citizens:
            citizen.hears("no soy una persona")
            citizen.says("gracias")
        for citizen in citizens:
            citizen.hears("Con gusto")
            citizen.client.close()
    with closing(Store(url)) as store, store.reading() as session:
        replies = select(func.count()).where(Exchange.author == Author.bot)
        assert session.scalar(replies) == 2 * len(citizens)
        assert list(chain.verify(session)) == []
