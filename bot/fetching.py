"""Fetches the files that channels still have, after their messages are in the log, and has those
checked again that the virus scanner has not seen."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.channels import HasFiles, NotNow, Refused
from handoff.files import kinds, owing
from handoff.files.owing import Owed, Unchecked
from handoff.files.taking import Files, Taken
from handoff.files.unwanted import Unwanted
from handoff.signals import Signals
from handoff.store import Store
from handoff.store.models import FileState

LOOK_EVERY = 5.0  # seconds; a ring comes sooner
AT_ONCE = 4
WITHIN = 300.0  # seconds that a download may take; less than a lease
MOST_ATTEMPTS = 20  # with the pauses below, some ten hours
LONGEST_PAUSE = timedelta(hours=1)
CHECK_AGAIN_WITHIN = timedelta(minutes=5)

log = logging.getLogger(__name__)


class Fetching:
    """Fetches for the channels it is given; what belongs to other channels stays owed."""

    def __init__(
        self,
        store: Store,
        files: Files,
        channels: Mapping[str, HasFiles],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._files = files
        self._channels = channels
        self._now = now

    async def run(self, signals: Signals) -> None:
        """Fetch until cancelled."""
        with signals.follow() as bell:
            while True:
                while await self.fetch_due():
                    pass
                await bell.wait(LOOK_EVERY)

    async def fetch_due(self) -> int:
        """Fetch and check what is due, some at a time; how many."""
        owed, unchecked = await asyncio.to_thread(self._claim)
        await asyncio.gather(*map(self._fetch, owed), *map(self._check, unchecked))
        return len(owed) + len(unchecked)

    def start(self, *, alone: bool) -> None:
        """At the start: what a crash left. `alone` when no other process fetches."""
        self._files.shelf.tidy(self._now())
        if alone:
            with self._store.transaction() as session:
                owing.release(session, self._now())

    def _claim(self) -> tuple[list[Owed], list[Unchecked]]:
        with self._store.reading() as session:  # mostly nothing is due: then nothing is locked
            first = owing.next_at(session, self._channels)
        if first is None or first > self._now():
            return [], []
        with self._store.transaction() as session:
            now = self._now()
            return (
                owing.claim_owed(session, self._channels, now, AT_ONCE),
                owing.claim_unchecked(session, now, AT_ONCE),
            )

    async def _fetch(self, owed: Owed) -> None:
        try:
            taken = await self._taken(owed)
        except NotNow as error:
            await asyncio.to_thread(self._put_off, owed, str(error), error.after)
        except Refused as error:
            await asyncio.to_thread(self._lose, owed, FileState.failed, str(error))
        except Unwanted as error:
            await asyncio.to_thread(self._lose, owed, FileState.refused, str(error))
        except Exception:  # a supervisor: one file must not stop the others
            log.exception("file %s could not be taken", owed.id)
            await asyncio.to_thread(self._put_off, owed, "fault", None)
        else:
            await asyncio.to_thread(self._keep, owed, taken)

    async def _taken(self, owed: Owed) -> Taken:
        with self._files.shelf.draft() as draft:
            try:
                async with asyncio.timeout(WITHIN):
                    await self._channels[owed.channel].download(owed.file, draft, kinds.LARGEST)
            except TimeoutError:
                raise NotNow("time-out") from None
            draft.seek(0)
            declared = str(owed.file.get("type") or "")
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(
                self._files.threads, self._files.take, draft, declared
            )

    def _keep(self, owed: Owed, taken: Taken) -> None:
        name = kinds.clean_name(str(owed.file.get("name") or ""), taken.type)
        with self._store.transaction() as session:
            owing.kept(session, owed, taken, name)

    def _put_off(self, owed: Owed, reason: str, after: float | None) -> None:
        if owed.attempts >= MOST_ATTEMPTS:
            self._lose(owed, FileState.failed, reason)
            return
        pause = min(LONGEST_PAUSE, timedelta(seconds=2.0**owed.attempts))
        if after is not None:
            pause = max(timedelta(seconds=1), min(LONGEST_PAUSE, timedelta(seconds=after)))
        with self._store.transaction() as session:
            owing.put_off(session, owed, self._now() + pause)

    def _lose(self, owed: Owed, state: FileState, reason: str) -> None:
        log.warning("file %s is %s: %s", owed.id, state.value, reason)
        with self._store.transaction() as session:
            owing.lost(session, owed, state, reason)

    async def _check(self, unchecked: Unchecked) -> None:
        try:
            await asyncio.to_thread(self._check_again, unchecked)
        except Exception:  # a supervisor, as above
            log.exception("file %s could not be checked", unchecked.id)

    def _check_again(self, unchecked: Unchecked) -> None:
        sha256 = unchecked.sha256
        try:
            is_good = self._files.check_again(sha256)
        except Unwanted as unwanted:
            reason = str(unwanted)
            self._end(lambda session: owing.infected(session, sha256, reason), sha256)
        except FileNotFoundError:
            with self._store.transaction() as session:
                owing.lost(session, unchecked, FileState.failed, "gone")
        else:
            if is_good:
                self._end(lambda session: owing.good(session, sha256), sha256)
            else:
                self._look_later(unchecked)

    def _look_later(self, unchecked: Unchecked) -> None:
        pause = min(CHECK_AGAIN_WITHIN, timedelta(seconds=2.0 ** min(unchecked.attempts, 10)))
        with self._store.transaction() as session:
            owing.put_off(session, unchecked, self._now() + pause)

    def _end(self, settle: Callable[[Session], None], sha256: str) -> None:
        with self._store.transaction() as session:
            settle(session)
        self._files.shelf.drop_apart(sha256)
