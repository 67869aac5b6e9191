"""Where the answer to a survey goes: with the conversation that it is about, opened or ended."""

import pytest
from sqlalchemy import select

from handoff import conversations, exchanges, surveys
from handoff.exchanges import Inbound, chain
from handoff.store import Store
from handoff.store.models import Conversation, Exchange
from tests.conftest import MORNING


def write(store: Store, *group: Inbound) -> None:
    with store.transaction() as session:
        exchanges.record(session, group, MORNING)


def said(key: str, words: str = "hola", address: str = "ana") -> Inbound:
    return Inbound("fake", address, key, words, MORNING)


def rated(key: str, survey_id: int, address: str = "ana") -> Inbound:
    pressed = {"payload": surveys.payload(survey_id, 5)}
    return Inbound("fake", address, key, "5 Muy buena", MORNING, content=pressed)


@pytest.fixture
def asked(store: Store) -> int:
    """The survey of a conversation of Ana that has ended."""
    write(store, said("fake:1"))
    with store.transaction() as session:
        conversation = session.scalars(select(Conversation)).one()
        survey = surveys.ask_about_chat(session, conversation, MORNING)
        conversations.close(session, conversation, "clock", "attended", MORNING)
        assert survey is not None
        return survey.id


def chats(store: Store) -> list[tuple[str, bool, int]]:
    """Each conversation: whose, whether it has ended, and how many messages it has."""
    with store.reading() as session:
        rows = session.scalars(select(Conversation).order_by(Conversation.id))
        return [(each.address, each.closed_at is not None, each.length) for each in rows]


def test_who_presses_a_score_opens_no_conversation(store: Store, asked: int) -> None:
    write(store, rated("fake:2", asked))
    write(store, rated("fake:2", asked))  # brought again
    assert chats(store) == [("ana", True, 2)]
    with store.reading() as session:
        assert list(chain.verify(session)) == []
        texts = session.scalars(select(Exchange.text).order_by(Exchange.id)).all()
        assert texts == ["hola", "5 Muy buena"]


def test_who_says_more_opens_one(store: Store, asked: int) -> None:
    write(store, rated("fake:2", asked), said("fake:3", "no hay agua"))
    assert chats(store) == [("ana", True, 1), ("ana", False, 2)]


def test_a_survey_of_somebody_else_leads_nowhere(store: Store, asked: int) -> None:
    write(store, rated("fake:2", asked, "beto"), rated("fake:3", asked + 1))
    assert chats(store) == [("ana", True, 1), ("beto", False, 1), ("ana", False, 1)]


@pytest.mark.parametrize(
    ("payload", "found"),
    [
        ("califica:7:5", (7, 5)),
        ("califica:7:6", None),
        ("califica:x:5", None),
        (f"califica:{'9' * 30}:5", None),
        ("si", None),
    ],
)
def test_what_a_button_brings_back(payload: str, found: tuple[int, int] | None) -> None:
    assert surveys.pressed({"payload": payload}) == found
    assert surveys.pressed(None) is None
