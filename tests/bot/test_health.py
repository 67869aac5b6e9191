import asyncio
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime

import httpx
import pytest
from starlette.applications import Starlette

from bot.health import Health, routes
from handoff import clock as real_clock
from handoff.rules import calendar, vacations
from handoff.rules.desk import Desk
from handoff.store import Store
from nlu import rasa_server
from nlu.embedded import EmbeddedInterpreter
from nlu.interpretation import Interpreter
from nlu.rasa_server import RasaInterpreter
from tests.conftest import Clock
from tests.nlu.rasa_like import serving


def asked(
    store: Store, interpreter: Interpreter, now: Callable[[], datetime] = real_clock.now
) -> tuple[dict[str, str], str]:
    """What /readyz says, and /metrics."""

    async def both() -> list[httpx.Response]:
        health = Health(store, interpreter, clockwork=None, telegram=None, now=now)
        app = httpx.ASGITransport(Starlette(routes=routes(health)))
        async with httpx.AsyncClient(transport=app, base_url="http://desk") as client:
            return [await client.get("/readyz"), await client.get("/metrics")]

    ready, metrics = asyncio.run(both())
    assert ready.status_code == 200  # the desk works on, whatever Rasa does
    return ready.json(), metrics.text


def test_a_desk_without_rasa_is_ok_and_counts_nothing(
    store: Store, interpreter: EmbeddedInterpreter
) -> None:
    ready, metrics = asked(store, interpreter)
    assert ready["model"] == "ok"
    assert "fallbacks" not in metrics


def test_it_shows_that_rasa_does_not_answer(
    store: Store, interpreter: EmbeddedInterpreter, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rasa_server, "DEADLINE", 60)  # a busy machine may be slow
    with serving() as rasa, closing(RasaInterpreter(interpreter, rasa.url, None, clock.now)) as ask:
        ask.interpret(["hay un bache"])
        assert asked(store, ask)[0]["model"] == "ok"
        rasa.status = 503
        ask.interpret(["hay un bache", "no hay agua"])
        ready, metrics = asked(store, ask)
    assert ready["model"] == "rasa: falling back (status 503) since 2026-11-24T17:00:00+0000"
    assert 'ventanilla_nlu_fallbacks_total{reason="status 503"} 2.0' in metrics


def test_it_shows_the_years_whose_vacations_nobody_has_entered(
    store: Store, interpreter: EmbeddedInterpreter, desk_rules: Desk
) -> None:
    today = real_clock.now().astimezone(desk_rules.zone).date()
    years = vacations.missing(calendar.listed(), today)
    told = f"no vacations of {', '.join(map(str, years))}" if years else "ok"
    assert asked(store, interpreter)[0]["calendar"] == told


def test_a_year_begins_when_it_begins_at_the_desk(
    store: Store, interpreter: EmbeddedInterpreter, desk_rules: Desk
) -> None:
    new_year = datetime(2031, 1, 1, tzinfo=UTC)  # the evening before, in Hermosillo
    assert new_year.astimezone(desk_rules.zone).year == 2030
    told = asked(store, interpreter, now=lambda: new_year)[0]["calendar"]
    assert told == "no vacations of 2030, 2031"
