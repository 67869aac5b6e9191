"""The engine under test is the product's own."""

import pytest

from nlu.embedded import EmbeddedInterpreter


@pytest.fixture(scope="session")
def engine(interpreter: EmbeddedInterpreter) -> EmbeddedInterpreter:
    return interpreter
