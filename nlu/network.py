"""What words mean together, which no sum of weights can tell: «me pega», and «me pega el sol».

One hidden layer over the words and pairs of a message, beside the linear margin of danger.
"""

from dataclasses import dataclass

import numpy as np

from nlu.features import Floats, Halves, Rows


@dataclass(frozen=True, slots=True)
class Network:
    """`words` is word n-grams (the first of the vocabulary) x units, in half precision; a unit says
    what is above zero of its sum, times its weight in `units`."""

    words: Halves
    biases: Floats
    units: Floats

    def margins(self, rows: Rows) -> Floats:
        """What to add to the linear margin of each message."""
        result = np.zeros(len(rows), np.float32)
        for at, (columns, values) in enumerate(rows):
            told = int(np.searchsorted(columns, len(self.words)))  # columns of a row rise
            known = self.words.take(columns[:told], axis=0).astype(np.float32)
            result[at] = np.maximum(values[:told] @ known + self.biases, 0) @ self.units
        return result


SILENT = Network(np.zeros((0, 0), np.float16), np.zeros(0, np.float32), np.zeros(0, np.float32))
