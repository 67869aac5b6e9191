"""Reports over HTTP: which there are, and each one for a period, as a page or as a file."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import Field

from admin_api import access, errors, menu, paging, reports
from admin_api.access import Reading, Work
from admin_api.days import Day
from admin_api.menu import Place
from admin_api.paging import Page
from admin_api.reports import Format, Period, PeriodEndsBeforeItBegins, Sheet
from admin_api.reports.renderings import as_html
from admin_api.reports.renderings.as_html import Bar, Choice
from admin_api.reports.shape import Report
from admin_api.resources.wording import View
from handoff import audit

HOME = "/api/v1/reports"
PAGE = {"Content-Security-Policy": f"{as_html.POLICY}; frame-ancestors 'none'"}

From = Annotated[Day, Query(alias="from", description="Desde este día.", examples=["2026-11-01"])]
To = Annotated[
    Day, Query(alias="to", description="Hasta este día, incluido.", examples=["2026-11-30"])
]
Form = Annotated[str, Query(alias="format", description=f"Uno de: {', '.join(reports.FORMATS)}.")]
ListForm = Annotated[Literal["json", "html"], Query(alias="format")]
Name = Annotated[str, Path(examples=["chats_attended"])]

router = APIRouter(prefix="/reports", tags=["Informes"], dependencies=[access.supervisors])


class ColumnView(View):
    name: str = Field(examples=["attended"])
    title: str = Field(examples=["Atendidos"])
    definition: str


class ReportView(View):
    name: str = Field(examples=["chats_attended"])
    title: str = Field(examples=["Chats atendidos"])
    description: str
    columns: list[ColumnView]
    formats: list[str] = Field(examples=[list(reports.FORMATS)])


@router.get(
    "",
    summary="Qué informes hay",
    description="Con `format=html`, una página para elegir el periodo y verlos o descargarlos.",
    response_model=Page[ReportView],
    responses=errors.documented() | {200: {"content": {"text/html": {}}}},
)
def list_reports(work: Reading, form: ListForm = "json") -> Page[ReportView] | Response:
    if form == "html":
        return _index(work)
    return paging.whole(_view(report) for report in reports.REPORTS.values())


def _turn() -> Iterator[None]:
    """A long period is much work: two at a time, the others wait."""
    yield


@router.get(
    "/{name}",
    summary="Un informe de un periodo",
    description="Los días son los de la mesa, ambos incluidos. Cada consulta queda en la bitácora "
    "de accesos. En JSON: `columns` con su definición, `rows` con un renglón por combinación, "
    "`totals` y `summaries`; las duraciones van en segundos.",
    response_class=Response,
    dependencies=[Depends(_turn, scope="function", max_concurrency=2)],
    responses=errors.documented(404)
    | {200: {"content": {each.media_type: {} for each in reports.FORMATS.values()}}},
)
def get_report(name: Name, since: From, until: To, work: Reading, form: Form = "json") -> Response:
    report, format_ = reports.named(name), reports.format_named(form)
    try:
        period = Period(since, until)
    except PeriodEndsBeforeItBegins as error:
        if format_.name == "html":
            return _index(work, str(error))
        raise
    _audit(work, f"report:{name} {since}..{until} {form}")
    sheet = reports.draw_up(work.session, report, period, work.now, work.person)
    return _page(sheet, work) if format_.name == "html" else _file(sheet, format_)


def _audit(work: Work, subject: str) -> None:
    # In a transaction of its own: a long report must not make those who write wait.
    with work.staff.store.transaction() as session:
        audit.write(session, work.person, "read", subject, work.now)


def _page(sheet: Sheet, work: Work) -> Response:
    others = (each for each in reports.FORMATS.values() if each.name != "html")
    files = [Place(_address(sheet, each), each.title) for each in others]
    return _html(as_html.page(sheet, _bar(work), files))


def _bar(work: Work) -> Bar:
    return Bar(work.staff.desk.name, menu.of(work.person))


def _address(sheet: Sheet, format_: Format) -> str:
    period = {"from": sheet.period.since, "to": sheet.period.until, "format": format_.name}
    return f"{HOME}/{sheet.name}?{urlencode(period)}"


def _file(sheet: Sheet, format_: Format) -> Response:
    name = f"{sheet.name}_{sheet.period.since}_{sheet.period.until}.{format_.name}"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    headers: Mapping[str, str] = disposition if format_.is_file else {}
    return Response(format_.write(sheet), headers=headers, media_type=format_.media_type)


def _index(work: Work, problem: str | None = None) -> Response:
    choices = [
        Choice(f"{HOME}/{each.name}", each.title, each.description)
        for each in reports.REPORTS.values()
    ]
    forms = [(each.name, each.title) for each in reports.FORMATS.values()]
    page = as_html.index(choices, forms, _this_month(work), _bar(work), problem)
    return _html(page, 422 if problem else 200)


def _html(page: bytes, status: int = 200) -> Response:
    return Response(page, status, PAGE, reports.FORMATS["html"].media_type)


def _this_month(work: Work) -> Period:
    today = work.now.astimezone(work.staff.desk.zone).date()
    return Period(today.replace(day=1), today)


def _view(report: Report[Any]) -> ReportView:
    return ReportView(
        name=report.name,
        title=report.title,
        description=report.description,
        columns=[ColumnView.model_validate(each) for each in report.columns],
        formats=list(reports.FORMATS),
    )
