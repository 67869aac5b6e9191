"""Puts the staff's edge together."""

from fastapi import APIRouter, FastAPI
from starlette.middleware import Middleware

from admin_api import console, contract, docs, errors, live
from admin_api.access import Staff
from admin_api.headers import SafeHeaders
from admin_api.resources import (
    attachments,
    attention,
    cases,
    concerns,
    conversations,
    corrections,
    events,
    exchanges,
    log,
    people,
    proceedings,
    queue,
    reference,
    reports,
    sessions,
)

LARGEST_BODY = 256 * 1024

RESOURCES: tuple[APIRouter, ...] = (
    sessions.router,
    queue.router,
    conversations.router,
    attachments.router,
    attention.router,
    exchanges.router,
    cases.router,
    proceedings.router,
    concerns.router,
    corrections.router,
    events.router,
    people.router,
    reference.router,
    reports.router,
    log.router,
    live.router,
)
PAGES: tuple[APIRouter, ...] = (docs.router, console.router)


def create_app(staff: Staff) -> FastAPI:
    """The application of the staff: /api/v1, /console, /docs and /openapi.json."""
    app = FastAPI(
        title="Ventanilla",
        version=contract.VERSION,
        description=contract.DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=contract.operation_id,
        middleware=[Middleware(SafeHeaders)],
        max_body_size=LARGEST_BODY,
    )
    app.state.staff = staff
    for router in RESOURCES:
        app.include_router(router, prefix="/api/v1")
    for router in PAGES:
        app.include_router(router, include_in_schema=False)
    contract.install(app)
    errors.install(app)
    app.add_exception_handler(404, console.astray)
    return app
