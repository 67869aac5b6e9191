"""What every part shares: a database of each kind, a clock that stands still, the model."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher

from bot.transcripts import MORNING, Clock
from handoff import people
from handoff.rules import desk as rules
from handoff.store import Store
from nlu import embedded
from nlu.embedded import EmbeddedInterpreter
from tests import databases, model

if TYPE_CHECKING:  # pytest loads the plugin itself
    from tests.postgres import Cluster

__all__ = ["MORNING", "Clock"]

pytest_plugins = ["tests.postgres", "tests.browser"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind, of today's schema."""
    if request.param == "sqlite":
        return databases.sqlite(tmp_path / "ventanilla.db")
    cluster: Cluster = request.getfixturevalue("postgres")
    return cluster.migrated_database()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with databases.opened(database_url) as store:
        yield store


@pytest.fixture(scope="session", autouse=True)
def passwords_hashed_quickly() -> Iterator[None]:
    """The same function with less work: a fifth of a second for every account adds up to minutes.
    The servers that tests start hash as always."""
    with pytest.MonkeyPatch.context() as patch:
        quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr(people, "_hasher", quick)
        yield


@pytest.fixture(scope="session")
def model_of_the_product() -> Path:
    return model.current()


@pytest.fixture(scope="session")
def interpreter(model_of_the_product: Path) -> EmbeddedInterpreter:
    return embedded.load(model_of_the_product)


@pytest.fixture(scope="session")
def desk_rules() -> rules.Desk:
    return rules.load()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers last: once playwright runs, its event loop occupies the thread of the tests."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))
