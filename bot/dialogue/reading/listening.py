"""A message of the citizen, as it is heard: its words, its command, what they mean."""

from dataclasses import replace
from typing import Any

from bot.dialogue.reading import cancelling, plainly, typed, whereabouts
from bot.dialogue.reading.heard import Heard
from bot.dialogue.reading.of_service import announces_file
from bot.dialogue.reading.polite import as_said
from nlu import facts
from nlu.interpretation import Interpretation, Move, Thresholds


def hear(
    text: str,
    content: dict[str, Any] | None,
    meaning: Interpretation,
    thresholds: Thresholds,
    exchange_id: int = 0,
) -> Heard:
    content, said = content or {}, as_said(text)
    text = plainly.told(said)
    payload = content.get("payload")
    command = str(payload) if payload else typed.command_in(text)
    is_announced = content.get("attachments") and announces_file(text)
    words = "" if payload or is_announced else text.strip()
    meaning = replace(meaning, place=whereabouts.of_matter(words, meaning.place))
    unknown = replace(meaning, confidence=0.0, move=Move("", 0.0))
    meaning = unknown if facts.is_key(words) else cancelling.as_it_is(words, meaning)
    written = said.strip() if words and text != said else ""
    return Heard(words, meaning, content, thresholds, command, exchange_id, written=written)
