"""How a report is written: CSV for spreadsheets, a page for people, words in Spanish."""

import csv
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest

from admin_api import reports
from admin_api.reports import Period, Sheet, spanish
from admin_api.reports.chats import Chat, Outcome
from admin_api.reports.renderings import as_csv, as_html, chart
from admin_api.reports.shape import Cell, Named, Report
from admin_api.reports.tables import detail, middle, p90, summaries
from handoff.rules import desk

ZONE = desk.load().zone
NOW = datetime(2026, 12, 1, 17, 5, tzinfo=UTC).astimezone(ZONE)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def chat(day: int = 3, outcome: str = "attended", analyst: str = "Elena Núñez") -> Chat:
    return Chat(
        day=date(2026, 11, day),
        channel=Named("webchat", "Chat web"),
        category=Named("bacheo", "Baches, calles, semáforos y pavimentación"),
        analyst=Named("enunez", analyst),
        outcome=Outcome(outcome),
        waited=timedelta(seconds=90),
        answered=timedelta(seconds=200),
    )


def sheet_of(*chats: Chat, period: Period = NOVEMBER) -> Sheet:
    report: Report[Chat] = reports.named("chats_attended")
    return Sheet(
        name=report.name,
        title=report.title,
        description=report.description,
        period=period,
        zone=ZONE,
        generated_at=NOW,
        chart=report.chart,
        detail=detail(report, chats),
        summaries=summaries(report, chats),
    )


def read_csv(written: bytes) -> list[list[str]]:
    assert written.startswith(b"\xef\xbb\xbf"), "Excel takes it for another encoding"
    return list(csv.reader(StringIO(written.decode("utf-8-sig"))))


def test_a_spreadsheet_reads_the_table_and_below_it_what_explains_it() -> None:
    lines = read_csv(as_csv.write(sheet_of(chat(), chat(day=4))))
    header, first, second, totals, blank, *explained = lines
    assert header[:5] == ["Día", "Canal", "Categoría", "Analista", "Recibidos"]
    assert header[-3] == "Espera (mediana), minutos"
    assert first == [
        *("2026-11-03", "Chat web", "Baches, calles, semáforos y pavimentación", "Elena Núñez"),
        *("1", "1", "0", "0", "0", "0", "1", "1.5", "1.5", "3.33"),
    ]
    assert second[0] == "2026-11-04"
    assert totals[:6] == ["Total", "", "", "", "2", "2"]
    assert blank == []
    assert ["Periodo", "2026-11-01 a 2026-11-30, inclusive"] in explained
    assert ["Generado", "2026-12-01T10:05:00-07:00"] in explained
    assert [line[0] for line in explained[4:]] == [
        column.title for column in reports.named("chats_attended").columns
    ]


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://x","a")'],
)
def test_a_spreadsheet_never_runs_a_name(name: str) -> None:
    _, row, *_ = read_csv(as_csv.write(sheet_of(chat(analyst=name))))
    assert row[3] == f"'{name}"


def test_a_page_never_runs_a_name() -> None:
    page = as_html.write(sheet_of(chat(analyst="<script>alert(1)</script>"))).decode()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_page_says_what_it_counts_and_when() -> None:
    page = as_html.write(sheet_of(chat(), chat(outcome="abandoned"))).decode()
    assert "Del 1 al 30 de noviembre de 2026" in page
    assert "Generado el 1 de diciembre de 2026, 10:05 h." in page
    assert "hora de Sonora" in page
    assert "<small>50.0 %</small>" in page
    assert "Porcentaje: abandonados entre recibidos." in page
    for column in reports.named("chats_attended").columns:
        assert column.definition in page


def test_a_page_that_was_saved_loads_nothing_and_goes_nowhere() -> None:
    page = as_html.write(sheet_of(chat())).decode()
    assert "default-src &#39;none&#39;; style-src &#39;sha256-" in page
    assert "<nav" not in page
    assert 'href="/' not in page
    assert " style=" not in page


def test_a_page_of_a_period_without_chats_says_so() -> None:
    page = as_html.write(sheet_of()).decode()
    assert "No hay nada que contar en este periodo." in page
    assert "<table" not in page


