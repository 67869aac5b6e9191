"""Who waits for a person about violence, or somebody missing, where nothing is happening now."""

from dataclasses import replace

from bot.dialogue import company, harm, meantime, missing, perils, pleas, request
from bot.dialogue.acts import Accompany, Guide, StillWaiting
from bot.dialogue.decision import Decision
from bot.dialogue.reading import questions, ways
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State

# What is answered to who waits for a person about one of these, though nothing is happening now.
_AFTER = {
    **dict.fromkeys(harm.AT_HOME, perils.VIOLENCE),
    harm.THREATENED: perils.ANY,
    missing.KEY: perils.MISSING,
}
# Who told of these is not dropped from the line for «mejor olvídelo»: fear may have written it.
_KEPT = {**dict.fromkeys(harm.AT_HOME, perils.VIOLENCE), "salud_mental": perils.SELF_HARM}
_LATER = ("afraid", "coming", "send", "where", "next", "at_a_loss", pleas.UNNAMED)
_AT_HOME = (pleas.UNTOLD, pleas.WATCHED, meantime.WARNED)
HARMED = "harmed"  # the aside to a blow told in the line


def beside(state: State, heard: Heard) -> Decision | None:
    """Who waits for a person about violence, or somebody missing, and says what cannot wait: a
    blow, though they are guided already; not one of a year ago."""
    if state.lately_about == missing.KEY and missing.is_found(heard.text):
        return Decision(state, (Accompany(perils.MISSING, denied=True),))
    if state.lately_about == missing.KEY and company.tells_who(heard):
        is_told = state.aside == company.DETAIL
        noted = replace(state, aside=company.DETAIL, asides=state.asides + 1 if is_told else 1)
        more = (
            StillWaiting(again=True) if is_told else Accompany(perils.MISSING, about=company.DETAIL)
        )
        return Decision(noted, (more,))
    kind, topic = _AFTER.get(state.lately_about or ""), company.about(heard)
    is_harmed = harm.is_done(heard.text) and not harm.is_long_ago(heard.text)
    if is_harmed and kind == perils.VIOLENCE and state.aside != HARMED:
        guided = Guide(state.lately_about or "", "call"), StillWaiting(again=True)
        return Decision(replace(state, aside=HARMED, asides=1), guided)
    if topic == "where" and state.lately_about == "ninez":  # by a teacher, too
        kind = perils.ANY
    told = (*_LATER, *_AT_HOME) if kind == perils.VIOLENCE else _LATER
    return Decision(state, (Accompany(kind, about=topic),)) if kind and topic in told else None


def helped(state: State, heard: Heard) -> Decision | None:
    """Whom to call, or what it costs."""
    is_asked = ways.asks_theirs(heard.text) or questions.whole(heard.text) in ("cost", "free")
    if not is_asked or state.lately_about not in request.DELICATE:
        return None
    told = Guide(state.lately_about or "", "call")
    return Decision(replace(state, asides=state.asides + 1), (told,))


def kept(state: State) -> Decision | None:
    """What was told of violence, or of one's own life, stays with a person."""
    kind = _KEPT.get(state.lately_about or "")
    if kind is None or state.is_at_work:
        return None
    return Decision(replace(state, asides=state.asides + 1), (Accompany(kind, about="taken_back"),))
