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
    taken = "taken"  # nobody waited: an analyst took it from the bot
