"""The model trained on all the data, once for a session and only if something changed."""

from pathlib import Path

import pytest

from nlu import embedded, train
from nlu.embedded import EmbeddedInterpreter


@pytest.fixture(scope="session")
def model_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "intents.npz"
    train.ensure(path)
    return path


@pytest.fixture(scope="session")
def engine(model_path: Path) -> EmbeddedInterpreter:
    return embedded.load(model_path)
