"""What an edit changes of a message that is not the last one: the facts that were told by it, its
words in the request, its matter. What changes in spelling alone needs no answer."""

from dataclasses import replace

from bot.dialogue import pending, request, turn
from bot.dialogue.acts import Act, Say, StillWaiting
from bot.dialogue.after import Add
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.reading import alignment, anew, facts, saying
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, Stage, State
from bot.dialogue.within import Corrected

EDITED = Say("edited")


def decide(state: State, heard: Heard, situation: Situation) -> Decision:
    """In the form it corrects it; what is registered has a note for who reads it."""
    former = heard.former
    if former is None or heard.has_file:
        return Decision(state)
    if _is_of_form(state, former):
        return _in_form(_with_words(state, former, heard), former, heard)
    if not _says_otherwise(former.text, heard.text) or state.danger:
        return Decision(state)
    if state.lately:
        return Decision(state, (Say("edited_late"), Add(state.lately, heard.text, is_met=True)))
    if state.waits_for_person:
        return Decision(state, (StillWaiting(again=True),))
    is_new = heard.is_clear and heard.is_matter and not former.is_matter
    is_open = state.stage is Stage.idle and not state.refused_notice
    if not (is_new and is_open):
        return Decision(state)
    begun = turn.decide(state, heard, situation)
    return replace(begun, acts=(EDITED, *begun.acts))


def _is_of_form(state: State, former: Heard) -> bool:
    """The matter, or a fact, is known from it; to who waits in the line nothing is asked."""
    is_open = state.stage in (*request.FORM, Stage.way) and not state.waits_for_person
    return is_open and (former.text in state.request or bool(_told_by(state, former)))


def _with_words(state: State, former: Heard, heard: Heard) -> State:
    return replace(state, request=state.request.replace(former.text, heard.text))


def _in_form(state: State, former: Heard, heard: Heard) -> Decision:
    key = state.category
    if heard.is_clear and heard.is_matter and heard.intent != key and former.intent == key:
        fresh = replace(state, request="", also=None, apart=(), told_in=0, rather=())
        begun = request.begin(fresh, heard, heard.intent)
        return replace(begun, acts=(EDITED, *begun.acts))
    changed, gone = _changed(state, former, heard)
    kept = {name: told for name, told in state.facts.items() if name not in gone}
    known = replace(state, facts={**kept, **changed})
    if not (changed or gone or _says_otherwise(former.text, heard.text)):
        return Decision(known)
    if state.stage is Stage.way:
        return Decision(known, (EDITED,))
    after = request.go_on(known)
    ack: Act = Corrected(changed) if changed and not gone else EDITED
    is_other = pending.question(after.state) != pending.question(state)
    return replace(after, acts=(ack, *after.acts)) if is_other else Decision(after.state, (ack,))


def _changed(state: State, former: Heard, heard: Heard) -> tuple[dict[str, str], set[str]]:
    """What holds otherwise, or is told only now; what is told no more."""
    before, now = _told_by(state, former), _told(state, heard)
    asks = {*request.category_of(state).asks, *PERSONAL, facts.POINT}
    stays = {name for name, told in before.items() if _is_said(told, heard.text)}
    new = {name: now[name] for name in now.keys() & asks if name not in state.facts}
    changed = {name: now[name] for name in before.keys() & now.keys() - stays}
    changed = {name: told for name, told in changed.items() if told != state.facts[name]}
    return new | changed, before.keys() - now.keys() - stays


def _told_by(state: State, former: Heard) -> dict[str, str]:
    """The facts that are known from it."""
    told = _told(state, former)
    known = state.facts.items()
    return {each: v for each, v in known if told.get(each) == v or _is_said(v, former.text)}


def _told(state: State, heard: Heard) -> dict[str, str]:
    """All that it tells, and what it answers if there is hardly more in it."""
    told = facts.told_by(heard, request.category_of(state)) | anew.holding(heard)
    if heard.is_matter and heard.is_clear:
        return told
    answers = {name: facts.answer_to(name, heard, {}) for name in state.facts if name not in told}
    return told | {name: found for name, found in answers.items() if found}


def _is_said(value: str, text: str) -> bool:
    return f" {saying.bare(value)} " in f" {saying.bare(text)} "


def _says_otherwise(before: str, now: str) -> bool:
    """More than the spelling of it."""
    was, said = saying.bare(before).split(), saying.bare(now).split()
    alike = alignment.alike(was, said)
    new = [each for n, each in enumerate(said) if n not in alike and each not in was]
    return any(each.isdigit() or len(each) >= alignment.TELLING for each in new)
