"""Other citizens, who write to the same desk meanwhile, each through a console."""

from collections.abc import Sequence

from bot.channels.console import Console
from bot.desk import Desk
from bot.transcripts import records, staff
from bot.transcripts.clock import Clock
from handoff.store import Store


def crowd(store: Store, desk: Desk, clock: Clock, wanted: dict[str, int]) -> None:
    """`attended` of them after so many minutes (`after`), and `waiting` still."""
    for number in range(wanted["attended"] + wanted["waiting"]):
        Console(store, desk, clock.now, f"other{number}").say("persona")
    clock.forward(minutes=wanted["after"])
    with store.transaction() as session:
        staff.take_first(session, wanted["attended"], clock.now())


def write(store: Store, desk: Desk, clock: Clock, texts: Sequence[str]) -> dict[str, str]:
    """One of them says all of this; the folio and the key that they were given, if any."""
    console = Console(store, desk, clock.now, "somebody", reach=clock.reach)
    said = [each.text for text in texts for each in console.say(text)]
    return next((given for each in reversed(said) if (given := records.opened(each))), {})
