"""Words that tell: safety, folios, the queue, the state of a case."""

from bot.dialogue import acts
from bot.outcomes import Line, Opened, Queued, StatusFound, Waiting
from bot.replies import phrases
from bot.replies.phrases import WORDS, Buttons, Context


def safety(said: acts.Safety, context: Context) -> tuple[str, Buttons]:
    lines = {"emergency": context.desk.emergency.shown, "life": context.desk.life.shown}
    call = (f"Llamar al {context.desk.emergency.shown}", f"tel:{context.desk.emergency.number}")
    if said.again:
        return WORDS["safety_again"].format(**lines), (call,)
    first = WORDS["safety"].format(**lines)
    return f"{first}\n\n{WORDS['safety_next'][said.kind].format(**lines)}", (call,)


def guide(said: acts.Guide, context: Context) -> str:
    desk = context.desk
    lines = {"emergency": desk.emergency.shown, "life": desk.life.shown}
    return str(WORDS["guide"][said.category].format(anonymous=desk.anonymous.shown, **lines))


def opened(said: Opened, context: Context) -> str:
    keep = "opened_keep" if said.can_be_reached else "opened_keep_anonymous"
    if said.kind in ("felicitacion", "sugerencia"):
        then = WORDS["opened_thanks"]
    elif said.level in ("municipal", "federal"):
        then = WORDS["opened_others"].format(agency=said.agency)
    else:
        then = WORDS["opened_state"].format(
            agency=phrases.capital(said.agency), due=phrases.day(said.due, context)
        )
    opened = WORDS["opened"].format(folio=said.folio, key=said.key)
    return f"{opened}\n{WORDS[keep]}\n\n{then}"


def queued(said: Queued, context: Context) -> str:
    if said.reason == "danger":
        return ""  # the safety line has said it
    return f"{WORDS['queued'][said.reason]} {_line(said.line, context)}"


def waiting(said: Waiting, context: Context) -> str:
    return f"{WORDS['still_waiting']} {_line(said.line, context)} {WORDS['leave_hint']}"


def _line(line: Line, context: Context) -> str:
    if line.opens_at is not None:
        return str(
            WORDS["closed_office"].format(
                opens=phrases.hour(context.desk.opens),
                closes=phrases.hour(context.desk.closes),
                date=phrases.day(line.opens_at, context),
            )
        )
    parts = []
    if line.ahead:
        name = "waiting_one" if line.ahead == 1 else "waiting_many"
        parts.append(WORDS[name].format(ahead=line.ahead))
    if line.wait is not None:
        minutes = max(1, round(line.wait.total_seconds() / 60))
        parts.append(WORDS["waiting_time"].format(minutes=minutes))
    return " ".join(parts)


def status(said: StatusFound, context: Context) -> str:
    words = WORDS["status_closed" if said.is_closed else "status"]
    return str(
        words.format(
            folio=said.folio,
            state=WORDS["case_states"][said.state],
            category=phrases.category(said.category),
            agency=said.agency,
            opened=phrases.day(said.opened, context),
            due=phrases.day(said.due, context),
        )
    )
