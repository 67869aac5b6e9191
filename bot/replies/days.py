"""Words that tell when a person attends here: every week, or on the day that is asked for."""

from datetime import date, datetime

from bot.dialogue import acts
from bot.dialogue.reading import soon
from bot.replies import phrases
from bot.replies.phrases import LANGUAGES, WORDS, Context
from handoff.rules import calendar


def hours(said: acts.TellHours, context: Context) -> str:
    today = context.now.astimezone(context.desk.zone).date()
    day = soon.coming(said.day, today) if said.day else None
    if day is None:
        return always(context)
    if calendar.is_working_day(day):
        return _hours("open_on", context, when=phrases.capital(_shown(day, context)))
    off = next((each.name for each in calendar.listed() if each.day == day), "")
    is_known = off and context.language == LANGUAGES[0]  # the names are in Spanish
    name = f" ({off})" if is_known else ""
    opens = _shown(next(calendar.working_days_after(day)), context)
    when = phrases.capital(_shown(day, context))
    closed = WORDS["closed_on"].format(when=when, name=name, next=opens)
    return f"{closed} {always(context)}"


def always(context: Context) -> str:
    return _hours("hours", context)


def _hours(words: str, context: Context, when: str = "") -> str:
    opens, closes = phrases.hour(context.desk.opens), phrases.hour(context.desk.closes)
    return str(WORDS[words].format(when=when, opens=opens, closes=closes))


def _shown(day: date, context: Context) -> str:
    return phrases.when(datetime.combine(day, context.desk.opens, context.desk.zone), context)
