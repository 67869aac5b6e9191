"""A report for people: one page that needs nothing else, for the screen and for paper."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from admin_api import templates
from admin_api.menu import Place
from admin_api.reports import spanish
from admin_api.reports.renderings import chart
from admin_api.reports.shape import Cell, Column, Kind, Period, Sheet

HERE = Path(__file__).parent / "templates"
STYLE = (HERE / "report.css").read_text(encoding="utf-8")
_DIGEST = b64encode(sha256(STYLE.encode()).digest()).decode()
# Also inside the page, for a report that was saved as a file.
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_DIGEST}'; img-src data:; "
    "form-action 'self'; base-uri 'none'"
)

# A browser draws no more rows of detail in good time, and nobody reads them; files have them all.
MOST_ROWS = 2000


@dataclass(frozen=True, slots=True)
class Bar:
    """Where one can go from a page that is served; a file has none. `name`: of the desk."""

    name: str
    places: Sequence[Place]


@dataclass(frozen=True, slots=True)
class Choice:
    """A report on offer; `action` is the address that draws it up."""

    action: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A total of the whole period."""

    title: str
    value: str
    share: str | None


def write(sheet: Sheet) -> bytes:
    return page(sheet, None, ())


def page(sheet: Sheet, bar: Bar | None, files: Sequence[Place]) -> bytes:
    """`files`: the same report in other formats."""
    return _page(
        "report.html",
        sheet=sheet,
        figures=_figures(sheet),
        definitions=[(each.title, _definition(each, sheet)) for each in sheet.detail.columns],
        drawing=chart.draw(sheet),
        period=spanish.period(sheet.period),
        generated=spanish.moment(sheet.generated_at),
        bar=bar,
        files=files,
    )


def index(
    choices: Sequence[Choice],
    forms: Sequence[tuple[str, str]],
    period: Period,
    bar: Bar,
    problem: str | None = None,
) -> bytes:
    """The reports there are, each with a form for its period. `forms`: (format, its button);
    `problem`: why the last choice could not be carried out."""
    return _page(
        "index.html", choices=choices, forms=forms, period=period, bar=bar, problem=problem
    )


def _figures(sheet: Sheet) -> list[Figure]:
    columns, totals = sheet.detail.columns, sheet.detail.totals
    by_name = {column.name: cell for column, cell in zip(columns, totals, strict=True)}
    return [
        Figure(column.title, spanish.cell(cell), _share(cell, by_name.get(column.of or "")))
        for column, cell in zip(columns, totals, strict=True)
        if column.kind in (Kind.number, Kind.duration)
    ]


def _definition(column: Column, sheet: Sheet) -> str:
    """With the numerator and the denominator of its percentage, if it has one."""
    whole = next((each for each in sheet.detail.columns if each.name == column.of), None)
    if whole is None:
        return column.definition
    share = f"{column.title.lower()} entre {whole.title.lower()}"
    return f"{column.definition} Porcentaje: {share}."


def _share(part: Cell, whole: Cell) -> str | None:
    if isinstance(part, int) and isinstance(whole, int):
        return spanish.share(part, whole)
    return None


def _page(template: str, **words: object) -> bytes:
    return _templates().get_template(template).render(**words).encode()


@cache
def _templates() -> Environment:
    made = templates.of(HERE)
    made.filters["cell"] = spanish.cell
    made.filters["typed_day"] = spanish.typed_day
    # The style is ours and holds nothing that a page could be tricked with.
    made.globals.update(most_rows=MOST_ROWS, policy=POLICY, style=Markup(STYLE), chart=chart)  # noqa: S704
    return made
