"""What was found out about a word, kept for when it is said again: people use few words."""

from collections.abc import Callable
from typing import TypeVar

MOST = 10_000  # words
LONGEST = 40  # letters; longer ones are seldom said twice

Found = TypeVar("Found")


class Memory(dict[str, Found]):
    """`memory[word]` is what `find` says of the word. Forgets everything when it is full, of `most`
    words."""

    def __init__(self, find: Callable[[str], Found], most: int = MOST) -> None:
        self._find, self._most = find, most

    def __missing__(self, word: str) -> Found:
        found = self._find(word)
        if len(word) <= LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[word] = found
        return found
