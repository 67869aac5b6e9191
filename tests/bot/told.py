"""What a citizen has told: facts that must not be asked again, and danger."""

from dataclasses import dataclass, field

from bot.desk import Account
from bot.dialogue import Stage, acts, alarms
from bot.dialogue.reading import typed
from bot.dialogue.state import PERSONAL, State
from bot.outcomes import Opened
from nlu.text import fold
from tests.bot.willing import DANGER, TOLD


@dataclass
class Known:
    facts: set[str] = field(default_factory=set)

    def check(self, account: Account) -> None:
        before, after = account.before, account.after
        asked = {each.fact for each in account.said if isinstance(each, acts.Ask)}
        has_opened = any(isinstance(each, Opened) for each in account.said)
        is_other = after.category != before.category or not before.request  # or the same anew
        if after.category is None or has_opened or is_other:
            self.facts.clear()
        if after.category and account.decided and not after.waits_for_person:
            self.facts |= _told(account)
        if after.refused_notice:  # as they are told, nothing of theirs is kept
            self.facts.difference_update(PERSONAL)
        again = _may_ask_again(account)
        known = set() if again else {*_known_before(before), *self.facts}
        told = f"{account.heard.text!r}: {before} -> {after}, {account.said}"
        assert not {*after.facts, *known} & asked, f"asked twice: {asked}, {told}"
        self.facts -= asked if again else set()


def _known_before(state: State) -> set[str]:
    """Where danger is, told before any matter was, is not where the next matter is."""
    is_of_danger = state.placed and not state.category
    return set(state.facts) & set(PERSONAL) if is_of_danger else set(state.facts)


def _told(account: Account) -> set[str]:
    """But for what was told of the place of another matter, kept apart from this one."""
    text, elsewhere = account.heard.text, account.after.elsewhere
    apart = {
        fact
        for matter, place in elsewhere.items()
        for fact, value in place.items()
        if value != account.before.elsewhere.get(matter, {}).get(fact) or fold(value) in fold(text)
    }
    return set(TOLD.get(text, ())) - apart


def _may_ask_again(account: Account) -> bool:
    """A link begins afresh; what is corrected is asked."""
    corrects = account.before.stage in (Stage.correcting, Stage.confirming, Stage.second)
    is_new = (account.heard.command or "").startswith(typed.START)
    return is_new or corrects or account.heard.edit_of is not None


def is_danger(account: Account) -> bool:
    """Whatever a rule names is danger; a guess of the model may be explained by the moment."""
    alarm = account.heard.meaning.urgent
    is_named = alarm.value and not alarm.is_guessed
    is_told = is_named or account.heard.text in DANGER
    return is_told or alarms.is_raised(account.before, account.heard)
