"""The page of `ventanilla evaluate`: complete, by itself, and readable by everybody."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from nlu.evaluation import page as evaluation_page
from nlu.evaluation import plots, report
from nlu.evaluation.confidence import Bin
from nlu.evaluation.cost import Cost
from nlu.evaluation.intents import Confusion
from nlu.evaluation.report import Questions
from nlu.evaluation.speed import Speed
from nlu.interpretation import Place
from nlu.training_data import Example
from tests.nlu.judging import Engine, found, meaning
from tests.patience import PATIENCE

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
MOMENT = datetime(2026, 11, 24, 17, tzinfo=UTC)
PHONE, DESKTOP = ViewportSize(width=390, height=844), ViewportSize(width=1366, height=768)
LONG = "denuncia_de_servidor_publico_estatal"
COST = Cost(Speed(0.001, 0.002, 0.0001))


@pytest.fixture(scope="module")
def written() -> str:
    """Two engines: one is wrong about an intent and a municipality, the other greets everybody."""
    street = Example(LONG, "un hoyo en Vícam", (found("municipio", "Vícam", 11),))
    water, other = Example("agua_potable", "no hay <agua>"), Example(LONG[::-1], "otra")
    asked = Questions(
        examinations=(("examen", [water, street, other]),),
        dangers=(("peligros", [Example("urgente", "se <b>quema</b>")]),),
    )
    good = Engine(
        {
            "no hay <agua>": meaning(("agua_potable", 0.9), (LONG, 0.1)),
            "otra": meaning((LONG, 0.5)),
            "un hoyo en Vícam": meaning(
                (LONG, 0.7), ("agua_potable", 0.3), place=Place(municipality="Cajeme")
            ),
        }
    )
    reports = [report.draw_up(each, asked, COST) for each in (good, Engine(name="other"))]
    return evaluation_page.write(reports, MOMENT)


@pytest.fixture(params=[(PHONE, "light"), (PHONE, "dark"), (DESKTOP, "light"), (DESKTOP, "dark")])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    viewport, scheme = request.param
    # The page forbids scripts, those of axe too.
    options = {"viewport": viewport, "color_scheme": scheme, "bypass_csp": True}
    with closing(browser.new_context(**options)) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        yield page


def test_the_page_needs_nothing_else(written: str) -> None:
    assert "<script" not in written
    assert "http:" not in written
    assert "https:" not in written
    assert "se &lt;b&gt;quema&lt;/b&gt;" in written
    assert "24/11/2026 17:00" in written


def test_every_plot_has_its_numbers(written: str) -> None:
    first = written[written.index('<h2 id="fake-1"') : written.index('<h2 id="fake-peligro"')]
    assert '<tr><th scope="row">0.9 a 1.0</th><td class="number">1</td>' in first
    assert "Con los umbrales del motor (0.400 y 0.800)" in first
    assert f'<th scope="row">{LONG[::-1]}</th><td>{LONG}</td>' in first
    assert "Era Guaymas; entendió Cajeme." in first
    other = written[written.index('<h2 id="other-1"') :]
    assert f'<th scope="row">{LONG}</th><td>saludo</td><td class="number">1</td></tr>' in other
    assert f"<title>{LONG} entendida como saludo: 1</title>" in other


def test_nothing_to_confuse_is_said() -> None:
    asked = Questions((("examen", [Example("saludo", "hola")]),), ())
    written = evaluation_page.write([report.draw_up(Engine(), asked, COST)], MOMENT)
    assert "Ninguna confusión." in written


def test_everybody_can_read_the_page(page: Page, written: str) -> None:
    page.set_content(written)
    for closed in page.locator("details > summary").all():
        closed.click()
    assert page.get_by_role("img", name="Aciertos en cada décimo de la confianza").count() == 2
    page.add_script_tag(path=AXE)
    complaints = page.evaluate("async () => (await axe.run()).violations")
    assert [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in complaints] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_bar_of_the_reliability_diagram_reaches_its_share() -> None:
    judged = report.score(Engine({"x": meaning(("bacheo", 0.65))}), "x", [Example("bacheo", "x")])
    [full] = [each for each in judged.confidence.bins if each.answers]
    assert full == Bin(0.6, 0.7, 1, 0.65, 1.0)
    [bar] = plots.reliability(judged.confidence)
    assert (bar.y, bar.y + bar.height) == (plots.TOP, plots.GROUND)
    assert plots.across(0.6) < bar.x < bar.x + bar.width < plots.across(0.7)


def test_the_heat_map_shows_the_most_confused() -> None:
    pairs = [Confusion(f"a{n:02}", f"b{n:02}", 30 - n) for n in range(20)]
    drawn = plots.heat(pairs)
    assert len(drawn.names) == plots.MOST_CONFUSED
    assert [cell.times for cell in drawn.cells] == [each.times for each in pairs[:12]]
    assert {cell.shade for cell in drawn.cells} == {plots.SHADES}
