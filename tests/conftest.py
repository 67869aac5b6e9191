"""What every part shares: a database of each kind, a clock that stands still, the model."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.transcripts import MORNING, Clock
from handoff.rules import desk as rules
from handoff.store import Store, schema
from nlu import embedded, train, training_data
from nlu.embedded import EmbeddedInterpreter

if TYPE_CHECKING:  # pytest loads the plugin itself
    from tests.postgres import Cluster

__all__ = ["MORNING", "Clock"]

pytest_plugins = ["tests.postgres", "tests.browser"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh, empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ventanilla.db'}"
    cluster: Cluster = request.getfixturevalue("postgres")
    return cluster.fresh_database()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with closing(Store(database_url)) as store:
        schema.migrate(store)
        yield store


@pytest.fixture(scope="session")
def model_of_the_product() -> Path:
    """The product's own model, trained from its own data; kept between runs while nothing of it
    changes."""
    made_from = train.fingerprint(training_data.FOLDER)[:16]  # several checkouts share the folder
    path = Path(tempfile.gettempdir()) / "ventanilla-tests" / f"model-{made_from}.npz"
    path.parent.mkdir(exist_ok=True)
    train.ensure(path)
    return path


@pytest.fixture(scope="session")
def interpreter(model_of_the_product: Path) -> EmbeddedInterpreter:
    return embedded.load(model_of_the_product)


@pytest.fixture(scope="session")
def desk_rules() -> rules.Desk:
    return rules.load()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers last: once playwright runs, its event loop occupies the thread of the tests."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))
