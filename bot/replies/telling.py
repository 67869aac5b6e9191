"""Words that tell: safety, folios, the queue, the state of a case."""

from bot.dialogue import acts, perils, request
from bot.dialogue.after import NeededBy
from bot.dialogue.reading import typed
from bot.outcomes import Line, Opened, Queued, StatusFound, Waiting
from bot.replies import days, phrases
from bot.replies.phrases import WORDS, Buttons, Context
from handoff.rules import calendar, catalogue
from handoff.rules.case_states import CaseState
from handoff.rules.reasons import REVIEWS, Reason

_GUIDES = {
    "": "guide",
    "past": "guide_past",
    "sexual": "guide_sexual",
    "threatened": "guide_threatened",
    "call": "guide_call",
    "harassed": "guide_harassed",
    "own": "guide_own",
    "oriented": "guide_oriented",
    "lured": "guide_lured",
    "mourning": "guide_mourning",
}


_DENIABLE = (perils.ANY, perils.BODY, perils.THREAT)


def safety(said: acts.Safety, context: Context) -> tuple[str, Buttons]:
    emergency = context.desk.emergency
    call = (WORDS["call"].format(number=emergency.shown), f"tel:{emergency.number}")
    again = "safety_again_too" if said.in_other_words else "safety_again"
    return _with_lines(WORDS[again if said.again else "safety"], context), (call,)


def ask_if_safe(said: acts.AskIfSafe, context: Context) -> tuple[str, Buttons]:
    """The truth may save a life: nobody may be there to answer, after hours above all. What was no
    danger can be said at once; not of who may hurt themselves, or be hurt at home."""
    is_heard = calendar.is_open(context.now, context.desk) and not said.nobody_here
    moment = "open" if is_heard else "closed"
    none = _no_danger() if said.kind in _DENIABLE else ()
    return _with_lines(WORDS["safety_next"][said.kind][moment], context), none


def _no_danger() -> Buttons:
    return ((WORDS["if_danger"]["calm"], typed.NO_DANGER),)


def ask_if_danger(_said: acts.AskIfDanger, context: Context) -> tuple[str, Buttons]:
    words = WORDS["if_danger"]
    answers = ((words["danger"], typed.IN_DANGER), (words["calm"], typed.NO_DANGER))
    return _with_lines(words["ask"], context), answers


def accompany(said: acts.Accompany, context: Context) -> str | tuple[str, Buttons]:
    """Who was misunderstood finds the way out wherever they read."""
    if said.denied:
        return _with_lines(WORDS["denied"][said.kind], context)
    words = _about(said, said.about) if said.about else _in_turn(said)
    return _with_lines(words, context), _no_danger() if said.kind == perils.ANY else ()


def _in_turn(said: acts.Accompany) -> str:
    in_turn = WORDS["accompany"][said.kind]
    if said.placed:
        in_turn = WORDS["accompany_placed"].get(said.kind, in_turn)
    if said.no_call:
        in_turn = WORDS["accompany_no_call"].get(said.kind, in_turn)
    if said.called:
        in_turn = WORDS["accompany_called"].get(said.kind, in_turn)
    return str(in_turn[said.times % len(in_turn)])


def _about(said: acts.Accompany, topic: str) -> str:
    """A kind of danger without words of its own has those of any."""
    placed = WORDS["accompany_about_placed"].get(topic, {}) if said.placed else {}
    words = WORDS["accompany_about"][topic]
    return str(placed.get(said.kind) or words.get(said.kind) or words["danger"])


def guide(said: acts.Guide, context: Context) -> str:
    days = context.desk.working_days_to_answer(said.category)
    words = WORDS[_GUIDES[said.of]][said.category]
    return _with_lines(words.replace("{days}", str(days)), context)


def opened(said: Opened, context: Context) -> str:
    kind = catalogue.load().categories[said.category].kind
    if said.category in request.DELICATE:
        kind = "delicate"
    registered = WORDS["opened"].format(
        registered=WORDS["registered"][kind], folio=said.folio, key=said.key
    )
    keep = WORDS["opened_keep_here" if said.left_none else "opened_keep"]
    if not said.can_be_reached:
        keep = WORDS["opened_keep_anonymous"]
    then = "\n".join(filter(None, (_what_comes(said, context), _if_too_late(said, context))))
    return f"{registered}\n{keep}\n\n{then}" if then else f"{registered}\n{keep}"


def _if_too_late(said: Opened, context: Context) -> str:
    """A person, for who has not as much time as that; where none comes anyway."""
    is_waited_for = said.category not in (*request.AT_ONCE, *request.NO_PERSON)
    is_before = said.needed_by is not None and said.needed_by <= said.due.date()
    if said.needed_by is None or not (is_waited_for and is_before):
        return ""
    return needed_by(NeededBy(said.needed_by), context)


