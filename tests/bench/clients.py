"""Many citizens who write to the web chat at once, over plain sockets, so that the client costs
little beside the server."""

import asyncio
import itertools
import json
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

TEXTS = (
    "hola buenas tardes",
    "no hay agua en la colonia sahuaro desde ayer",
    "quiero reportar un bache enorme en la calle reforma",
    "se fue la luz en mi casa, vivo en cajeme",
    "necesito una silla de ruedas para mi mamá",
    "gracias",
)


@dataclass(slots=True)
class Load:
    """What one run of clients saw. Times in seconds."""

    seconds: float = 0.0
    cpu: float = 0.0  # of the server, once every client had its session
    latencies: list[float] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        return statistics.quantiles(self.latencies, n=1000)[round(share * 1000) - 1]


class Citizen:
    """One keep-alive connection with its session."""

    def __init__(self, host: str, port: int, name: str) -> None:
        self._host, self._port, self._name = host, port, name
        self._count = itertools.count()

    async def open(self) -> None:
        self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        self._token = json.loads(await self._post("/chat/sessions", b"{}", ""))["token"]

    async def write(self) -> float:
        """One message, acknowledged; how long it took."""
        number = next(self._count)
        said = {"id": f"{self._name}-{number}", "text": TEXTS[number % len(TEXTS)]}
        body = json.dumps(said).encode()
        started = time.perf_counter()
        await self._post("/chat/messages", body, f"Authorization: Bearer {self._token}\r\n")
        return time.perf_counter() - started

    async def _post(self, path: str, body: bytes, header: str) -> bytes:
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{header}"
        self._writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        answer = await self._reader.readuntil(b"\r\n\r\n")
        status = int(answer[9:12])
        length = int(answer.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        content = await self._reader.readexactly(length)
        if status not in (201, 202):
            raise RuntimeError(f"{path} answered {status}")
        return content

    def close(self) -> None:
        self._writer.close()


async def saturate(
    address: str, clients: int, messages: int, run: str, cpu: Callable[[], float]
) -> Load:
    """Every client writes as soon as it is answered. `cpu` reads the server's CPU time."""

    async def write_all(citizen: Citizen) -> list[float]:
        return [await citizen.write() for _ in range(messages // clients)]

    return await _measure(address, clients, run, write_all, cpu)


async def pace(address: str, clients: int, rate: float, messages: int, run: str) -> Load:
    """The clients together write `rate` messages a second, whatever the answers take."""
    loop = asyncio.get_running_loop()
    start = loop.time() + 0.1
    turns = itertools.count()

    async def write_in_turn(citizen: Citizen) -> list[float]:
        waits: list[float] = []
        while (turn := next(turns)) < messages:
            due = start + turn / rate
            await asyncio.sleep(max(0.0, due - loop.time()))
            await citizen.write()
            waits.append(loop.time() - due)
        return waits

    return await _measure(address, clients, run, write_in_turn, lambda: 0.0)


async def _measure(
    address: str,
    clients: int,
    run: str,
    write: Callable[[Citizen], Awaitable[list[float]]],
    cpu: Callable[[], float],
) -> Load:
    host, port = address.removeprefix("http://").split(":")
    citizens = [Citizen(host, int(port), f"{run}-{number}") for number in range(clients)]
    for citizen in citizens:
        await citizen.open()
    load = Load()
    started, spent = time.perf_counter(), cpu()
    for waits in await asyncio.gather(*(write(each) for each in citizens)):
        load.latencies += waits
    load.seconds, load.cpu = time.perf_counter() - started, cpu() - spent
    for citizen in citizens:
        citizen.close()
    return load
