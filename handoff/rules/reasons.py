"""Why a conversation waits for a person."""

from enum import StrEnum


class Reason(StrEnum):
    asked = "asked"  # the citizen asked for one
    not_understood = "not_understood"
    case_opened = "case_opened"
    delicate = "delicate"  # a matter that no form should stand before
    question = "question"  # an information request, which only people answer
    danger = "danger"
    folio = "folio"  # too many wrong keys
    failure = "failure"  # of ours
    undelivered = "undelivered"
    reopened = "reopened"  # the citizen says that it is not solved
    told_more = "told_more"  # the citizen added something to a case
    threat = "threat"  # against who attends or governs
    complaint = "complaint"  # about this desk: only who supervises takes it
    taken = "taken"  # nobody waited: an analyst took it from the bot


# Only the case waits for somebody's eyes: the citizen need not.
REVIEWS = (Reason.case_opened, Reason.reopened, Reason.told_more, Reason.complaint)
