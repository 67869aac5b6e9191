"""What an answer costs: waiting for one message alone, CPU for each in groups."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from nlu.evaluation import examination
from nlu.interpretation import Interpreter


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds. `cpu_in_groups` is of this process alone."""

    p50: float
    p99: float
    cpu_in_groups: float


def measure(interpreter: Interpreter, texts: Sequence[str]) -> Speed:
    """Asks each text once, as citizens do: every second one alone, the others in groups. Measure
    before anything else was asked, or the engine will remember the words."""
    waits = sorted(wait(interpreter, text) for text in texts[::2])
    return Speed(
        p50=percentile(waits, 0.5),
        p99=percentile(waits, 0.99),
        cpu_in_groups=cpu_in_groups(interpreter, texts[1::2] or texts),
    )


def wait(interpreter: Interpreter, text: str) -> float:
    """How long one message takes alone."""
    started = time.perf_counter()
    interpreter.interpret([text])
    return time.perf_counter() - started


def cpu_in_groups(interpreter: Interpreter, texts: Sequence[str]) -> float:
    """CPU for each message when they come in groups."""
    started = time.process_time()
    for group in examination.groups(texts):
        interpreter.interpret(group)
    return (time.process_time() - started) / len(texts)


def percentile(ordered: Sequence[float], part: float) -> float:
    """By nearest rank: the least value that `part` of them do not exceed."""
    return ordered[max(0, -int(-part * len(ordered) // 1) - 1)]
