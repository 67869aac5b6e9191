"""A POST that carries an Idempotency-Key is carried out once: its repeats get the first answer."""

import hashlib
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import Header, Request, Response
from fastapi.routing import APIRoute
from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from handoff.store.models import Answered, Person

KEPT = timedelta(hours=24)
LONGEST_KEY = 200


@dataclass(slots=True)
class Attempt:
    """One POST with a key. `row` is where its answer is to be kept, in the call's transaction."""

    key: str
    fingerprint: str
    row: Answered | None = None
    session: Session | None = None


class AnsweredBefore(Exception):  # noqa: N818
    """The same POST was carried out already; `response` is what was answered then."""

    def __init__(self, row: Answered) -> None:
        super().__init__("La petición ya se había atendido.")
        headers = {"Idempotency-Replayed": "true"} | ({"ETag": row.etag} if row.etag else {})
        self.response = Response(row.body, row.status or 200, headers, row.media_type)


class KeyReused(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("La clave Idempotency-Key ya se usó para otra petición.")


async def attempt(
    request: Request,
    idempotency_key: Annotated[
        str | None,
        Header(
            max_length=LONGEST_KEY,
            pattern=r"^[!-~]+$",
            description="Clave que elige el cliente: si repite el envío con la misma clave en "
            "24 horas, recibe la primera respuesta y nada se hace dos veces. Solo en POST.",
        ),
    ] = None,
) -> Attempt | None:
    if idempotency_key is None or request.method != "POST":
        return None
    what = f"{request.url.path}?{request.url.query}\n".encode() + await request.body()
    request.state.attempt = Attempt(idempotency_key, hashlib.sha256(what).hexdigest())
    made: Attempt = request.state.attempt
    return made


def reserve(session: Session, person: Person, attempt: Attempt, now: datetime) -> None:
    """Reserve the key, so that of two equal requests at once the second waits for the first.
    Raises AnsweredBefore, KeyReused."""
    session.execute(delete(Answered).where(Answered.at < now - KEPT))
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    reserved = dialect.insert(Answered).values(
        person_id=person.id, key=attempt.key, fingerprint=attempt.fingerprint, at=now
    )
    is_new = session.execute(reserved.on_conflict_do_nothing().returning(Answered.key)).first()
    row = session.get_one(Answered, (person.id, attempt.key))
    if is_new is None:
        raise AnsweredBefore(row) if row.fingerprint == attempt.fingerprint else KeyReused
    attempt.row, attempt.session = row, session


class RepeatableRoute(APIRoute):
    """Keeps the answer in the same transaction as what was done."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        carry_out = super().get_route_handler()

        async def handle(request: Request) -> Response:
            response = await carry_out(request)
            attempt: Attempt | None = getattr(request.state, "attempt", None)
            if attempt is not None and attempt.row is not None:
                await run_in_threadpool(_keep, attempt, response)
            return response

        return handle


def _keep(attempt: Attempt, response: Response) -> None:
    row, session = attempt.row, attempt.session
    if row is None or session is None:
        return
    row.status = response.status_code
    row.body = bytes(response.body).decode()
    row.media_type = response.headers.get("content-type")
    row.etag = response.headers.get("etag")
    session.flush()
