"""Words inside a form: what is said between its questions."""

from collections.abc import Mapping

from bot.dialogue import typed, within
from bot.dialogue.state import PERSONAL
from bot.replies import phrases
from bot.replies.phrases import WORDS, Buttons, Context
from handoff.rules import catalogue

OF_THIS_STATE = ("estatal", "propio")


def explain(said: within.Explain, context: Context) -> str:
    category = catalogue.load().categories[said.category]
    is_here = category.level in OF_THIS_STATE
    names = phrases.responsible(said.category, said.municipality, context)
    who = names[0] if is_here else phrases.either(names)
    words: str = WORDS["explain"][_name(said, is_here=is_here, is_reserved=category.is_reserved)]
    days = context.desk.working_days_to_answer(said.category)
    return phrases.capital(words.format(who=who, days=days, desk=context.desk.name))


def _name(said: within.Explain, *, is_here: bool, is_reserved: bool) -> str:
    """Which words answer it."""
    if said.topic == "term":
        return "term_here" if is_here else "term_others"
    if said.topic == "use" and said.fact in PERSONAL:
        return "use_personal"
    return "who_reserved" if said.topic == "who" and is_reserved else said.topic


def later(said: within.Later, _context: Context) -> str:
    return str(WORDS["later"].format(name=phrases.category(said.category)))


def corrected(said: within.Corrected, _context: Context) -> str:
    return str(WORDS["corrected"].format(facts=_listed(said.facts)))


def known(said: within.Known, _context: Context) -> str:
    words = WORDS["known" if said.facts else "known_words"]
    return str(words.format(facts=_listed(said.facts)))


def ask_if_right(_said: within.AskIfRight, _context: Context) -> tuple[str, Buttons]:
    return WORDS["ask_if_right"], to_confirm()


def to_confirm() -> Buttons:
    """What may be done with a summary."""
    return (
        (WORDS["confirm"], typed.YES),
        (WORDS["correct"], typed.CORRECT),
        (WORDS["person"], typed.PERSON),
    )


def counted(files: Mapping[str, int]) -> str:
    """«2 fotos, 1 nota de voz»."""
    return ", ".join(
        WORDS["files"][kind][count > 1].format(count=count) for kind, count in files.items()
    )


def _listed(facts: Mapping[str, str]) -> str:
    return "; ".join(f"{WORDS['labels'][name]}: {value}" for name, value in facts.items())
