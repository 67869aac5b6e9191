"""How errors look over HTTP: problem+json (RFC 9457), in Spanish or English."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from sqlalchemy.exc import DataError
from starlette.exceptions import HTTPException

from admin_api.access import FromAnotherSite, NotAllowed, NotLoggedIn
from admin_api.attempts import TooManyAttempts
from admin_api.days import BadDay
from admin_api.editions import EditedMeanwhile
from admin_api.paging import BadCursor
from admin_api.repeats import AnsweredBefore, KeyReused
from admin_api.reports import PeriodEndsBeforeItBegins, ReportNotFound, UnknownFormat
from handoff.cases import CaseClosed, CaseNotFound, CaseOpen, StepNotAllowed
from handoff.concerns import AttendsIt, NotForThem
from handoff.conversations import (
    AlreadyTaken,
    ConversationClosed,
    ConversationNotFound,
    ForSupervision,
    NotYours,
)
from handoff.corrections import CorrectionDecided, CorrectionNotFound, NothingToLearn
from handoff.files.reading import AttachmentNotFound, AttachmentNotKept
from handoff.logins import LockedOut, WrongLogin
from handoff.mass_events import (
    EndsBeforeItBegins,
    EventEnded,
    EventNotFound,
    NotForEvents,
    UnknownMunicipality,
)
from handoff.people import (
    LastAdmin,
    PersonDisabled,
    PersonNotFound,
    UsernameTaken,
    WeakPassword,
    WrongPassword,
)
from handoff.proceedings import Incomplete, NotOfThisLevel, SameCase, UnknownAgency
from handoff.rules.catalogue import UnknownCategory

MEDIA_TYPE = "application/problem+json"
logger = logging.getLogger(__name__)


class Problem(BaseModel):
    """What went wrong; RFC 9457."""

    type: str = Field(description="Clase de problema.", examples=["/problems/already-taken"])
    title: str = Field(examples=["Otra persona la atiende"])
    status: int = Field(examples=[409])
    detail: str = Field(examples=["La conversación ya la atiende Elena Ruiz."])
    by: str | None = Field(None, description="Quién la atiende, si el problema es ese.")
    errors: list["Invalid"] | None = Field(None, description="Qué datos no son válidos.")


class Invalid(BaseModel):
    where: list[str | int] = Field(examples=[["body", "text"]])
    why: str = Field(examples=["string_too_short"])


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of problem: its status, its name in the type URI, its title in both languages."""

    status: int
    name: str
    spanish: str
    english: str


