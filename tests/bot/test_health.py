import asyncio
from contextlib import closing

import httpx
from starlette.applications import Starlette

from bot.health import Health, routes
from handoff.store import Store
from nlu.embedded import EmbeddedInterpreter
from nlu.interpretation import Interpreter
from nlu.rasa_server import RasaInterpreter
from tests.conftest import Clock
from tests.nlu.rasa_like import serving


def asked(store: Store, interpreter: Interpreter) -> tuple[str, str]:
    """What /readyz says of the model, and /metrics."""

    async def both() -> list[httpx.Response]:
        app = httpx.ASGITransport(
            Starlette(routes=routes(Health(store, interpreter, clockwork=None, telegram=None)))
        )
        async with httpx.AsyncClient(transport=app, base_url="http://desk") as client:
            return [await client.get("/readyz"), await client.get("/metrics")]

    ready, metrics = asyncio.run(both())
    assert ready.status_code == 200  # the desk works on, whatever Rasa does
    return ready.json()["model"], metrics.text


def test_a_desk_without_rasa_is_ok_and_counts_nothing(
    store: Store, interpreter: EmbeddedInterpreter
) -> None:
    model, metrics = asked(store, interpreter)
    assert model == "ok"
    assert "fallbacks" not in metrics


def test_it_shows_that_rasa_does_not_answer(
    store: Store, interpreter: EmbeddedInterpreter, clock: Clock
) -> None:
    with serving() as rasa, closing(RasaInterpreter(interpreter, rasa.url, None, clock.now)) as ask:
        ask.interpret(["hay un bache"])
        assert asked(store, ask)[0] == "ok"
        rasa.status = 503
        ask.interpret(["hay un bache", "no hay agua"])
        model, metrics = asked(store, ask)
    assert model == "rasa: falling back (status 503) since 2026-11-24T17:00:00+0000"
    assert 'ventanilla_nlu_fallbacks_total{reason="status 503"} 2.0' in metrics
