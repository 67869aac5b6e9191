"""What goes wrong on the web chat, as RFC 9457 says it."""

import math
from collections.abc import Mapping

import msgspec
from starlette.responses import Response

TITLES = {
    400: "Petición mal formada",
    401: "Sesión no válida",
    404: "No encontrado",
    413: "Demasiado grande",
    415: "Tipo de archivo no admitido",
    422: "Faltan datos o no son válidos",
    429: "Demasiadas peticiones",
    503: "No disponible por el momento",
}


class Problem(Exception):  # noqa: N818
    """The call is refused; `detail` is for the person who made it."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers

    def response(self) -> Response:
        body = {
            "type": "about:blank",
            "title": TITLES[self.status],
            "status": self.status,
            "detail": self.detail,
        }
        return Response(
            msgspec.json.encode(body), self.status, self.headers, "application/problem+json"
        )


def too_often(seconds: float) -> Problem:
    wait = max(1, math.ceil(seconds))
    return Problem(429, f"Intente de nuevo en {wait} s.", {"retry-after": str(wait)})
