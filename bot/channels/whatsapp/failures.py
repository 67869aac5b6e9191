"""What Meta's error codes mean for a message. The reasons are short; they say nothing about the
citizen.

Codes: developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
"""

from http import HTTPStatus

import msgspec

from bot.channels import NotNow, Refused, Unknown
from handoff.exchanges import WINDOW_CLOSED

# Seconds for which nothing goes out: limits of the app, of the account, of the number; as spam.
PAUSES = {4: 60.0, 80007: 60.0, 130429: 5.0, 131048: 300.0}
# Too many to one citizen: only this message waits, longer each time («Pair rate limits» in
# .../whatsapp/throughput).
PAIR_RATE = 131056
TO_ONE = "too many to one citizen"
REENGAGEMENT = 131047

UNWELL = {1, 2, 131000, 131016, 131057, 133004}
# The operator mends these, and then the message can go: token, permissions; account, payment.
TOKEN = {0, 3, 10, 190, *range(200, 300)}
ACCOUNT = {33, 368, 131005, 131031, 131042, 131045, 133010}

REFUSALS = {
    100: "bad request",
    130472: "experiment",
    130497: "country",
    131008: "bad request",
    131009: "bad request",
    131021: "bad request",
    131026: "undeliverable",
    131030: "undeliverable",
    131049: "not wanted",
    131050: "not wanted",
    131051: "unsupported",
    REENGAGEMENT: WINDOW_CLOSED,
}
TEMPLATE = range(132000, 132100)


class WindowClosed(Exception):  # noqa: N818
    """The citizen has not written in the last 24 hours."""


class _Error(msgspec.Struct):
    code: int | None = None


class _Answer(msgspec.Struct):
    error: _Error = msgspec.field(default_factory=_Error)


def code_in(body: bytes) -> int | None:
    """Meta's error code, if the answer has one."""
    try:
        return msgspec.json.decode(body, type=_Answer).error.code
    except msgspec.DecodeError:
        return None


def failure(status: int, body: bytes) -> NotNow | Refused | Unknown | WindowClosed:
    """What an answer that is not a success means."""
    code = code_in(body)
    if code is None:
        return _of_status(status)
    if code == REENGAGEMENT:
        return WindowClosed()
    return _later(code) or _refused(code, status)


def _later(code: int) -> NotNow | None:
    if code in PAUSES:
        return NotNow("too many requests", PAUSES[code])
    if code == PAIR_RATE:
        return NotNow(TO_ONE)
    if code in UNWELL:
        return NotNow("server failed")
    if code in TOKEN:
        return NotNow("token rejected")
    return NotNow("account restricted") if code in ACCOUNT else None


def _refused(code: int, status: int) -> NotNow | Refused | Unknown:
    if code in REFUSALS or code in TEMPLATE:
        return Refused(reason(code))
    is_known = HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
    return Refused(reason(code)) if is_known else _of_status(status)


def _of_status(status: int) -> NotNow | Refused | Unknown:
    """Of an answer that does not come from Meta, or says no more than that."""
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return NotNow("too many requests")
    if status == HTTPStatus.UNAUTHORIZED:
        return NotNow("token rejected")
    if status in (HTTPStatus.GATEWAY_TIMEOUT, HTTPStatus.REQUEST_TIMEOUT):
        return Unknown("time-out")  # whoever stands in between does not know what happened
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return NotNow("server failed")
    return Refused("bad request")


def reason(code: int) -> str:
    """Of a message that was taken and has failed afterwards."""
    if code in TEMPLATE:
        return "template rejected"
    later = _later(code)
    return REFUSALS.get(code) or (str(later) if later else f"error {code}")
