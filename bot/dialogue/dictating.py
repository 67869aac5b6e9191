"""A phone that comes in pieces: «662 188», and in the next message «7766»."""

from dataclasses import replace

from bot.dialogue import pending, request
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, labels, phones
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State

FIRST = (3, 6)  # digits: more but seven are mistyped
MISTYPED = (8, 9, 11)  # digits: one too many, or too few
AREA = 3  # digits
FEW = 4  # digits of a house as well as of the end of a phone
HELD = "digits:"  # the aside, and the digits so far
LOCAL = "local:"  # the aside, and all but the area


def decide(state: State, heard: Heard) -> Decision | None:
    """The rest is asked for, until it is a phone; what is mistyped, once more. None if it cannot be
    one."""
    told = phones.piece(heard.text) if _is_open(state, heard) else ""
    kind, digits = _held(state)
    if kind == LOCAL and len(told) == AREA:
        return _told(state, told + digits)
    if len(told) == phones.LOCAL and kind != HELD:
        return _asking_area(state, told)
    if kind != HELD and state.stage is Stage.collecting and len(told) in MISTYPED:
        return request.missed(state, pending.ask(state, again=True))
    before = digits if kind == HELD else ""
    so_far = before + told
    if not told or len(so_far) > phones.LENGTH or not (before or FIRST[0] <= len(told) <= FIRST[1]):
        return None
    if len(so_far) == phones.LENGTH:
        return _told(state, so_far)
    return Decision(replace(state, aside=f"{HELD}{so_far}", asides=1), (Say("more_digits"),))


def with_area(heard: Heard, decision: Decision) -> Decision:
    """«Soy Consuelo y mi teléfono es 2 14 56 78», told with what was asked: what is missing of the
    phone is asked for, not all of it."""
    state, told = decision.state, phones.local(heard.text)
    is_asked = state.stage is Stage.collecting and state.asking == facts.CONTACT
    is_account = phones.local(state.facts.get("descripcion", "")) == told  # of the bill
    is_account = is_account and not labels.of_contact(heard.text)
    if not told or not is_asked or is_account or _held(state)[0]:
        return decision
    asked = _asking_area(state, told)
    return replace(asked, acts=(*decision.acts[:-1], *asked.acts))


def _asking_area(state: State, told: str) -> Decision:
    return Decision(replace(state, aside=f"{LOCAL}{told}", asides=1), (Say("area_code"),))


def _told(state: State, phone: str) -> Decision:
    return request.go_on(replace(state, facts={**state.facts, facts.CONTACT: phone}, misses=0))


def _is_open(state: State, heard: Heard) -> bool:
    """It is asked, or may still be told of who reads the summary."""
    if state.stage is not Stage.confirming:
        return state.asking == facts.CONTACT
    is_told = heard.move == "contact" and len(phones.piece(heard.text)) != FEW
    return facts.CONTACT not in state.facts and (bool(_held(state)[0]) or is_told)


def _held(state: State) -> tuple[str | None, str]:
    """How the digits of the last message are to go on, and these."""
    kind, _, digits = (state.aside or "").rpartition(":")
    return (f"{kind}:", digits) if f"{kind}:" in (HELD, LOCAL) else (None, "")
