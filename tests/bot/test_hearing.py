"""What the engine is asked, and when."""

from contextlib import closing

import pytest

from bot.transcripts import Player
from bot.transcripts.reading import Step
from handoff.rules import desk as rules
from handoff.store import Store
from nlu import rasa_server
from nlu.interpretation import Interpreter
from nlu.rasa_server import RasaInterpreter
from tests.conftest import Clock
from tests.nlu.rasa_like import serving


def test_nobody_waits_for_another_machine_inside_a_transaction(
    store: Store,
    interpreter: Interpreter,
    desk_rules: rules.Desk,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rasa_server, "DEADLINE", 60)  # a busy machine may be slow
    with serving() as rasa, closing(RasaInterpreter(interpreter, rasa.url, None, clock.now)) as it:
        player = Player(store, it, desk_rules, clock)
        said = [Step(1, "citizen", "se cayó un"), Step(2, "bot", "Le leo")]
        rest = [Step(3, "citizen", "árbol en mi calle"), Step(4, "bot", "Aviso de privacidad")]
        for _ in player.play([*said, *rest, Step(5, "bot", "municipio")]):
            pass
    assert "se cayó un" in rasa.asked
    assert "árbol en mi calle" in rasa.asked
    assert not any("un árbol" in text.replace("\n", " ") for text in rasa.asked)
