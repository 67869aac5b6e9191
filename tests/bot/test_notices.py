"""What a citizen is told of a change made over the staff's API, in the same transaction."""

from datetime import datetime

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from admin_api.access import Staff
from admin_api.app import create_app
from bot import notices
from handoff import cases, conversations, exchanges, logins, people, proceedings, queue
from handoff.cases import Request
from handoff.events import Change
from handoff.exchanges import Inbound
from handoff.rules import catalogue
from handoff.rules.desk import Desk
from handoff.rules.reasons import Reason
from handoff.store import Store
from handoff.store.models import Case, Conversation, Delivery, Exchange, Person, Role, Survey
from tests.conftest import Clock

FACTS = {"municipio": "Hermosillo", "colonia": "Sahuaro"}


class NoWordsError(RuntimeError):
    """The words cannot be written."""


class Counter:
    """A desk whose staff works over the API and whose citizens are told."""

    def __init__(self, store: Store, clock: Clock, desk: Desk) -> None:
        self.store, self.clock, self.desk = store, clock, desk
        with store.transaction() as session:
            person = Person(username="eruiz", name="Elena Ruiz", role=Role.analyst)
            people.add(session, person, "una clave larga", clock.now())
            self.token = logins.start(session, person, clock.now())

    def api(self, *, breaks: bool = False) -> TestClient:
        def tell(session: Session, case: Case, now: datetime) -> None:
            notices.tell(session, case, self.desk, now)
            if breaks:
                raise NoWordsError

        def ask(session: Session, chat: Conversation, now: datetime) -> None:
            notices.ask_rating(session, chat, self.desk, now)

        def rest(session: Session, chat: Conversation, now: datetime) -> None:
            notices.tell_withheld(session, chat, self.desk, now)

        staff = Staff(
            self.store, self.clock.now, self.desk, tell=tell, ask_rating=ask, tell_withheld=rest
        )
        headers = {"Authorization": f"Bearer {self.token}"}
        return TestClient(create_app(staff), headers=headers, raise_server_exceptions=False)

    def open_case(self, category: str = "alumbrado") -> str:
        now, about = self.clock.now(), catalogue.category(category)
        with self.store.transaction() as session:
            exchanges.record(session, [Inbound("telegram", "7", "t:1", "no hay luz", now)], now)
            chat = conversations.lock(session, self.chat(session).key)
            request = Request(about, about.destination[0], "No hay luz en mi calle", FACTS)
            return cases.open_for(session, chat, request, self.desk, now)[0].folio

    def chat(self, session: Session) -> Conversation:
        rows = select(Conversation).order_by(Conversation.id.desc()).limit(1)
        return session.scalars(rows).one()

    def owed(self) -> list[str]:
        with self.store.reading() as session:
            owed = select(Exchange.text).filter_by(delivery=Delivery.owed).order_by(Exchange.id)
            return list(session.scalars(owed))


@pytest.fixture
def counter(store: Store, clock: Clock, desk_rules: Desk) -> Counter:
    return Counter(store, clock, desk_rules)


def test_the_news_is_owed_and_never_says_what_it_is_about(counter: Counter) -> None:
    folio = counter.open_case()
    url = f"/api/v1/cases/{folio}"
    api = counter.api()
    assert api.post(f"{url}/referrals", json={"agency": "ayuntamiento"}).status_code == 201
    assert api.post(f"{url}/answers", json={"text": "Se repuso."}).status_code == 201
    told = counter.owed()
    assert [folio in text for text in told] == [True, True]
    assert not any(word in "".join(told).lower() for word in ("luz", "alumbrado", "sahuaro"))


def test_a_change_and_its_notice_stand_or_fall_together(counter: Counter) -> None:
    url = f"/api/v1/cases/{counter.open_case()}"
    failed = counter.api(breaks=True).post(f"{url}/answers", json={"text": "Se repuso."})
    assert failed.status_code == 500
    assert counter.owed() == []
    assert counter.api().get(url).json()["state"] == "recibido"


def test_the_conversation_that_a_notice_opens_waits_quietly_and_closes(counter: Counter) -> None:
    url = f"/api/v1/cases/{counter.open_case()}"
    with counter.store.transaction() as session:
        chat = conversations.lock(session, counter.chat(session).key)
        conversations.close(session, chat, "clock", "attended", counter.clock.now())
    assert counter.api().post(f"{url}/closure", json={"why": "Se repuso."}).status_code == 201
    with counter.store.reading() as session:
        opened = counter.chat(session)
        assert (opened.id != chat.id, opened.owner.value, opened.idle_step) == (
            True,
            "bot",
            "end",
        )
        assert (opened.channel, opened.address) == ("telegram", "7")


