"""What a citizen sees of a message on some channel, and that nothing of it was lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.dialogue import typed
from handoff.exchanges import Outbound


@dataclass(frozen=True)
class Shown:
    """`pressed`: what each label gives back to us. `typed`: labels that are typed when tapped."""

    texts: Sequence[str]
    pressed: Mapping[str, str] = field(default_factory=dict)
    typed: Sequence[str] = ()


def check(outbound: Outbound, shown: Shown, longest: int, extra: str = "") -> None:
    """Every word and every button is there; `extra` is what the channel may have had to add."""
    said = " ".join(shown.texts).split()
    words = outbound.text.split()
    assert said in (words, [*extra.split(), *words]), f"{shown.texts} is not {outbound.text!r}"
    for text in shown.texts:
        assert text.strip()
        assert len(text.encode("utf-16-le")) // 2 <= longest
    for label, payload in outbound.buttons:
        _check_button(label, payload, outbound, shown)


def _check_button(label: str, payload: str, outbound: Outbound, shown: Shown) -> None:
    if shown.pressed.get(label) == payload:
        return
    if payload.startswith("tel:"):
        digits = "".join(each for each in outbound.text if each.isdigit())
        assert payload.removeprefix("tel:") in digits, f"{payload} is not in {outbound.text!r}"
        return
    assert label in shown.typed, f"{label!r} is not shown"
    assert typed.command_in(label) == payload.split(":")[0], f"{label!r} does not do {payload!r}"