KINDS: dict[type[Exception], Kind] = {
    NotLoggedIn: Kind(401, "not-logged-in", "Falta iniciar sesión", "Not logged in"),
    WrongLogin: Kind(401, "wrong-login", "Acceso incorrecto", "Wrong login"),
    NotAllowed: Kind(403, "not-allowed", "Sin permiso", "Not allowed"),
    WrongPassword: Kind(403, "wrong-password", "Contraseña incorrecta", "Wrong password"),
    FromAnotherSite: Kind(403, "other-site", "Petición de otro sitio", "Cross-site request"),
    ConversationNotFound: Kind(404, "no-conversation", "No existe", "No such conversation"),
    AttachmentNotFound: Kind(404, "no-file", "No existe el archivo", "No such file"),
    CaseNotFound: Kind(404, "no-case", "No existe el folio", "No such case"),
    ReportNotFound: Kind(404, "no-report", "No existe el informe", "No such report"),
    PersonNotFound: Kind(404, "no-person", "No existe la persona", "No such person"),
    CorrectionNotFound: Kind(404, "no-correction", "No existe", "No such correction"),
    EventNotFound: Kind(404, "no-event", "No existe el evento", "No such event"),
    AlreadyTaken: Kind(409, "already-taken", "Otra persona la atiende", "Already taken"),
    NotYours: Kind(409, "not-yours", "Usted no la atiende", "Not yours"),
    ForSupervision: Kind(409, "for-supervision", "La toma supervisión", "For a supervisor"),
    NotForThem: Kind(409, "not-for-them", "Elija a otra persona", "Not for them"),
    AttendsIt: Kind(409, "attends-it", "Usted la atiende", "You attend it"),
    ConversationClosed: Kind(409, "conversation-closed", "Ya está cerrada", "Closed already"),
    CaseClosed: Kind(409, "case-closed", "El folio ya está cerrado", "Case is closed"),
    AttachmentNotKept: Kind(409, "file-not-kept", "No se puede abrir", "File not kept"),
    CaseOpen: Kind(409, "case-open", "El folio sigue abierto", "Case is open"),
    StepNotAllowed: Kind(409, "case-step", "No puede pasar a ese estado", "Step not allowed"),
    CorrectionDecided: Kind(409, "correction-decided", "Ya se decidió", "Decided already"),
    EventEnded: Kind(409, "event-ended", "El evento ya terminó", "Event has ended"),
    UsernameTaken: Kind(409, "username-taken", "Usuario ocupado", "Username taken"),
    LastAdmin: Kind(409, "last-admin", "Es la última cuenta", "Last administrator"),
    PersonDisabled: Kind(409, "person-disabled", "Cuenta deshabilitada", "Account disabled"),
    EditedMeanwhile: Kind(412, "edited-meanwhile", "Cambió mientras tanto", "Edited meanwhile"),
    WeakPassword: Kind(422, "weak-password", "Contraseña débil", "Weak password"),
    UnknownCategory: Kind(422, "unknown-category", "Categoría desconocida", "Unknown category"),
    UnknownAgency: Kind(422, "unknown-agency", "Dependencia desconocida", "Unknown agency"),
    NotOfThisLevel: Kind(422, "other-level", "Es de otro gobierno", "Of another government"),
    Incomplete: Kind(422, "incomplete", "Falta un dato", "Something is missing"),
    SameCase: Kind(422, "same-case", "Es el mismo folio", "Same case"),
    NothingToLearn: Kind(422, "nothing-to-learn", "Nada que aprender", "Nothing to learn"),
    NotForEvents: Kind(422, "not-for-events", "Asunto confidencial", "Confidential matter"),
    UnknownMunicipality: Kind(
        422, "unknown-municipality", "Municipio desconocido", "Unknown municipality"
    ),
    EndsBeforeItBegins: Kind(422, "bad-period", "Periodo inválido", "Bad period"),
    KeyReused: Kind(422, "key-reused", "Clave repetida", "Idempotency key reused"),
    PeriodEndsBeforeItBegins: Kind(422, "bad-period", "Periodo inválido", "Bad period"),
    UnknownFormat: Kind(422, "unknown-format", "Formato desconocido", "Unknown format"),
    BadDay: Kind(422, "bad-day", "Fecha inválida", "Not a day"),
    BadCursor: Kind(422, "bad-cursor", "Cursor inválido", "Bad cursor"),
    RequestValidationError: Kind(422, "invalid", "Datos inválidos", "Invalid data"),
    DataError: Kind(422, "invalid", "Datos inválidos", "Invalid data"),
    OverflowError: Kind(422, "invalid", "Datos inválidos", "Invalid data"),
    LockedOut: Kind(429, "locked-out", "Demasiados intentos", "Too many attempts"),
    TooManyAttempts: Kind(429, "too-many-attempts", "Demasiados intentos", "Too many attempts"),
    Exception: Kind(500, "failure", "Falla del sistema", "Internal failure"),
}
SPANISH_STATUS = {
    400: "Petición mal formada",
    404: "No existe",
    405: "Método no permitido",
    413: "Demasiado grande",
}
# Their own text could repeat what was sent.
UNTOLD: dict[type[Exception], str] = {
    RequestValidationError: "Revise los datos enviados.",
    DataError: "Revise los datos enviados.",
    OverflowError: "Revise los datos enviados.",
    Exception: "Algo falló; vuelva a intentar en un momento.",
}


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The answers that a call may give when it fails, for its OpenAPI entry. Those that every
    call may give are added to all of them."""
    return {
        status: {"model": Problem, "description": HTTPStatus(status).phrase}
        for status in sorted({401, 403, 422, *statuses})
    }


def install(app: FastAPI) -> None:
    for error in KINDS:
        app.add_exception_handler(error, _known)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(AnsweredBefore, _again)


def _known(request: Request, error: Exception) -> Response:
    cause = next(each for each in type(error).__mro__ if each in KINDS)
    kind = KINDS[cause]
    if kind.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        logger.error("failed %s: %s", request.scope.get("route"), type(error).__name__)
    problem = {
        "type": f"/problems/{kind.name}",
        "title": kind.english if prefers_english(request) else kind.spanish,
        "status": kind.status,
        "detail": UNTOLD.get(cause) or str(error),
    }
    return _respond(request, problem | _more(error), _headers(error))


def _more(error: Exception) -> dict[str, Any]:
    if isinstance(error, AlreadyTaken):
        return {"by": error.by}
    if isinstance(error, RequestValidationError):
        found = [{"where": list(each["loc"]), "why": each["type"]} for each in error.errors()]
        return {"errors": found}
    return {}


def _headers(error: Exception) -> dict[str, str]:
    if isinstance(error, LockedOut | TooManyAttempts):
        return {"Retry-After": str(error.seconds)}
    if isinstance(error, NotLoggedIn | WrongLogin):
        return {"WWW-Authenticate": "Bearer"}
    return {}


def http(request: Request, error: Exception) -> Response:
    """What the framework itself refuses: an unknown path, a method, a body too large."""
    refused = cast("HTTPException", error)
    phrase = HTTPStatus(refused.status_code).phrase
    spanish = SPANISH_STATUS.get(refused.status_code, phrase)
    problem = {
        "type": "about:blank",
        "title": phrase if prefers_english(request) else spanish,
        "status": refused.status_code,
        "detail": spanish,
    }
    return _respond(request, problem, refused.headers or {})


def _again(_request: Request, error: Exception) -> Response:
    return cast("AnsweredBefore", error).response


def _respond(request: Request, problem: dict[str, Any], headers: Mapping[str, str]) -> JSONResponse:
    language = {"Content-Language": "en" if prefers_english(request) else "es"}
    return JSONResponse(problem, problem["status"], {**headers, **language}, media_type=MEDIA_TYPE)


def prefers_english(request: Request) -> bool:
    """By Accept-Language; Spanish unless English is asked for before it."""
    weights = {"es": 0.0, "en": 0.0}
    for part in request.headers.get("accept-language", "").split(","):
        tag, _, weight = part.strip().lower().partition(";q=")
        language = tag[:2]
        if language in weights:
            weights[language] = max(weights[language], _weight(weight))
    return weights["en"] > weights["es"]


def _weight(written: str) -> float:
    try:
        return float(written or 1)
    except ValueError:
        return 0.0
