"""Many tell the same of one place: each is told so, keeps a folio, and is linked to the first."""

from sqlalchemy import select

from bot.channels.console import Console
from bot.desk import Desk
from handoff import mass_events, people
from handoff.mass_events import Told
from handoff.rules import desk as rules
from handoff.store import Store
from handoff.store.models import Case, Exchange, Person, Role
from nlu.interpretation import Interpreter
from tests.conftest import MORNING, Clock

NO_WATER = (
    "no hay agua en la colonia {place}, es en hermosillo, calle 5, mi tel es 662123456{number}"
)


def report(console: Console, number: int, place: str = "Sahuaro") -> list[Exchange]:
    """Everything that is said until the folio is given."""
    said = list(console.say(NO_WATER.format(place=place, number=number)))
    return [*said, *console.say("sí")]


def test_the_fourth_one_is_told_and_linked_never_merged(
    store: Store, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock
) -> None:
    def citizen(number: int) -> Console:
        desk = Desk(store, interpreter, desk_rules, clock.now)
        return Console(store, desk, clock.now, f"citizen {number}")

    def told(number: int, place: str = "Sahuaro") -> bool:
        texts = [each.text for each in report(citizen(number), number, place)]
        assert any("Folio: " in text for text in texts)
        return any("Ya hay reportes de lo mismo en su colonia" in text for text in texts)

    written = ("Sahuaro", "El Sahuaro", "Sahuaro", "el sahuaro")
    assert [told(*each) for each in enumerate(written)] == [False, False, False, True]
    assert not told(4, "Centro")
    clock.forward(hours=desk_rules.mass_event.hours)
    assert not told(5)
    with store.reading() as session:
        first, *others = session.scalars(select(Case).order_by(Case.id)).all()
        assert [each.same_as_id for each in others] == [None, None, first.id, None, None]
        assert {each.state.value for each in (first, *others)} == {"recibido"}


def test_a_marked_event_is_told_from_the_first_and_until_it_is_ended(
    store: Store, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock
) -> None:
    words = "El organismo de agua repara una fuga."

    def told(number: int, place: str = "Sahuaro") -> bool:
        desk = Desk(store, interpreter, desk_rules, clock.now)
        citizen = Console(store, desk, clock.now, f"citizen {number}")
        return any(words in each.text for each in report(citizen, number, place))

    with store.transaction() as session:
        boss = Person(username="s", name="S", role=Role.supervisor)
        people.add(session, boss, "una clave larga", MORNING)
        what = Told("agua_potable", "Hermosillo", "sahuaro", MORNING, None, words)
        event = mass_events.mark(session, what, boss, clock.now()).id
    assert [told(1), told(2, "Centro"), told(3, "El Sahuaro")] == [True, False, True]
    with store.transaction() as session:
        boss = people.named(session, "s")
        mass_events.end(session, event, boss, clock.now())
    assert not told(4)
    with store.reading() as session:
        rows = session.scalars(select(Case).order_by(Case.id)).all()
        assert [row.same_as_id for row in rows] == [None, None, rows[0].id, None]
        assert len({row.folio for row in rows}) == 4
