"""Whether the matter at hand is of this State or of others, and who of them can be called."""

from bot.dialogue import pending
from bot.dialogue.state import State
from handoff.rules import catalogue, directory, jurisdiction
from handoff.rules.catalogue import Category


def has_contact(state: State) -> bool:
    """Who attends the matter at hand is not this State, and can be called."""
    category, place = _of(state), state.facts.get("municipio")
    return is_others(category.key) and bool(jurisdiction.contact(category, place))


def is_others_now(state: State) -> bool:
    """Not when an agency of this State is named."""
    named = directory.load().get(pending.taker(state) or "")
    return is_others(state.category or "") and not (named and named.level == "estatal")


def is_said_whose(state: State) -> bool:
    """It is not this State's, or not of whom one would think."""
    usual = (None, *jurisdiction.taken_by(_of(state)))
    is_unusual = pending.taker(state) not in usual and not is_own(state)
    return is_others_now(state) or is_unusual


def is_own(state: State) -> bool:
    """This department answers for it itself: a suggestion, praise."""
    named = directory.load().get(pending.taker(state) or "")
    return (named or _of(state)).level == "propio"


def is_others(key: str) -> bool:
    return catalogue.load().categories[key].level in ("municipal", "federal", "mixto")


def _of(state: State) -> Category:
    return catalogue.load().categories[state.category or ""]
