"""A message without some of its words: whatever else was found in it stays where it is."""

from dataclasses import replace

from bot.dialogue.reading import typed
from bot.dialogue.reading.heard import Heard
from nlu.interpretation import Entity, Told

_EDGES = " .,;:!?\n"


def out(heard: Heard, start: int, end: int) -> Heard:
    blank = heard.text[:start] + " " * (end - start) + heard.text[end:]
    text, cut = blank.strip(_EDGES), len(blank) - len(blank.lstrip(_EDGES))

    def moved(found: tuple[Entity, ...]) -> tuple[Entity, ...]:
        there = (replace(each, start=each.start - cut, end=each.end - cut) for each in found)
        return tuple(each for each in there if each.start >= 0 and each.end <= len(text))

    def told(marks: Told | None) -> Told | None:
        return marks and replace(marks, facts=moved(marks.facts))

    meaning = replace(heard.meaning, text=text, entities=moved(heard.meaning.entities))
    rest = replace(heard, text=text, meaning=meaning, command=typed.command_in(text))
    return replace(rest, told=told(heard.told), retold=told(heard.retold))
