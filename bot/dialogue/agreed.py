"""A yes to the summary with something beside it: registered, and answered in the same turn."""

import re
from dataclasses import replace

from bot.dialogue import additions, asides, changing, missing, pending, request
from bot.dialogue.acts import Say
from bot.dialogue.after import ExplainCase
from bot.dialogue.decision import Decision
from bot.dialogue.reading import (
    asked,
    labels,
    learnt,
    questions,
    saying,
    trailing,
    typed,
    wishes,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State

# The yes may depend on the answer to these.
BEFORE_A_YES = (*questions.OF_DISCRETION, "later", "obliged", "others", "use")
MOST_BESIDE = 20  # words of a remark; of more the summary is shown again
_REST = re.compile(
    r"^\W*(.+?)(?:[.,;:!?¿\n]+\s*|\s+(?=(?:y|pero|and|but|oigan?)\s))(.+)$", re.DOTALL
)
_CALL = re.compile(r"^\W*(?:(?:ok|okey|bueno|pues|ah|ay|oiga|gracias)\W+)+(?=\w)", re.IGNORECASE)
# «Quiero que le llamen la atención, sí regístrelo»
_ORDER = re.compile(
    r"(?<!no )(?<!no lo )(?<!no la )(?<!no me )(?<!antes de )\b"
    r"(?:(?:si|ya|pues|bueno|asi|ok|que|yes|please)\W+)*"
    r"(?:reg[ií]str(?:[ea]n?l[oa]s?|[ea]n?\b)|register it)",
    re.IGNORECASE,
)
# Something of the summary is to be otherwise, or is asked about.
_CHANGES = re.compile(
    r"\b(?:quit|borr|cambi|falt|corri[gj]|correg|elimin|remove|change)\w*|\bsin (?:mi|el|la|lo)\b"
    r"|\b(?:resumen|ahi dice|dice que|porque dice|por que dice|summary|todavia|mejor|wait)\b"
    r"|(?<!\bo )\bno (?:del?\b|es\b|era\b|(?:l[oa]s? )?(?:quier|registr|mand|envi))"
    r"|\b(?:cancel|esper[ae])|\b(?:don t|do not)\b"
)
NO_YES = ("correction", "decline", "leave", "wait", "withhold")  # moves


def decide(state: State, heard: Heard) -> Decision | None:
    """None if no yes is said, or not without the answer, or if something is to change."""
    beside, is_order = beside_yes(heard.text)
    if state.stage is not Stage.confirming or heard.command or beside is None:
        return None
    if _is_told(state, heard, is_order=is_order):
        return None
    rest = replace(heard, text=beside)
    topic = learnt.alone(rest)
    is_wish = "?" not in beside and wishes.is_one(beside)
    is_asked = topic is not None or (wording.is_question(rest) and not is_wish)
    is_asked = is_asked or additions.asks_something(beside) or trailing.is_asked(beside)
    is_if_free = topic == "free" and saying.bare(beside).startswith(("pero ", "but "))
    if is_if_free or topic in BEFORE_A_YES:
        return None
    if is_asked:
        return _answered(state, rest, topic)
    is_remark = is_order or is_wish or additions.goes_on(heard.text)
    if not is_remark or len(beside.split()) > MOST_BESIDE:
        return None
    return additions.registered(state, heard)


def beside_yes(text: str) -> tuple[str | None, bool]:
    """What is said beside the yes, or None without one; and whether it orders to register."""
    found = _REST.match(text)
    said = _CALL.sub("", found[1]) if found else ""
    is_yes = typed.command_in(said) in (typed.YES, typed.AS_IT_IS) or additions.is_mere(said)
    order = _ORDER.search(text)
    if found and is_yes:
        return _ORDER.sub("", found[2]), order is not None
    return (_ORDER.sub("", text), True) if order else (None, False)


def _is_told(state: State, heard: Heard, *, is_order: bool) -> bool:
    """A fact that changes, or is left out, more to be written, or another matter. «Regístrelo, ¿y
    mientras la mando a la escuela?» changes no school."""
    is_named = not is_order and bool(labels.all_mentioned(heard.text))
    is_fact = is_named or bool(changing.told(state, heard))
    is_no = heard.skips or heard.withholds or heard.means("cancelar") or heard.move in NO_YES
    is_less = is_no or _CHANGES.search(saying.bare(heard.text)) or missing.is_death(heard.text)
    is_more = additions.asks(heard.text) or additions.is_wrong(heard.text)
    return is_fact or bool(is_less) or is_more or bool(request.other_matter(state, heard))


def _answered(state: State, rest: Heard, topic: str | None) -> Decision:
    """What is asked beside the yes."""
    if topic is None:
        theirs = asides.theirs(state) if asked.is_at_an_office(rest.text) else None
        return request.open_case(request.noting(state, rest), theirs or Say("noted_question"))
    is_more = len(saying.bare(rest.text).split()) > questions.USUAL
    known = request.noting(state, rest) if is_more else state
    if request.category_of(state).is_confidential:  # of the case nothing is told without its key
        return request.open_case(known, asides.explained(state, rest, topic))
    opened = request.open_case(known)
    at = len(opened.acts) - len(pending.question(opened.state))
    told = (*opened.acts[:at], ExplainCase(topic), *opened.acts[at:])
    return replace(opened, acts=told)
