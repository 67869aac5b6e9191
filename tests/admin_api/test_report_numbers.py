"""What the report of chats attended counts, on both databases."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from admin_api import reports
from admin_api.reports import Period, Sheet
from admin_api.reports.renderings import as_json
from handoff import exchanges
from handoff.store import Store
from handoff.store.models import Conversation
from tests.admin_api import reported
from tests.admin_api.reported import Chat

NOW = datetime(2026, 12, 1, 17, tzinfo=UTC)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))

Story = Callable[[Chat], Chat]


def tell(store: Store, *chats: tuple[str, str, str | None, Story]) -> None:
    with store.transaction() as session:
        reported.hire(session)
        for began, channel, category, story in chats:
            story(reported.chat(session, began, channel, category))


def drawn_up(store: Store, period: Period = NOVEMBER) -> Sheet:
    with store.reading() as session:
        return reports.draw_up(session, reports.named("chats_attended"), period, NOW)


def document(store: Store, period: Period = NOVEMBER) -> dict[str, Any]:
    return as_json.document(drawn_up(store, period))


def one(store: Store, story: Story) -> dict[str, Any]:
    """The only row of a month with this chat alone."""
    tell(store, ("2026-11-03 09:00", "webchat", "alumbrado", story))
    (row,) = document(store)["rows"]
    return dict(row)


OUTCOMES = ("attended", "bot_alone", "abandoned", "unanswered", "open")


@pytest.mark.parametrize(
    ("story", "outcome"),
    [
        pytest.param(
            lambda chat: chat.claim("eruiz", 4).answer("eruiz", 5).close("attended", "eruiz", 9),
            "attended",
            id="a person answered",
        ),
        pytest.param(
            lambda chat: chat.ask(1).claim("eruiz", 4).answer("eruiz", 5),
            "attended",
            id="a person answered and still has it",
        ),
        pytest.param(
            lambda chat: chat.claim("eruiz", 4).answer("eruiz", 5).close("abandoned", "eruiz", 60),
            "attended",
            id="a person answered, the citizen left",
        ),
        pytest.param(
            lambda chat: chat.close("attended", "clock", 90),
            "bot_alone",
            id="the bot alone",
        ),
        pytest.param(
            lambda chat: chat.ask(1).leave_queue(3).close("attended", "clock", 90),
            "bot_alone",
            id="the bot, after the citizen no longer wanted a person",
        ),
        pytest.param(
            lambda chat: chat.claim("eruiz", 4).give_back("eruiz", 5).close("attended", "clock", 9),
            "bot_alone",
            id="the bot, after a person gave it back without a word",
        ),
        pytest.param(
            lambda chat: chat.close("abandoned", "clock", 90),
            "abandoned",
            id="left in the middle of the form",
        ),
        pytest.param(
            lambda chat: chat.ask(1).claim("eruiz", 4).close("cancelled", "eruiz", 9),
            "abandoned",
            id="cancelled before anybody answered",
        ),
        pytest.param(
            lambda chat: chat.ask(1).claim("eruiz", 4).close("attended", "eruiz", 9),
            "unanswered",
            id="closed by a person without a word",
        ),
        pytest.param(lambda chat: chat, "open", id="with the bot"),
        pytest.param(lambda chat: chat.ask(1), "open", id="in the queue"),
        pytest.param(lambda chat: chat.ask(1).claim("eruiz", 4), "open", id="taken, no word yet"),
    ],
)
def test_each_chat_is_counted_under_what_became_of_it(
    store: Store, story: Story, outcome: str
) -> None:
    row = one(store, story)
    assert row["received"] == 1
    assert {name: row[name] for name in OUTCOMES} == {
        name: int(name == outcome) for name in OUTCOMES
    }


MONTH: tuple[tuple[str, str, str | None, Story], ...] = (
    (
        "2026-11-03 09:00",
        "webchat",
        "alumbrado",
        lambda chat: chat.ask(1).claim("eruiz", 3).answer("eruiz", 4).close("attended", "eruiz", 9),
    ),
    (
        "2026-11-03 10:00",
        "webchat",
        "alumbrado",
        lambda chat: chat.ask(1).claim("eruiz", 7).answer("eruiz", 9),
    ),
    (
        "2026-11-03 11:00",
        "telegram",
        "alumbrado",
        lambda chat: chat.ask(0).claim("mlopez", 10).answer("mlopez", 20),
    ),
    ("2026-11-03 12:00", "webchat", None, lambda chat: chat.close("abandoned", "clock", 60)),
    ("2026-11-04 09:00", "webchat", "bacheo", lambda chat: chat.close("attended", "clock", 60)),
)


def test_a_row_for_each_day_channel_category_and_analyst(store: Store) -> None:
    tell(store, *MONTH)
    rows = [
        (
            row["day"],
            row["channel"]["name"],
            row["category"]["key"],
            row["analyst"]["name"],
            *(row[name] for name in ("received", *OUTCOMES)),
        )
        for row in document(store)["rows"]
    ]
    assert rows == [
        ("2026-11-03", "Chat web", "alumbrado", "Elena Ruiz", 2, 2, 0, 0, 0, 0),
        ("2026-11-03", "Chat web", None, "Sin analista", 1, 0, 0, 1, 0, 0),
        ("2026-11-03", "Telegram", "alumbrado", "Mario López", 1, 1, 0, 0, 0, 0),
        ("2026-11-04", "Chat web", "bacheo", "Sin analista", 1, 0, 1, 0, 0, 0),
    ]


def test_totals_take_medians_over_all_chats(store: Store) -> None:
    tell(store, *MONTH)
    assert document(store)["totals"] == {
        "received": 5,
        "attended": 3,
        "bot_alone": 1,
        "abandoned": 1,
        "unanswered": 0,
        "open": 0,
        "taken": 3,
        "wait_median": 6 * 60,  # of 2, 6 and 10 minutes
        "wait_p90": 10 * 60,
        "answer_median": 8 * 60,  # of 3, 8 and 20 minutes
    }


def test_a_summary_by_each_dimension_alone(store: Store) -> None:
    tell(store, *MONTH)
    summaries = {
        each["by"]: [(row[each["by"]], row["received"]) for row in each["rows"]]
        for each in document(store)["summaries"]
    }
    assert summaries["day"] == [("2026-11-03", 4), ("2026-11-04", 1)]
    assert [(name["key"], count) for name, count in summaries["analyst"]] == [
        ("eruiz", 2),
        ("mlopez", 1),
        (None, 2),
    ]


@pytest.mark.parametrize(
    ("began", "day"),
    [
        ("2026-11-03 00:00", "2026-11-03"),
        ("2026-11-03 23:30", "2026-11-03"),  # the 4th in UTC
        ("2026-11-30 23:59:59", "2026-11-30"),  # December in UTC
        ("2026-11-01 00:00", "2026-11-01"),
        ("2026-10-31 23:59:59", None),
        ("2026-12-01 00:00", None),
    ],
)
def test_days_are_those_of_the_desk(store: Store, began: str, day: str | None) -> None:
    tell(store, (began, "webchat", "alumbrado", lambda chat: chat))
    assert [row["day"] for row in document(store)["rows"]] == ([day] if day else [])


def test_a_chat_without_a_word_of_the_citizen_does_not_count(store: Store) -> None:
    at = reported.local("2026-11-03 09:00")
    with store.transaction() as session:
        exchanges.open_conversation(session, "webchat", "only looked", at)
    assert document(store)["totals"]["received"] == 0


@pytest.mark.parametrize(("category", "count"), [(None, 0), ("alumbrado", 1)])
def test_who_only_answers_the_survey_begins_no_chat(
    store: Store, category: str | None, count: int
) -> None:
    at = reported.local("2026-11-03 09:00")
    pressed = {"payload": "califica:2:5"}
    rating = exchanges.Inbound("webchat", "rates", "webchat:rate", "5", at, content=pressed)
    with store.transaction() as session:
        exchanges.record(session, [rating], at)
        session.scalars(select(Conversation)).one().category = category
    assert document(store)["totals"]["received"] == count


def test_a_chat_counts_on_the_day_of_its_first_message(store: Store) -> None:
    opened = reported.local("2026-10-31 23:58")
    with store.transaction() as session:
        exchanges.open_conversation(session, "webchat", "hesitates", opened)
        written = opened + timedelta(minutes=4)
        hello = exchanges.Inbound("webchat", "hesitates", "webchat:late", "Hola", written)
        exchanges.record(session, [hello], written)
    assert [row["day"] for row in document(store)["rows"]] == ["2026-11-01"]


def test_nobody_waits_for_who_takes_a_chat_unasked(store: Store) -> None:
    row = one(store, lambda chat: chat.claim("eruiz", 5).answer("eruiz", 7))
    assert (row["taken"], row["wait_median"], row["answer_median"]) == (0, None, 120)


def test_a_chat_belongs_to_who_had_it_last_when_it_was_answered(store: Store) -> None:
    row = one(
        store,
        lambda chat: (
            chat.ask(1).claim("eruiz", 2).answer("eruiz", 3).give_back("eruiz", 4)
            .ask(20).claim("mlopez", 30)
        ),
    )  # fmt: skip
    assert (row["analyst"]["key"], row["taken"], row["wait_p90"]) == ("eruiz", 1, 60)


def test_the_same_period_gives_the_same_numbers_later(store: Store) -> None:
    tell(store, *MONTH)
    before = drawn_up(store)
    tell(store, ("2026-12-01 08:00", "webchat", "alumbrado", lambda chat: chat))
    later = drawn_up(store)
    assert (later.detail, later.summaries) == (before.detail, before.summaries)


def test_a_period_must_not_end_before_it_begins() -> None:
    with pytest.raises(reports.PeriodEndsBeforeItBegins, match="termina"):
        Period(date(2026, 11, 30), date(2026, 11, 1))
