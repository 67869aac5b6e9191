"""A yes to the summary with a question beside it: registered, and answered in the same turn."""

import re
from dataclasses import replace

from bot.dialogue import additions, asides, changing, pending, request
from bot.dialogue.acts import Say
from bot.dialogue.after import ExplainCase
from bot.dialogue.decision import Decision
from bot.dialogue.reading import asked, learnt, questions, saying, typed, wishes, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State

# The yes may depend on the answer to these.
BEFORE_A_YES = (*questions.OF_DISCRETION, "free", "later", "obliged", "others", "use")
_REST = re.compile(r"^\W*(.+?)(?:[.,;:!?¿\n]+\s*|\s+(?=(?:y|pero|and|but)\s))(.+)$", re.DOTALL)
_CALL = re.compile(r"^\W*(?:(?:ok|okey|bueno|pues|ah|ay|oiga|gracias)\W+)+(?=\w)", re.IGNORECASE)
_BUT = re.compile(r"\W*(?:pero|but)\b", re.IGNORECASE)


def decide(state: State, heard: Heard) -> Decision | None:
    """None if no yes is said, or not without the answer, or if something is told besides."""
    found = _REST.match(heard.text)
    said = _CALL.sub("", found[1]) if found else ""
    is_yes = typed.command_in(said) in (typed.YES, typed.AS_IT_IS)
    if state.stage is not Stage.confirming or heard.command or not (found and is_yes):
        return None
    rest = replace(heard, text=found[2])
    topic = learnt.alone(rest)
    is_wish = "?" not in rest.text and wishes.is_one(rest.text)
    is_asked = topic is not None or wording.is_question(rest)
    if not is_asked or topic in BEFORE_A_YES or (topic is None and _BUT.match(found[2])):
        return None
    is_told = changing.told(state, heard) or additions.asks(heard.text)
    if is_told or request.other_matter(state, heard):
        return None
    if topic is None:
        if is_wish:
            return request.open_case(request.noting(state, rest), Say("noted"))
        theirs = asides.theirs(state) if asked.is_at_an_office(found[2]) else None
        return request.open_case(request.noting(state, rest), theirs or Say("noted_question"))
    is_more = len(saying.bare(found[2]).split()) > questions.USUAL
    known = request.noting(state, rest) if is_more else state
    if request.category_of(state).is_confidential:  # of the case nothing is told without its key
        return request.open_case(known, asides.explained(state, rest, topic))
    opened = request.open_case(known)
    at = len(opened.acts) - len(pending.question(opened.state))
    told = (*opened.acts[:at], ExplainCase(topic), *opened.acts[at:])
    return replace(opened, acts=told)
