"""Who of the staff looked at or changed what."""

from datetime import datetime

from sqlalchemy.orm import Session

from handoff.store.models import Audit, Person


def write(
    session: Session, person: Person | None, action: str, subject: str, now: datetime
) -> None:
    """`action` is a verb («read»), `subject` an id («conversation:KEY»), never content."""
    session.add(
        Audit(at=now, person_id=person.id if person else None, action=action, subject=subject)
    )