@pytest.mark.parametrize(
    ("category", "is_reserved"), [("queja_atencion", True), ("alumbrado", False)]
)
def test_where_news_of_a_reserved_folio_are_told_is_reserved(
    counter: Counter, category: str, is_reserved: bool
) -> None:
    folio, now = counter.open_case(category), counter.clock.now()
    with counter.store.transaction() as session:
        first = conversations.lock(session, counter.chat(session).key)
        conversations.close(session, first, "clock", "attended", now)
        case = cases.lock(session, folio)
        cases.move(session, case, Change("process", after="en_tramite"), "clock", now)
        cases.move(session, case, Change("close", after="concluido"), "clock", now)
        notices.tell(session, case, counter.desk, now)
        assert (first.is_reserved, counter.chat(session).is_reserved) == (is_reserved, is_reserved)


@pytest.mark.parametrize(("leaving", "body"), [("closure", {}), ("return", None)])
def test_what_was_withheld_is_told_once_when_the_analyst_leaves(
    counter: Counter, leaving: str, body: dict[str, str] | None
) -> None:
    """In the order of the news, each case as it stands by then."""
    first, second = counter.open_case(), counter.open_case("bacheo")
    with counter.store.reading() as session:
        chat = f"/api/v1/conversations/{counter.chat(session).key}"
    api = counter.api()
    assert api.post(f"{chat}/claim").status_code == 201
    for folio in (second, first):
        counter.clock.forward(minutes=1)
        url = f"/api/v1/cases/{folio}"
        assert api.post(f"{url}/referrals", json={"agency": "ayuntamiento"}).status_code == 201
    counter.clock.forward(minutes=1)
    assert api.post(f"/api/v1/cases/{second}/answers", json={"text": "Ya."}).status_code == 201
    assert counter.owed() == []
    assert api.post(f"{chat}/{leaving}", json=body).status_code == 201
    assert [text.split(":")[0].split()[-1] for text in counter.owed()] == [first, second]
    assert "se envió" in counter.owed()[0]
    assert "ya tiene respuesta" in counter.owed()[1]
    with counter.store.transaction() as session:
        notices.tell_withheld(session, counter.chat(session), counter.desk, counter.clock.now())
    assert len(counter.owed()) == 2


def test_what_was_withheld_in_danger_is_not_told_where_somebody_else_may_read_it(
    counter: Counter,
) -> None:
    folio, now = counter.open_case(), counter.clock.now()
    with counter.store.transaction() as session:
        chat = conversations.lock(session, counter.chat(session).key)
        conversations.hand_over(session, chat, queue.need(Reason.danger, 0, counter.desk, now), now)
        key = f"/api/v1/conversations/{chat.key}"
    api = counter.api()
    assert api.post(f"{key}/claim").status_code == 201
    assert api.post(f"/api/v1/cases/{folio}/answers", json={"text": "Ya."}).status_code == 201
    assert api.post(f"{key}/closure", json={}).status_code == 201
    assert counter.owed() == []


def test_silence_about_what_nobody_told_is_no_consent(counter: Counter) -> None:
    folio = counter.open_case()
    with counter.store.reading() as session:
        chat = f"/api/v1/conversations/{counter.chat(session).key}"
    api = counter.api()
    api.post(f"{chat}/claim")
    api.post(f"/api/v1/cases/{folio}/answers", json={"text": "Ya."})
    counter.clock.forward(minutes=60 * 24 * 60)
    with counter.store.transaction() as session:
        assert proceedings.conclude_unanswered(session, counter.clock.now()) == 0


def test_the_question_about_a_chat_comes_once_and_only_after_an_answer(counter: Counter) -> None:
    counter.open_case()
    api = counter.api()
    with counter.store.reading() as session:
        url = f"/api/v1/conversations/{counter.chat(session).key}"
    api.post(f"{url}/claim")
    api.post(f"{url}/closure", json={"closing": "attended", "farewell": "Gracias."})
    assert [text[:20] for text in counter.owed()] == ["Gracias.", "¿Cómo le atendió la "]
    with counter.store.reading() as session:
        survey = session.scalars(select(Survey)).one()
        assert (survey.person_id is not None, survey.case_id, survey.score) == (True, None, None)


def test_who_was_never_answered_is_not_asked(counter: Counter) -> None:
    counter.open_case()
    api = counter.api()
    with counter.store.reading() as session:
        url = f"/api/v1/conversations/{counter.chat(session).key}"
    api.post(f"{url}/claim")
    assert api.post(f"{url}/closure", json={"closing": "attended"}).status_code == 201
    assert counter.owed() == []
