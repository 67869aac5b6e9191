"""The tables."""

from handoff.rules.case_states import CaseState
from handoff.store.models.base import Base, Moment
from handoff.store.models.case import Case, Concern, Event, FolioCounter
from handoff.store.models.conversation import (
    Author,
    Conversation,
    Delivery,
    Direction,
    Exchange,
    Handoff,
    Owner,
    Seal,
)
from handoff.store.models.correction import Correction, CorrectionState, Corrector
from handoff.store.models.file import Attachment, FileState
from handoff.store.models.keyboard import Keyboard
from handoff.store.models.mass_event import MassEvent
from handoff.store.models.operation import Answered, JobRun, Reading, Secret
from handoff.store.models.person import Audit, Person, Role, StaffSession
from handoff.store.models.survey import Survey
from handoff.store.models.wrong_key import WrongKey

__all__ = [
    "Answered",
    "Attachment",
    "Audit",
    "Author",
    "Base",
    "Case",
    "CaseState",
    "Concern",
    "Conversation",
    "Correction",
    "CorrectionState",
    "Corrector",
    "Delivery",
    "Direction",
    "Event",
    "Exchange",
    "FileState",
    "FolioCounter",
    "Handoff",
    "JobRun",
    "Keyboard",
    "MassEvent",
    "Moment",
    "Owner",
    "Person",
    "Reading",
    "Role",
    "Seal",
    "Secret",
    "StaffSession",
    "Survey",
    "WrongKey",
]
