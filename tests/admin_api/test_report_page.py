"""The report's page in a real browser: by itself from a file, and from the desk."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from admin_api import reports
from admin_api.access import Staff
from admin_api.reports import Period
from handoff.rules.desk import Desk
from handoff.store import Store
from tests import databases
from tests.admin_api import reported
from tests.admin_api.conftest import Office
from tests.admin_api.test_report_api import serve as application
from tests.browser import serve
from tests.patience import PATIENCE

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
PHONE, DESKTOP = ViewportSize(width=390, height=844), ViewportSize(width=1366, height=768)


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    return databases.sqlite(tmp_path / "ventanilla.db")


@pytest.fixture
def report(store: Store, tmp_path: Path) -> str:
    """A month of chats, saved as a file; its address."""
    with store.transaction() as session:
        reported.hire(session)
        for day in range(1, 24):
            chat = reported.chat(session, f"2026-11-{day:02d} 10:00", "webchat", "apoyos_sociales")
            if day % 3:
                chat.ask(1).claim("eruiz", day).answer("eruiz", day + 1)
            else:
                chat.close("abandoned", "clock", 60)
    now = datetime(2026, 11, 24, 17, tzinfo=UTC)
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with store.reading() as session:
        written = reports.render(session, "chats_attended", november, "html", now)
    (tmp_path / "informe.html").write_bytes(written)
    return (tmp_path / "informe.html").as_uri()


@pytest.fixture(params=[(PHONE, "light"), (PHONE, "dark"), (DESKTOP, "light"), (DESKTOP, "dark")])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    viewport, scheme = request.param
    # The page forbids scripts, those of axe too.
    options = {"viewport": viewport, "color_scheme": scheme, "bypass_csp": True}
    with closing(browser.new_context(**options)) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        yield page


def complaints(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA and its own best practice."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("async () => (await axe.run()).violations")
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


def test_everybody_can_read_a_report(page: Page, report: str) -> None:
    page.goto(report)
    assert page.get_by_role("heading", name="Chats atendidos").is_visible()
    assert page.get_by_role("img", name="Chats recibidos, según lo que pasó con ellos").is_visible()
    assert page.locator(".segment").count() == 23
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_saved_report_keeps_to_its_own_policy(browser: Browser, report: str) -> None:
    with closing(browser.new_context()) as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(report)
        columns = page.locator(".figures").evaluate("each => getComputedStyle(each).display")
    assert columns == "grid", "its styles were not let in"
    assert said == []


def test_on_paper_it_is_light_and_fits(browser: Browser, report: str) -> None:
    letter = ViewportSize(width=956, height=725)  # landscape, less its margins
    with closing(browser.new_context(viewport=letter, color_scheme="dark")) as context:
        page = context.new_page()
        page.emulate_media(media="print")
        page.goto(report)
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == "rgb(255, 255, 255)"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_supervisor_chooses_a_month_and_sees_it(
    office: Office, page: Page, desk_rules: Desk
) -> None:
    office.write("ana")
    with serve(application(Staff(office.staff.store, office.staff.now, desk_rules))) as url:
        token = office.token("ssoto")
        page.context.add_cookies([{"name": "ventanilla_staff", "value": token, "url": url}])
        page.goto(f"{url}/api/v1/reports?format=html")
        assert complaints(page) == []
        page.get_by_label("Desde").fill("20/11/2026")
        page.get_by_role("button", name="Ver").click()
        page.get_by_text("Del 20 al 24 de noviembre de 2026", exact=True).wait_for()
        places = page.get_by_role("navigation", name="Principal").get_by_role("link")
        assert places.first.get_attribute("href") == "/console"
        assert "Aprendizaje" in places.all_inner_texts()
        assert "Personas" not in places.all_inner_texts(), "she does not administer"
        assert page.locator(".bar [aria-current]").all_inner_texts() == ["Informes"]
        assert complaints(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        with page.expect_download() as download:
            page.get_by_role("link", name="Descargar CSV").click()
        assert download.value.suggested_filename == "chats_attended_2026-11-20_2026-11-24.csv"
