"""Writes messages that people have approved as Rasa 3.x YAML, which `training_data` and Rasa read.

The same messages give the same file, in whatever order they come.
"""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from nlu.training_data import Example

HEAD = "# Mensajes aprobados por el personal; este archivo se escribe solo.\n"
# Rasa has no way to write a bracket that annotates nothing, nor a «${…}» that is no variable.
_UNMARKED = str.maketrans("[]{}", "()()")


def write(examples: Iterable[Example], path: Path) -> bool:
    """True if the file changed: whoever trains looks at its content."""
    content = as_yaml(examples)
    if path.is_file() and path.read_text(encoding="utf-8") == content:
        return False
    # Beside it and then in its place: whoever trains meanwhile reads the one or the other.
    written = path.with_suffix(".new")
    written.write_text(content, encoding="utf-8")
    written.replace(path)
    return True


def as_yaml(examples: Iterable[Example]) -> str:
    """Without annotations: what is learnt from these is what the message is about."""
    said = sorted({(each.intent, line(each.text)) for each in examples})
    blocks = [
        f"  - intent: {intent}\n    examples: |\n"
        + "".join(f"      - {text}\n" for _, text in same)
        for intent, same in groupby(said, key=lambda each: each[0])
    ]
    return f'{HEAD}version: "3.1"\nnlu:' + ("\n" + "".join(blocks) if blocks else " []\n")


def line(text: str) -> str:
    """The text as one line of examples, which says the same and marks nothing."""
    plain = text.translate(_UNMARKED)
    seen = "".join(each for each in plain if each.isprintable() or each.isspace())
    return " ".join(seen.split()).lstrip("- ")
