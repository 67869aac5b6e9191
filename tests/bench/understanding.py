"""One message, everything together, while the other cores are busy; beside a plain classifier."""

import multiprocessing
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nlu import embedded
from nlu.evaluation import examination, serving, speed
from nlu.evaluation.serving import Serving
from nlu.evaluation.speed import Speed
from tests.bench import plain

ROUNDS = 5
ASKED_OF_PLAIN = 300  # texts a round
BUSY = "while True: pass"


@dataclass
class Figures:
    """A value for each round."""

    ours: list[Speed] = field(default_factory=list)
    plain: list[Speed] = field(default_factory=list)
    serving: list[Serving] = field(default_factory=list)


def main(model: Path) -> None:
    figures, texts, yardstick = Figures(), _texts(), plain.classifier()
    with _other_cores_busy():
        for number in range(ROUNDS):
            print(f"ronda {number + 1} de {ROUNDS}", file=sys.stderr, flush=True)
            figures.ours.append(_in_fresh_process(model, texts))
            figures.plain.append(_ask_plain(yardstick, texts[:ASKED_OF_PLAIN]))
    figures.serving += (serving.measure(model, texts) for _ in range(ROUNDS))
    _tell(figures)


def _texts() -> list[str]:
    """What nobody trained on, test and hard in turns."""
    folders = [examination.load(folder) for folder in examination.FOLDERS]
    return [each.text for pair in zip(*folders, strict=False) for each in pair]


@contextmanager
def _other_cores_busy() -> Iterator[None]:
    others = range(max(1, (os.cpu_count() or 1) - 1))
    busy = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in others]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


def _in_fresh_process(model: Path, texts: Sequence[str]) -> Speed:
    """A process that was used before remembers the words and the places of these texts."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as fresh:
        return fresh.submit(_ask_ours, model, texts).result()


def _ask_ours(model: Path, texts: Sequence[str]) -> Speed:
    return speed.measure(embedded.load(model), texts)


def _ask_plain(classifier: Any, texts: Sequence[str]) -> Speed:
    """One predict for each message, as a desk without groups would."""
    waits: list[float] = []
    spent = time.process_time()
    for text in texts:
        started = time.perf_counter()
        classifier.predict([text])
        waits.append(time.perf_counter() - started)
    cpu = (time.process_time() - spent) / len(texts)
    waits.sort()
    return Speed(speed.percentile(waits, 0.5), speed.percentile(waits, 0.99), cpu)


def _tell(figures: Figures) -> None:
    ours, yardstick = _middle(figures.ours), _middle(figures.plain)
    times = yardstick.cpu_in_groups / ours.cpu_in_groups
    imported = statistics.median(each.import_seconds for each in figures.serving)
    loaded = statistics.median(each.load_seconds for each in figures.serving)
    resident = statistics.median(each.resident or 0 for each in figures.serving)
    rows = [
        ("entender un mensaje, todo junto: p50", f"{_ms(ours.p50)} (meta: 2 o menos)"),
        ("  p99", f"{_ms(ours.p99)} (meta: 8 o menos)"),
        ("  CPU por mensaje en grupos de 64", f"{_ms(ours.cpu_in_groups)} (meta: 0.1 o menos)"),
        ("vara, scikit-learn uno por uno: p50", _ms(yardstick.p50)),
        ("  p99", _ms(yardstick.p99)),
        ("  CPU por mensaje, solo la intención", _ms(yardstick.cpu_in_groups)),
        ("  entender todo en grupos cuesta", f"{times:.1f} veces menos"),
        ("importar lo que se usa", f"{imported:.2f} s"),
        ("cargar el modelo", f"{loaded:.2f} s (meta: 0.5 o menos)"),
        ("memoria para servir", f"{resident / 1e6:.0f} MB (meta: 120 o menos)"),
    ]
    for name, value in rows:
        print(f"{name:46} {value}")


def _middle(rounds: Sequence[Speed]) -> Speed:
    return Speed(
        statistics.median(each.p50 for each in rounds),
        statistics.median(each.p99 for each in rounds),
        statistics.median(each.cpu_in_groups for each in rounds),
    )


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.3g} ms"
