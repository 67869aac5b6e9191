"""Who says what was misunderstood, whose word stands, and what is learnt of it."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from handoff import cases, conversations, corrections, exchanges, people, reclassification
from handoff.cases import CaseClosed, Request
from handoff.conversations import NotYours
from handoff.corrections import CorrectionDecided, CorrectionNotFound, Lesson, NothingToLearn
from handoff.events import Change
from handoff.exchanges import Inbound
from handoff.rules import catalogue
from handoff.rules import desk as rules
from handoff.rules.catalogue import UnknownCategory
from handoff.store import Store
from handoff.store.models import Case, Conversation, Correction, Event, Exchange, Person, Role
from nlu.training_data import Example
from tests.conftest import MORNING

RULES = rules.load()
TO_WATER = Change("reclassify", after="agua_potable", why="Es falta de agua.")


def write(
    session: Session, words: str, intent: str = "alumbrado", minutes: int = 0, **content: str
) -> Exchange:
    """A citizen writes, and is understood like that."""
    at = MORNING + timedelta(minutes=minutes)
    inbound = Inbound("fake", "ana", f"fake:{words}", words, at, content=dict(content))
    (recorded,) = exchanges.record(session, [inbound], at)
    exchange = session.get_one(Exchange, recorded.exchange_id)
    exchanges.handled(exchange, {"intent": {"name": intent, "confidence": 0.61}}, at)
    session.flush()
    return exchange


def hire(session: Session, username: str = "eruiz", role: Role = Role.analyst) -> Person:
    person = Person(username=username, name=username.title(), role=role)
    return people.add(session, person, "una clave larga", MORNING)


def open_case(session: Session, category: str = "alumbrado", minutes: int = 0) -> Case:
    conversation = session.scalars(select(Conversation).filter_by(address="ana")).one()
    about = catalogue.load().categories[category]
    request = Request(about, about.destination[0], "lo que pide", {"municipio": "Cajeme"})
    at = MORNING + timedelta(minutes=minutes)
    return cases.open_for(session, conversation, request, RULES, at)[0]


def noted(session: Session) -> list[tuple[str, str, str | None, str]]:
    rows = corrections.listed(session)
    return [(row.exchange.text, row.believed, row.meant, row.said_by.value) for row in rows]


def test_the_citizen_says_no_and_the_analyst_says_what(store: Store) -> None:
    with store.transaction() as session:
        message = write(session, "no prende nada en mi casa")
        corrections.note(session, message.id, None, None, MORNING)
        assert noted(session) == [("no prende nada en mi casa", "alumbrado", None, "citizen")]
        elena = hire(session)
        corrections.note(session, message.id, "energia_electrica", elena, MORNING)
        corrections.note(session, message.id, "agua_potable", None, MORNING)  # stands below
        session.expire_all()
        assert noted(session) == [
            ("no prende nada en mi casa", "alumbrado", "energia_electrica", "analyst")
        ]


def test_what_was_understood_after_all_is_no_correction(store: Store) -> None:
    with store.transaction() as session:
        message = write(session, "no prende nada")
        assert corrections.note(session, message.id, "alumbrado", None, MORNING) is None
        corrections.note(session, message.id, None, None, MORNING)
        corrections.note(session, message.id, "alumbrado", hire(session), MORNING)
        assert noted(session) == []


def test_a_message_that_no_engine_understood_corrects_nothing(store: Store) -> None:
    with store.transaction() as session:
        message = write(session, "hola")
        message.understanding = None
        assert corrections.note(session, message.id, "agua_potable", None, MORNING) is None


def test_another_category_brings_another_agency_term_and_priority(store: Store) -> None:
    with store.transaction() as session:
        write(session, "no hay luz en la calle")
        case, boss = open_case(session), hire(session, "ssoto", Role.supervisor)
        change = Change("reclassify", after="denuncia_servidor_publico", why="Le pidieron dinero.")
        reclassification.of_case(session, case, change, boss, RULES, MORNING + timedelta(days=3))
        about = catalogue.load().categories["denuncia_servidor_publico"]
        assert (case.level, case.priority) == (about.level, about.priority)
        assert case.destination == "anticorrupcion"
        # 10 working days from the opening, Tuesday 24 November 2026; Monday the 30th is none.
        assert case.due_at.astimezone(RULES.zone).isoformat() == "2026-12-09T15:00:00-07:00"
        event = session.scalars(select(Event).filter_by(case_id=case.id, verb="reclassify")).one()
        assert (event.actor, event.before, event.after, event.why) == (
            "ssoto", "alumbrado", "denuncia_servidor_publico", "Le pidieron dinero.",
        )  # fmt: skip
        assert session.get_one(Conversation, case.conversation_id).category == about.key


def test_it_is_noted_on_the_message_that_the_case_came_from(store: Store) -> None:
    with store.transaction() as session:
        write(session, "hay un bache enorme aquí", "bacheo")
        open_case(session, "bacheo")
        write(session, "buenas tardes otra vez a todos", "saludo", 1)
        write(session, "Bacheo", "bacheo", 2, payload="categoria:bacheo")
        write(session, "se fue la luz y la bomba no jala", "alumbrado", 3)
        write(session, "urge arreglar las lámparas de aquí", "alumbrado", 4)
        case, boss = open_case(session, minutes=4), hire(session, "ssoto", Role.supervisor)
        reclassification.of_case(session, case, TO_WATER, boss, RULES, MORNING)
        again = Change("reclassify", after="energia_electrica")
        reclassification.of_case(session, case, again, boss, RULES, MORNING)
        text = "se fue la luz y la bomba no jala"
        assert noted(session) == [(text, "alumbrado", "energia_electrica", "analyst")]


def test_a_conversation_without_a_case_has_a_category_too(store: Store) -> None:
    with store.transaction() as session:
        write(session, "hola", "saludo")
        write(session, "la pila está seca desde antier", "fuera_de_ambito", 1)
        conversation = session.scalars(select(Conversation)).one()
        elena = hire(session)
        with pytest.raises(NotYours):
            reclassification.of_conversation(session, conversation, TO_WATER, elena, MORNING)
        conversations.claim(session, conversation, elena, MORNING)
        reclassification.of_conversation(session, conversation, TO_WATER, elena, MORNING)
        assert conversation.category == "agua_potable"
        pila = ("la pila está seca desde antier", "fuera_de_ambito", "agua_potable", "analyst")
        assert noted(session) == [pila]


def test_who_may_not_and_what_cannot_be_reclassified(store: Store) -> None:
    with store.transaction() as session:
        write(session, "no hay luz en la calle")
        case, elena = open_case(session), hire(session)
        boss = hire(session, "ssoto", Role.supervisor)
        with pytest.raises(NotYours):
            reclassification.of_case(session, case, TO_WATER, elena, RULES, MORNING)
        no_matter = Change("reclassify", after="saludo")
        with pytest.raises(UnknownCategory):
            reclassification.of_case(session, case, no_matter, boss, RULES, MORNING)
        cases.move(session, case, Change("close", after="concluido"), boss, MORNING)
        with pytest.raises(CaseClosed):
            reclassification.of_case(session, case, TO_WATER, boss, RULES, MORNING)
        assert (case.category, noted(session)) == ("alumbrado", [])


def test_only_what_was_approved_is_learnt_without_personal_data(store: Store) -> None:
    with store.transaction() as session:
        boss = hire(session, "ssoto", Role.supervisor)
        first = write(session, "no sale agua, mi tel es 662 123 4567")
        second = write(session, "no jala el abanico, soy Ana Soto", minutes=1)
        for message in (first, second):
            corrections.note(session, message.id, "agua_potable", boss, MORNING)
        newest, oldest = corrections.listed(session)
        assert corrections.proposed(oldest) == "no sale agua, mi tel es 6620000000"
        assert oldest.text is None
        corrections.approve(oldest, Lesson(), boss, MORNING)
        lesson = Lesson("no jala el abanico,\nmi correo es ana@x.mx", "energia_electrica")
        corrections.approve(newest, lesson, boss, MORNING)
        session.flush()
        assert sorted(each.text for each in corrections.approved(session)) == [
            "no jala el abanico, mi correo es persona@ejemplo.mx",
            "no sale agua, mi tel es 6620000000",
        ]
        corrections.reject(newest, boss, MORNING)
        session.flush()
        remaining = Example("agua_potable", "no sale agua, mi tel es 6620000000")
        assert corrections.approved(session) == [remaining]


def test_a_decision_is_taken_once_and_no_later_word_undoes_it(store: Store) -> None:
    with store.transaction() as session:
        boss = hire(session, "ssoto", Role.supervisor)
        message = write(session, "no sale agua")
        corrections.note(session, message.id, None, None, MORNING)
        (only,) = corrections.listed(session)
        for lesson in (
            Lesson(),  # nobody has said what is right
            Lesson(meant="alumbrado"),  # what was understood
            Lesson(" - \n", "agua_potable"),  # no words
        ):
            with pytest.raises(NothingToLearn):
                corrections.approve(only, lesson, boss, MORNING)
        with pytest.raises(UnknownCategory):
            corrections.approve(only, Lesson(meant="agua"), boss, MORNING)
        corrections.approve(only, Lesson(meant="agua_potable"), boss, MORNING)
        with pytest.raises(CorrectionDecided):
            corrections.approve(only, Lesson(meant="energia_electrica"), boss, MORNING)
        corrections.note(session, message.id, "energia_electrica", boss, MORNING)
        assert noted(session) == [("no sale agua", "alumbrado", "agua_potable", "citizen")]
        corrections.reject(only, boss, MORNING)
        with pytest.raises(CorrectionDecided):
            corrections.reject(only, boss, MORNING)
        with pytest.raises(CorrectionNotFound):
            corrections.lock(session, only.id + 1, boss)


@pytest.mark.parametrize(
    "change",
    [
        "meant = believed",
        "said_by = 'analyst'",
        "state = 'approved'",
        "state = 'rejected'",
        "text = 'no sale agua'",
        "state = 'learnt'",
    ],
)
def test_the_table_holds_no_half_decision(store: Store, change: str) -> None:
    with store.transaction() as session:
        message = write(session, "no sale agua")
        corrections.note(session, message.id, None, None, MORNING)
    with pytest.raises(IntegrityError), store.transaction() as session:
        session.execute(text(f"UPDATE correction SET {change}"))


def test_a_message_is_corrected_once(store: Store) -> None:
    with store.transaction() as session:
        message = write(session, "no sale agua")
        corrections.note(session, message.id, None, None, MORNING)
    columns = "exchange_id, believed, confidence, said_by, at, state"
    copy = text(f"INSERT INTO correction ({columns}) SELECT {columns} FROM correction")
    with pytest.raises(IntegrityError), store.transaction() as session:
        session.execute(copy)
    with store.reading() as session:
        assert len(session.scalars(select(Correction)).all()) == 1