def needed_by(said: NeededBy, context: Context) -> str:
    return str(WORDS["needed_by"].format(day=phrases.on(said.day, context)))


def queued(said: Queued, context: Context) -> str:
    if said.reason is Reason.danger:
        return ""  # the safety line has said it
    words = WORDS["queued"][said.reason]
    if said.line.opens_at is not None:
        when = phrases.when(said.line.opens_at, context)
        told = {"hours": days.always(context), "when": when, "case": _case(said)}
        return str(words["closed"].format(**told))
    if said.reason in (*REVIEWS, Reason.threat):  # nobody needs to stay for it: no line
        return str(words["open"].format(case=_case(said)))
    if said.line.nobody_here:
        return _sentences(words["nobody"], WORDS["nobody_here"], WORDS["nobody_yet"])
    return _sentences(words["open"], *_place_in_line(said.line))


def _case(said: Queued) -> str:
    return f"{said.folio} ({phrases.category(said.matter)})" if said.matter else said.folio


def waiting(said: Waiting, context: Context) -> str:
    if said.again:
        return str(WORDS["waiting_again"])
    place, hindrance = _place_in_line(said.line), _hindrance(said.line, context)
    if said.asked:
        return _sentences(*(place or [WORDS["say"]["in_line"]]), *hindrance, WORDS["leave_hint"])
    return _sentences(WORDS["still_waiting"], *(hindrance or place), WORDS["leave_hint"])


def status(said: StatusFound, context: Context) -> str:
    lines = [
        WORDS["status"].format(
            folio=said.folio,
            state=WORDS["case_states"][said.state],
            category=phrases.category(said.category),
            opened=phrases.day(said.opened, context),
        )
    ]
    if not said.is_closed:
        has_it = phrases.named(phrases.agency(said.agency, context), said.municipality)
        lines.append(WORDS["status_agency"].format(agency=has_it))
    if said.due and not said.is_closed:
        kind = phrases.of_date("status_due", "status_past", said.due, context)
        lines.append(WORDS[kind].format(due=phrases.day(said.due, context)))
    if said.answer:
        is_reason = said.state == CaseState.improcedente
        lines.append(
            WORDS["status_reason" if is_reason else "status_answer"].format(answer=said.answer)
        )
    if said.missing:
        lines.append(WORDS["status_missing"].format(missing=said.missing))
    return "\n".join(lines)


def _what_comes(said: Opened, context: Context) -> str:
    """Who has to answer, and when a term of this State says so. A person tells the rest."""
    category = catalogue.load().categories[said.category]
    names = phrases.responsible(said.category, said.municipality, context, said.agency)
    level = phrases.agency(said.agency, context).level if said.agency else category.level
    if category.key in request.NO_PERSON:
        return str(WORDS["opened_thanks"])
    if category.key in (*request.DELICATE, *request.QUESTIONS):
        return ""
    if level == "mixto":
        return str(WORDS["opened_mixed"].format(to=phrases.to(names)))
    if level == "municipal" and not (said.municipality or said.has_point):
        return str(WORDS["opened_nowhere"])
    if level in ("municipal", "federal"):
        return str(WORDS["opened_others"].format(to=phrases.to(names)))
    agency, due = phrases.capital(names[0]), phrases.day(said.due, context)
    return str(WORDS["opened_state"].format(agency=agency, due=due))


def _place_in_line(line: Line) -> list[str]:
    if line.ahead is None:
        return []
    name = ("waiting_first", "waiting_one")[line.ahead] if line.ahead < 2 else "waiting_many"
    said = [WORDS[name].format(ahead=line.ahead)]
    if line.wait is not None:
        minutes = max(1, round(line.wait.total_seconds() / 60))
        name = "waiting_minute" if minutes == 1 else "waiting_time"
        said.append(WORDS[name].format(minutes=minutes))
    return said


def _hindrance(line: Line, context: Context) -> list[str]:
    """Why nobody reads it now."""
    if line.nobody_here:
        return [WORDS["nobody_here"]]
    if line.opens_at is None:
        return []
    return [WORDS["still_closed"].format(when=phrases.when(line.opens_at, context))]


def _with_lines(text: str, context: Context) -> str:
    desk = context.desk
    return text.format(
        emergency=desk.emergency.shown,
        life=desk.life.shown,
        anonymous=desk.anonymous.shown,
        women=desk.women.shown,
        hide=phrases.on_channel(WORDS["hide"], context),
        leave=phrases.on_channel(WORDS["leave"], context),
        erase=phrases.on_channel(WORDS["erase"], context),
    )


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)
