"""In office hours with nobody at work, who asks for a person is told so."""

import re
from datetime import timedelta

import pytest

from bot.channels.console import Console
from bot.desk import Desk
from bot.dialogue import acts
from bot.outcomes import Queued
from bot.replies import Context, words_for
from handoff import logins, people
from handoff.rules import desk as rules
from handoff.rules.reasons import REVIEWS, Reason
from handoff.store import Store
from handoff.store.models import Person, Role
from nlu.interpretation import Interpreter
from tests.bot.test_replies import CLOSED, KINDS, LINES, OPEN, REASONS
from tests.conftest import Clock

NOBODY = "no hay nadie del equipo en el chat"


def asked(store: Store, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock) -> str:
    """What a new citizen is told who asks for a person."""
    console = Console(store, Desk(store, interpreter, desk_rules, clock.now), clock.now)
    said = console.say("quiero hablar con una persona")[-1].text
    console.say("cancelar")
    return said


def test_on_an_empty_database_nobody_is_here(
    store: Store, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock
) -> None:
    assert NOBODY in asked(store, interpreter, desk_rules, clock)


def test_somebody_is_here_from_the_login_until_they_do_nothing_for_long(
    store: Store, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock
) -> None:
    with store.transaction() as session:
        person = Person(username="eruiz", name="Elena Ruiz", role=Role.analyst)
        people.add(session, person, "una clave larga", clock.now())
        logins.start(session, person, clock.now())
    assert "siguiente persona en la fila" in asked(store, interpreter, desk_rules, clock)
    clock.forward(seconds=logins.STAYS / timedelta(seconds=1))
    assert NOBODY in asked(store, interpreter, desk_rules, clock)


def test_out_of_hours_the_opening_is_told_though_nobody_is_here(
    store: Store, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock
) -> None:
    clock.forward(hours=12)
    said = asked(store, interpreter, desk_rules, clock)
    assert "la oficina está cerrada" in said
    assert NOBODY not in said


def test_what_only_is_reviewed_keeps_its_words(
    store: Store, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock
) -> None:
    console = Console(store, Desk(store, interpreter, desk_rules, clock.now), clock.now)
    console.say("hay un bache en nogales, colonia centro, calle hidalgo")
    said = console.say("sí")[-1].text
    assert said == "Una persona del equipo la revisará. No hace falta que espere aquí."


@pytest.mark.parametrize("kind", KINDS)
def test_in_danger_it_is_as_after_hours_while_nobody_is_at_work(
    desk_rules: rules.Desk, kind: str
) -> None:
    alone = words_for(acts.AskIfSafe(kind, nobody_here=True), Context(desk_rules, OPEN))
    assert alone == words_for(acts.AskIfSafe(kind), Context(desk_rules, CLOSED))


@pytest.mark.parametrize("reason", [each for each in REASONS if each not in (*REVIEWS, "threat")])
def test_while_nobody_is_at_work_nobody_is_passed_to_a_person(
    desk_rules: rules.Desk, reason: Reason
) -> None:
    text, _ = words_for(Queued(reason, LINES[-1]), Context(desk_rules, OPEN))
    assert "no hay nadie del equipo" in text
    assert not re.search("le paso|en la fila|antes que usted|minuto", text, re.IGNORECASE)
