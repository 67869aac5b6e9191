"""From the POST of a web chat message to its durable acknowledgement: rate, CPU, waiting."""

import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.desk import Desk
from handoff import clock
from handoff.rules import desk as rules
from handoff.store import Store
from nlu import embedded
from tests.bench import clients, raw
from tests.product import ROOT, Product, cpu_seconds, environment, furnish

ROUNDS = 5
CLIENTS = 64
MESSAGES = 12_800  # a round
NAIVE_MESSAGES = 640
PACED_MESSAGES = 3_000


@dataclass
class Figures:
    """One list for each figure, a value for each round. Seconds, or messages per second."""

    raw_cpu: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    rate: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    half_p50: list[float] = field(default_factory=list)
    half_p99: list[float] = field(default_factory=list)
    naive_cpu: list[float] = field(default_factory=list)
    naive_rate: list[float] = field(default_factory=list)
    naive_p99: list[float] = field(default_factory=list)
    desk_cpu: list[float] = field(default_factory=list)


def main(data: Path) -> None:
    """`data` is an empty folder but for model.npz."""
    figures = Figures()
    for number in range(ROUNDS):
        print(f"ronda {number + 1} de {ROUNDS}", file=sys.stderr, flush=True)
        _round(figures, data, str(number))
    _tell(figures)


def _round(figures: Figures, data: Path, run: str) -> None:
    figures.raw_cpu.append(raw.cpu_per_message(data, CLIENTS, MESSAGES, run))
    _product_round(figures, data / f"product-{run}", data / "model.npz", run)
    with _naive(data / f"naive-{run}.db") as (process, address):
        load, cpu = _saturated(process.pid, address, NAIVE_MESSAGES, run)
        figures.naive_cpu.append(cpu)
        figures.naive_rate.append(load.per_second)
        figures.naive_p99.append(load.percentile(0.99))


def _product_round(figures: Figures, data_dir: Path, model: Path, run: str) -> None:
    furnish(data_dir, model)
    product = Product(data_dir, "serve", "--role", "web")
    try:
        load, cpu = _saturated(product.process.pid, product.address, MESSAGES, run)
        half = load.per_second / 2
        paced = asyncio.run(
            clients.pace(product.address, CLIENTS, half, PACED_MESSAGES, f"half-{run}")
        )
    finally:
        product.stop()
    figures.cpu.append(cpu)
    figures.rate.append(load.per_second)
    figures.p50.append(load.percentile(0.5))
    figures.p99.append(load.percentile(0.99))
    figures.half_p50.append(paced.percentile(0.5))
    figures.half_p99.append(paced.percentile(0.99))
    figures.desk_cpu.append(_handle(data_dir, model))


def _saturated(pid: int, address: str, messages: int, run: str) -> tuple[clients.Load, float]:
    """What the clients saw, and the server's CPU seconds for each acknowledged message."""
    cpu = partial(cpu_seconds, pid)
    asyncio.run(clients.saturate(address, CLIENTS, messages // 10, f"warm-{run}", cpu))
    load = asyncio.run(clients.saturate(address, CLIENTS, messages, run, cpu))
    return load, load.cpu / len(load.latencies)


def _handle(data_dir: Path, model: Path) -> float:
    """CPU seconds for each message that the desk understands, decides and answers."""
    with closing(Store(f"sqlite:///{data_dir / 'ventanilla.db'}")) as store:
        desk = Desk(store, embedded.load(model), rules.load(), clock.now)
        desk.handle_waiting()
        started, done = time.process_time(), 0
        while done < MESSAGES // 20:
            done += desk.handle_waiting()
        return (time.process_time() - started) / done


@contextmanager
def _naive(database: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    command = [sys.executable, "-m", "tests.bench.naive", str(database)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(database.parent),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        address = process.stdout.readline().split()[1]
        process.stdout.readline()
        yield process, address
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()


def _tell(figures: Figures) -> None:
    middle: Callable[[list[float]], float] = statistics.median
    cpu, raw_cpu, naive_cpu = map(middle, (figures.cpu, figures.raw_cpu, figures.naive_cpu))
    rows = [
        ("mensajes por segundo, 64 clientes", f"{middle(figures.rate):,.0f}"),
        ("CPU del servidor por mensaje acusado", f"{cpu * 1e6:,.0f} µs"),
        ("p50 / p99 en saturación", _pair(figures.p50, figures.p99)),
        ("p50 / p99 a la mitad de la saturación", _pair(figures.half_p50, figures.half_p99)),
        ("vara 1, solo el grupo en SQLite: CPU por mensaje", f"{raw_cpu * 1e6:,.0f} µs"),
        ("  el camino completo cuesta", f"{cpu / raw_cpu:.1f} veces eso (meta: 6 o menos)"),
        ("vara 2, ingenua: CPU por mensaje", f"{naive_cpu * 1e6:,.0f} µs"),
        ("  mensajes por segundo", f"{middle(figures.naive_rate):,.0f}"),
        ("  p99", f"{middle(figures.naive_p99) * 1e3:,.0f} ms"),
        ("  el camino completo cuesta", f"{naive_cpu / cpu:.1f} veces menos (meta: 10 o más)"),
        ("entender, decidir y contestar: CPU", f"{middle(figures.desk_cpu) * 1e6:,.0f} µs"),
    ]
    for name, value in rows:
        print(f"{name:46} {value}")


def _pair(first: list[float], second: list[float]) -> str:
    return f"{statistics.median(first) * 1e3:.1f} / {statistics.median(second) * 1e3:.1f} ms"
