"""The words of words.yml."""

from pathlib import Path
from typing import Any

from nlu import yml

WORDS: dict[str, Any] = yml.load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
