"""Supervision of the log: the audit, and proof that nobody changed anything."""

from datetime import date

from sqlalchemy import delete, select, update

from handoff.exchanges import seals
from handoff.store.models import Conversation, Exchange
from tests.admin_api.conftest import Office, on_both_databases
from tests.conftest import Clock

VERIFICATION = "/api/v1/log/verification"


@on_both_databases
def test_an_untouched_log_is_intact(office: Office) -> None:
    office.open_case()
    answer = office.client("ssoto").get(VERIFICATION).json()
    assert (answer["is_intact"], answer["breaches"]) == (True, [])


def test_a_changed_word_shows(office: Office) -> None:
    key = office.write("ana", "debo cien pesos")
    with office.staff.store.transaction() as session:
        session.execute(update(Exchange).values(text="debo mil pesos"))
    answer = office.client("ssoto").get(VERIFICATION).json()
    assert answer["is_intact"] is False
    assert [(each["conversation"], each["seq"]) for each in answer["breaches"]] == [(key, 1)]


def test_a_conversation_that_vanished_shows(office: Office, clock: Clock) -> None:
    gone = office.write("ana")
    office.write("beto")
    clock.forward(days=1)
    with office.staff.store.transaction() as session:
        seals.seal_until(session, date(2026, 11, 25), office.staff.desk.zone, clock.now())
        found = session.scalars(select(Conversation.id).filter_by(key=gone)).one()
        session.execute(delete(Exchange).where(Exchange.conversation_id == found))
        session.execute(delete(Conversation).where(Conversation.id == found))
    breaches = office.client("ssoto").get(VERIFICATION).json()["breaches"]
    assert [each["conversation"] for each in breaches] == ["sello del 2026-11-24"]


def test_the_audit_is_looked_through_by_person_subject_and_day(
    office: Office, clock: Clock
) -> None:
    folio = office.open_case()
    office.client("eruiz").get(f"/api/v1/cases/{folio}")
    clock.forward(days=1)
    office.client("mlopez").get(f"/api/v1/cases/{folio}")
    supervisor = office.client("ssoto")

    def found(query: str) -> list[str]:
        items = supervisor.get(f"/api/v1/audit?{query}").json()["items"]
        return [each["person"] for each in items]

    assert found(f"subject=case:{folio}") == ["mlopez", "eruiz"]
    assert found("action=read&person=eruiz") == ["eruiz"]
    assert found("action=read&from=2026-11-25") == ["mlopez"]
    assert found("action=read&to=2026-11-24") == ["eruiz"]
    assert found("action=read&limit=1") == ["mlopez"]
