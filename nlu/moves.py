"""What a message does in a conversation, whatever the matter: answers with a name, adds something,
asks how long it takes. A small linear model over the n-grams of the intents.

Only what is told in few words has one: a long story is a matter of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nlu.features import Floats, Halves, Rows
from nlu.interpretation import Move

LONGEST = 25  # words
PLAIN = 0.78  # confidence from which one is acted on: then it is right in 19 of 20
NONE = Move("", 0.0)


@dataclass(frozen=True, slots=True)
class Moves:
    """`row_of` says which row of `weights` (rows x names) an n-gram of the vocabulary has; those
    that tell nothing share the last, which is zero. `scale` makes honest chances of margins."""

    names: tuple[str, ...]
    row_of: npt.NDArray[np.int32]
    weights: Halves
    biases: Floats
    scale: float

    def of(self, texts: Sequence[str], rows: Rows) -> list[Move]:
        """The likeliest move of each text, or NONE of a long one."""
        if not self.names:
            return [NONE for _ in texts]
        return [
            self._likeliest(columns, values) if text.count(" ") < LONGEST else NONE
            for text, (columns, values) in zip(texts, rows, strict=True)
        ]

    def _likeliest(self, columns: npt.NDArray[np.int32], values: Floats) -> Move:
        known = self.weights.take(self.row_of.take(columns), axis=0)
        margins = values @ known.astype(np.float32) + self.biases
        powers = np.exp(self.scale * (margins - margins.max()))
        best = int(powers.argmax())
        return Move(self.names[best], float(powers[best] / powers.sum()))


UNKNOWN = Moves(
    (), np.zeros(0, np.int32), np.zeros((1, 0), np.float16), np.zeros(0, np.float32), 1.0
)
