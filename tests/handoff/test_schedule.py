"""The clock: each job once for a slot, whoever ticks; what is due is in rows."""

from datetime import timedelta

from sqlalchemy import func, select

from handoff import conversations, exchanges, queue, schedule, search
from handoff.exchanges import Inbound
from handoff.rules import desk as rules
from handoff.rules.reasons import Reason
from handoff.schedule import JOBS, Job
from handoff.store import Store
from handoff.store.models import Conversation, Handoff, JobRun, Seal
from tests.conftest import MORNING, Clock


def wait_for_a_person(store: Store) -> None:
    with store.transaction() as session:
        exchanges.record(session, [Inbound("fake", "ana", "fake:1", "hola", MORNING)], MORNING)
        conversation = conversations.lock(session, session.scalars(select(Conversation.key)).one())
        need = queue.need(Reason.asked, 2, rules.load(), MORNING)
        conversations.hand_over(session, conversation, need, MORNING)


def test_a_job_runs_once_for_its_slot(store: Store, clock: Clock) -> None:
    ran: list[object] = []
    job = Job("count", lambda _session, now: ran.append(now), every=timedelta(minutes=1))
    assert schedule.run(store, job, clock.now())
    clock.forward(seconds=20)
    assert not schedule.run(store, job, clock.now())
    clock.forward(seconds=40)
    assert schedule.run(store, job, clock.now())
    assert len(ran) == 2


def test_every_job_of_the_table_does_its_work(store: Store, clock: Clock) -> None:
    wait_for_a_person(store)
    clock.forward(days=1)
    for job in JOBS:
        assert schedule.run(store, job, clock.now())
    with store.reading() as session:
        assert session.scalars(select(Handoff.alarmed_at)).one() == clock.now()
        assert [str(day) for day in session.scalars(select(Seal.day))] == ["2026-11-24"]
        assert not search.is_behind(session)


def test_old_runs_are_forgotten(store: Store, clock: Clock) -> None:
    tick = Job("tick", lambda _session, _now: None, every=timedelta(seconds=10))
    schedule.run(store, tick, clock.now())
    clock.forward(days=3)
    with store.transaction() as session:
        schedule.forget_runs(session, clock.now())
        assert session.scalar(select(func.count()).select_from(JobRun)) == 0
