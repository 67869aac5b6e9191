"""How a report is written down: the formats there are."""

from collections.abc import Callable
from dataclasses import dataclass

from admin_api.reports.renderings import as_csv, as_html, as_json
from admin_api.reports.shape import Sheet


class UnknownFormat(ValueError):  # noqa: N818
    def __init__(self, name: str) -> None:
        super().__init__(f"No hay un formato «{name}»; hay: {', '.join(FORMATS)}.")


@dataclass(frozen=True, slots=True)
class Format:
    """`is_file`: a browser saves it rather than showing it."""

    name: str
    title: str
    media_type: str
    is_file: bool
    write: Callable[[Sheet], bytes]


FORMATS: dict[str, Format] = {
    "html": Format("html", "Ver", "text/html; charset=utf-8", False, as_html.write),
    "csv": Format("csv", "Descargar CSV", "text/csv; charset=utf-8", True, as_csv.write),
    "json": Format("json", "JSON", "application/json", False, as_json.write),
}
