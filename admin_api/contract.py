"""The OpenAPI document: what the framework cannot tell by itself."""

from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from admin_api import errors

VERSION = "1"
DESCRIPTION = (
    "API del personal de la mesa de atención. Las fechas son ISO 8601 con zona; las listas se "
    "piden por páginas; los errores son problem+json (RFC 9457)."
)
TOO_LARGE = {"description": "Content Too Large"}
MALFORMED = {"description": "Bad Request"}


def operation_id(route: APIRoute) -> str:
    """The name of the function: unique, and what a generated client calls the method."""
    return route.name


def install(app: FastAPI) -> None:
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        is_first = app.openapi_schema is None
        document = plain()
        if is_first:
            for operation in _operations(document):
                _complete(operation)
        return document

    # The framework's own way to change the document.
    app.openapi = openapi  # type: ignore[method-assign]


def _operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in document["paths"].values() for operation in path.values()]


def _complete(operation: dict[str, Any]) -> None:
    """Errors come as problem+json; a call with a body may also be malformed or too large."""
    responses = operation["responses"]
    if "requestBody" in operation:
        responses |= {"400": dict(MALFORMED), "413": dict(TOO_LARGE)}
    problem = {"schema": {"$ref": f"#/components/schemas/{errors.Problem.__name__}"}}
    for status, response in responses.items():
        if status >= "400":
            response["content"] = {errors.MEDIA_TYPE: problem}
    operation["responses"] = dict(sorted(responses.items()))