def test_a_detail_too_long_for_a_page_is_whole_in_a_file() -> None:
    many = as_html.MOST_ROWS + 1
    sheet = sheet_of(*(chat(analyst=f"Analista {number}") for number in range(many)))
    page = as_html.write(sheet).decode()
    assert "El detalle de este periodo tiene 2,001 renglones" in page
    assert page.count("<table") == len(sheet.summaries)
    assert len(read_csv(as_csv.write(sheet))) > many


@pytest.mark.parametrize(
    ("until", "bars", "label"),
    [
        (date(2026, 11, 3), 1, "3 nov"),
        (date(2026, 12, 2), 30, "3 nov"),
        (date(2027, 2, 2), 14, "2 nov"),  # weeks, by their Monday
        (date(2028, 1, 31), 15, "nov 2026"),
        (date(2036, 11, 3), 11, "2026"),
    ],
)
def test_a_longer_period_has_wider_bars(until: date, bars: int, label: str) -> None:
    sheet = sheet_of(chat(), chat(), period=Period(date(2026, 11, 3), until))
    drawing = chart.draw(sheet)
    assert drawing is not None
    (bar,) = drawing.segments
    slot = (chart.RIGHT - chart.LEFT) / bars
    assert bar.width == pytest.approx(min(0.8 * slot, chart.WIDEST))
    assert bar.x + bar.width / 2 == pytest.approx(chart.LEFT + slot / 2)
    assert drawing.labels[0].text == label
    assert len(drawing.labels) <= chart.MOST_LABELS


def test_what_became_of_the_chats_is_stacked() -> None:
    drawing = chart.draw(sheet_of(chat(), chat(), chat(outcome="open")))
    assert drawing is not None
    below, above = drawing.segments
    assert (below.look, above.look) == (0, 4)
    assert below.height == pytest.approx(2 * above.height)
    assert above.y + above.height == pytest.approx(below.y)
    assert below.y + below.height == chart.GROUND
    assert [line.text for line in drawing.lines] == ["0", "1", "2", "3"]
    assert [each.total for each in drawing.series] == ["2", "0", "0", "0", "1"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (None, "—"),
        (1234567, "1,234,567"),
        (date(2026, 9, 5), "sáb 5 sep 2026"),
        (Named(None, "Sin analista"), "Sin analista"),
        (timedelta(seconds=0.6), "1 s"),
        (timedelta(seconds=59.6), "1 min 00 s"),
        (timedelta(minutes=3, seconds=20), "3 min 20 s"),
        (timedelta(hours=1, minutes=5, seconds=59), "1 h 05 min"),
        (timedelta(days=2, hours=3), "2 d 3 h"),
    ],
)
def test_cells_are_written_as_in_mexico(cell: Cell, written: str) -> None:
    assert spanish.cell(cell) == written


@pytest.mark.parametrize(
    ("since", "until", "written"),
    [
        (date(2026, 11, 1), date(2026, 11, 1), "1 de noviembre de 2026"),
        (date(2026, 11, 1), date(2026, 11, 30), "del 1 al 30 de noviembre de 2026"),
        (date(2026, 1, 1), date(2026, 3, 31), "del 1 de enero de 2026 al 31 de marzo de 2026"),
    ],
)
def test_periods_are_written_as_people_say_them(since: date, until: date, written: str) -> None:
    assert spanish.period(Period(since, until)) == written


@pytest.mark.parametrize(
    ("minutes", "median", "ninth"),
    [
        ([], None, None),
        ([4], 4, 4),
        ([1, 2], 1.5, 2),
        (list(range(1, 11)), 5.5, 9),
        ([*range(1, 11), None], 5.5, 9),
        ([100, *range(1, 20)], 10.5, 18),
    ],
)
def test_median_and_p90(
    minutes: list[int | None], median: float | None, ninth: float | None
) -> None:
    durations = [None if each is None else timedelta(minutes=each) for each in minutes]
    expected = [None if each is None else timedelta(minutes=each) for each in (median, ninth)]
    assert [middle(durations), p90(durations)] == expected
