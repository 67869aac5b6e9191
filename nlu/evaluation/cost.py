"""What an engine costs, all together; what could not be measured says why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from nlu.evaluation import serving, speed
from nlu.evaluation.serving import NotMeasured, Serving
from nlu.evaluation.speed import Speed
from nlu.interpretation import Interpreter

Measured = TypeVar("Measured")


@dataclass(frozen=True, slots=True)
class Cost:
    """What was not asked for, or failed, is None; `not_measured` has the reasons of failures.
    An engine `elsewhere` (a server) shows only how long one waits for it."""

    speed: Speed
    serving: Serving | None = None
    training_cpu: float | None = None
    elsewhere: bool = False
    not_measured: tuple[str, ...] = ()


def of_server(interpreter: Interpreter, texts: Sequence[str]) -> Cost:
    return Cost(speed.measure(interpreter, texts), elsewhere=True)


def of_model(
    interpreter: Interpreter, texts: Sequence[str], model: Path, trained_from: Path | None
) -> Cost:
    """`model` is its file; `trained_from` the folder to train from once more, if wanted."""
    waiting = speed.measure(interpreter, texts)
    reasons: list[str] = []
    served = _or_reason(partial(serving.measure, model, texts), reasons)
    trained = None
    if trained_from:
        trained = _or_reason(partial(serving.training_cpu, trained_from), reasons)
    return Cost(waiting, served, trained, not_measured=tuple(reasons))


def _or_reason(measure: Callable[[], Measured], reasons: list[str]) -> Measured | None:
    try:
        return measure()
    except NotMeasured as reason:
        reasons.append(str(reason))
        return None
