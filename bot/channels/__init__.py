"""What every channel can do. To add one: a module here, and a line in bot/serving.py."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol

from handoff.exchanges import Inbound, Outbound, Recorded

# Returns once the whole group is durably in the log; only then may a channel acknowledge it.
Receive = Callable[[Sequence[Inbound]], Awaitable[list[Recorded]]]


class NotNow(Exception):  # noqa: N818
    """The channel asks to try again later; `after` seconds if it said how long."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class Unknown(Exception):  # noqa: N818
    """The attempt may or may not have reached the citizen: it must not be repeated blindly."""


class Refused(Exception):  # noqa: N818
    """The channel will never take this message (the citizen blocked the bot, for one)."""


class Held(Exception):  # noqa: N818
    """The citizen has to write first and was asked to by the channel's message `message_id`: ours
    goes once there is a message of theirs after the exchange `after`."""

    def __init__(self, after: int, message_id: str | None) -> None:
        super().__init__("window closed")
        self.after = after
        self.message_id = message_id


class Accepted(str):
    """The id of a message that the channel took; a receipt tells when the citizen has it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Door:
    """Whether a citizen lets us write to them: they have blocked the chat, or opened it again."""

    channel: str
    address: str
    is_open: bool


# Returns once it is durably written.
Tell = Callable[[Door], Awaitable[None]]


class Busy(Protocol):
    """A channel that can show that somebody is writing."""

    def show_busy(self, address: str, moment: float) -> None:
        """Show it, unless something was sent there since `moment` (of the loop's clock). Returns
        at once; what fails is left."""
        ...


class Editor(Protocol):
    """A channel that can show otherwise what it has sent."""

    async def take_buttons_away(
        self, outbound: Outbound, message_id: str, chosen: str | None
    ) -> None:
        """Show the message without its buttons, and with the label that was chosen. Doing it twice
        does no harm. Raises NotNow, Unknown, Refused."""
        ...


class Channel(Protocol):
    """A channel to which delivery sends. Limits are messages per second: over all, per address."""

    name: str
    per_second: float
    per_address: float

    async def send(self, outbound: Outbound) -> str | None:
        """Send; the channel's id of the message, `Accepted` if receipts follow. Raises NotNow,
        Unknown, Refused, Held."""
        ...


class HasFiles(Protocol):
    """A channel that keeps citizens' files until they are fetched (see bot/fetching.py)."""

    name: str

    async def download(self, file: Mapping[str, Any], into: BinaryIO, most: int) -> None:
        """Write the file's bytes into `into`; `file` is its entry in a message's `attachments`.
        Raises NotNow, and Refused if it can never be had: "too large" past `most` bytes."""
        ...
