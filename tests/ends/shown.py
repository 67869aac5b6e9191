"""What a citizen sees of a message on some channel, and that nothing of it was lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.reading import typed
from handoff.exchanges import Outbound


@dataclass(frozen=True)
class Choice:
    """A button, a row: what comes back when it is chosen, and all that stands there about it."""

    payload: str
    says: str


@dataclass(frozen=True)
class Shown:
    """`typed`: labels that are typed when tapped, or for which there are only words. `before`: what
    the channel may have had to add."""

    texts: Sequence[str]
    choices: Sequence[Choice] = ()
    typed: Sequence[str] = ()
    before: str = ""


def check(outbound: Outbound, shown: Shown, longest: int) -> None:
    """Every word and every button is there."""
    for text in shown.texts:
        assert text.strip()
        assert len(text.encode("utf-16-le")) // 2 <= longest
    _check_words(outbound, shown)
    for label, payload in outbound.buttons:
        _check_button(label, payload, outbound, shown)


def _check_words(outbound: Outbound, shown: Shown) -> None:
    """After them, only labels that found no better place."""
    said, words, before = " ".join(shown.texts).split(), outbound.text.split(), shown.before.split()
    if before and said[: len(before)] == before:
        said = said[len(before) :]
    labels = {word for label, _ in outbound.buttons for word in ("•", *label.split())}
    assert said[: len(words)] == words, f"{shown.texts} is not {outbound.text!r}"
    assert set(said[len(words) :]) <= labels, f"{shown.texts} is more than {outbound.text!r}"


def _check_button(label: str, payload: str, outbound: Outbound, shown: Shown) -> None:
    if any(each.payload == payload and label in each.says for each in shown.choices):
        return
    if payload.startswith("tel:"):
        digits = "".join(each for each in outbound.text if each.isdigit())
        assert payload.removeprefix("tel:") in digits, f"{payload} is not in {outbound.text!r}"
        return
    assert label in shown.typed, f"{label!r} is not shown"
    does = typed.command_in(label)
    assert does == payload.split(":")[0], f"{label!r} does {does!r}, not {payload!r}"
