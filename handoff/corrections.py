"""What was misunderstood: noted by whoever says so, decided by who supervises, learnt.

Whoever notes one holds the conversation locked: nobody else notes on its messages meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from handoff import sight
from handoff.rules import catalogue
from handoff.store.models import (
    Case,
    Conversation,
    Correction,
    CorrectionState,
    Corrector,
    Direction,
    Exchange,
    Person,
)
from nlu import learnt, privacy
from nlu.training_data import Example

WORTH_LEARNING = 4  # words from which a message that was no matter at all may have been one


class CorrectionNotFound(LookupError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("No existe esa corrección.")


class CorrectionDecided(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("Otra persona ya decidió esta corrección.")


class NothingToLearn(ValueError):  # noqa: N818
    """`why` is a sentence for the person who approves."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be learnt. None: what was proposed."""

    text: str | None = None
    meant: str | None = None


def note(
    session: Session, exchange_id: int, meant: str | None, by: Person | None, now: datetime
) -> Correction | None:
    """Somebody says that this message meant something else: `by` the citizen, if it is None, who
    may leave open what (`meant` None). An analyst's word stands above the citizen's, a decision
    above both. None where there is nothing to correct, because it was understood like that."""
    exchange = session.get_one(Exchange, exchange_id)
    noted = session.scalar(select(Correction).filter_by(exchange_id=exchange_id).with_for_update())
    if noted is not None and not _may_change(noted, by):
        return noted
    believed, confidence = _understood(exchange)
    if believed is None or believed == meant:
        if noted is not None:
            session.delete(noted)
        return None
    if noted is None:
        noted = Correction(exchange_id=exchange_id, state=CorrectionState.pending)
        session.add(noted)
    noted.believed, noted.confidence, noted.meant = believed, confidence, meant
    noted.said_by = Corrector.citizen if by is None else Corrector.analyst
    noted.person_id, noted.at = (by.id if by else None), now
    session.flush()
    return noted


def note_on_case(session: Session, case: Case, meant: str, by: Person, now: datetime) -> None:
    """The case was opened about something else."""
    opened = select(Case.opened_at).where(Case.conversation_id == case.conversation_id)
    before = session.scalar(opened.where(Case.id < case.id).order_by(Case.id.desc()).limit(1))
    told = _told(session, case.conversation_id, before, case.opened_at)
    _note_first(session, told, meant, by, now)


def note_on_conversation(
    session: Session, conversation: Conversation, meant: str, by: Person, now: datetime
) -> None:
    """What the citizen has told since their last case is about something else."""
    opened = select(Case.opened_at).where(Case.conversation_id == conversation.id)
    before = session.scalar(opened.order_by(Case.id.desc()).limit(1))
    _note_first(session, _told(session, conversation.id, before, None), meant, by, now)


def listed(
    session: Session,
    state: CorrectionState | None = None,
    before: int | None = None,
    limit: int | None = None,
    reader: Person | None = None,
) -> Sequence[Correction]:
    """The newest first, with everything that is told of them, or what `reader` may see. `before`:
    the id of the last one of the page before."""
    rows = _whole(reader).order_by(Correction.id.desc()).limit(limit)
    if state is not None:
        rows = rows.where(Correction.state == state)
    if before is not None:
        rows = rows.where(Correction.id < before)
    return session.scalars(rows).all()


def lock(session: Session, number: int, reader: Person) -> Correction:
    """Locked until the end of the transaction. Raises CorrectionNotFound, also for what is out of
    sight."""
    row = _whole(reader).where(Correction.id == number).with_for_update(of=Correction)
    correction = session.scalar(row.execution_options(populate_existing=True))
    if correction is None:
        raise CorrectionNotFound
    return correction


def proposed(correction: Correction) -> str:
    """The text to learn, as approved or else as proposed: without what has the shape of personal
    data. Names stay; whoever approves has to read it."""
    return correction.text or learnt.line(privacy.mask(correction.exchange.text))


def approve(correction: Correction, lesson: Lesson, by: Person, now: datetime) -> None:
    """Let the model learn it. Phones and the like are masked in the approver's text too. Raises
    CorrectionDecided, UnknownCategory, NothingToLearn."""
    if correction.state is not CorrectionState.pending:
        raise CorrectionDecided
    meant = lesson.meant or correction.meant
    if meant is None:
        raise NothingToLearn("Elija la categoría correcta.")
    if catalogue.known(meant) == correction.believed:
        raise NothingToLearn("Eso fue lo que se entendió: no hay nada que aprender; rechácela.")
    text = proposed(correction) if lesson.text is None else learnt.line(privacy.mask(lesson.text))
    if not text:
        raise NothingToLearn("Escriba el mensaje que se ha de aprender.")
    correction.meant, correction.text = meant, text
    _decide(correction, CorrectionState.approved, by, now)


def reject(correction: Correction, by: Person, now: datetime) -> None:
    """Let the model not learn it, or no longer: what was approved can be taken back. Raises
    CorrectionDecided."""
    if correction.state is CorrectionState.rejected:
        raise CorrectionDecided
    correction.text = None
    _decide(correction, CorrectionState.rejected, by, now)


def approved(session: Session) -> list[Example]:
    """What the next training is to learn."""
    rows = select(Correction.meant, Correction.text).filter_by(state=CorrectionState.approved)
    return [Example(meant, text) for meant, text in session.execute(rows) if meant and text]


def _decide(correction: Correction, state: CorrectionState, by: Person, now: datetime) -> None:
    correction.state = state
    correction.decided_by_id, correction.decided_by, correction.decided_at = by.id, by, now


def _may_change(noted: Correction, by: Person | None) -> bool:
    is_open = noted.state is CorrectionState.pending
    return is_open and (by is not None or noted.said_by is Corrector.citizen)


def _understood(exchange: Exchange) -> tuple[str | None, float]:
    """The intent that the message was taken for, and how sure that was."""
    intent = (exchange.understanding or {}).get("intent") or {}
    return intent.get("name"), intent.get("confidence", 0.0)


def _told(
    session: Session, conversation_id: int, after: datetime | None, until: datetime | None
) -> Sequence[Exchange]:
    """What the citizen wrote of one matter, oldest first: after the case before it was opened,
    until its own was. Buttons are no words of theirs."""
    rows = select(Exchange).where(
        Exchange.conversation_id == conversation_id,
        Exchange.direction == Direction.inbound,
        Exchange.handled_at.is_not(None),
    )
    if after is not None:
        rows = rows.where(Exchange.handled_at > after)
    if until is not None:
        rows = rows.where(Exchange.handled_at <= until)
    told = session.scalars(rows.order_by(Exchange.id)).all()
    return [each for each in told if each.understanding and "payload" not in (each.content or {})]


def _note_first(
    session: Session, told: Sequence[Exchange], meant: str, by: Person, now: datetime
) -> None:
    """Against the first message that was taken for a matter; or, if none was, the first that was
    long enough to be one."""
    matters = catalogue.load().categories
    classified = (each for each in told if _understood(each)[0] in matters)
    wordy = (each for each in told if len(each.text.split()) >= WORTH_LEARNING)
    first = next(classified, None) or next(wordy, None)
    if first is not None:
        note(session, first.id, meant, by, now)


def _whole(reader: Person | None) -> Select[Correction]:
    rows = select(Correction).options(
        joinedload(Correction.exchange).joinedload(Exchange.conversation),
        joinedload(Correction.person),
        joinedload(Correction.decided_by),
    )
    return rows.where(Correction.exchange.has(sight.of_exchanges(reader))) if reader else rows
