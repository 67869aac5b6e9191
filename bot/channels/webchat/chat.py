"""What the calls of the web chat share: the log, who may speak, and how often."""

import asyncio
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from bot.channels.webchat.collecting import Collecting
from bot.channels.webchat.limits import Buckets
from bot.channels.webchat.problems import Problem
from bot.intake import Intake
from handoff import exchanges
from handoff.files.taking import Files
from handoff.rules import calendar, desk
from handoff.signals import Signals
from handoff.store import Store, keys

CHANNEL = "webchat"
# Generous: a whole town hall shares one address, and so does everybody behind a proxy.
SESSIONS = (200, 5.0)
ATTACHMENTS = (20, 0.2)
MOST_CALLERS = 10_000


class WebChat:
    """The citizen's chat on the web. Nothing is looked up to know who speaks: the token says it.

    `look_again` is the seconds after which a live client's state is read again without a ring.
    `next_opening` says when the office opens next; the moment itself if it is open.
    """

    def __init__(  # noqa: PLR0913
        self,
        store: Store,
        intake: Intake,
        signals: Signals,
        now: Callable[[], datetime],
        files: Files,
        public_url: str = "",
        embed_origins: Sequence[str] = (),
        look_again: float = 5.0,
        next_opening: Callable[[datetime], datetime] | None = None,
    ) -> None:
        self.store = store
        self.intake = intake
        self.signals = signals
        self.now = now
        self.files = files
        self.public_url = public_url
        self.embed_origins = tuple(embed_origins)
        self.look_again = look_again
        self.next_opening = next_opening or partial(calendar.next_opening, desk=desk.load())
        self.sessions = Buckets(*SESSIONS)
        self.uploads = Buckets(*ATTACHMENTS)
        self.collecting = Collecting(store, now)
        with store.transaction() as session:
            self._secret = keys.secret(session, CHANNEL)
        # Headers found good: a digest for every message would cost more than its row.
        self._callers: dict[str, str] = {}

    async def open(self) -> tuple[str, str]:
        """A new citizen: the token that says who it is, and the key of the conversation."""
        address = keys.opaque()
        return self._token(address), await asyncio.to_thread(self._open, address)

    def _open(self, address: str) -> str:
        with self.store.transaction() as session:
            return exchanges.open_conversation(session, CHANNEL, address, self.now())

    def _token(self, address: str) -> str:
        mac = hmac.digest(self._secret, address.encode(), "sha256")
        return f"{address}.{urlsafe_b64encode(mac).decode().rstrip('=')}"

    def address_of(self, token: str) -> str | None:
        """Whose token it is; None if we did not make it."""
        address = token.partition(".")[0]
        is_ours = hmac.compare_digest(self._token(address).encode(), token.encode())
        return address if is_ours else None

    def bearer(self, authorization: str) -> str:
        """The address of who calls with this header. Raises Problem 401."""
        if known := self._callers.get(authorization):
            return known
        kind, _, token = authorization.partition(" ")
        address = self.address_of(token) if kind.lower() == "bearer" else None
        if address is None:
            raise Problem(
                401,
                "Su sesión no es válida. Abra el chat de nuevo.",
                {"www-authenticate": "Bearer"},
            )
        if len(self._callers) >= MOST_CALLERS:
            self._callers.clear()
        self._callers[authorization] = address
        return address
