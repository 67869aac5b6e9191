"""What the page makes of what it is told: a folio, danger, the notice, closed hours, English."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bot import replies
from bot.dialogue import acts
from bot.outcomes import Opened, Said
from handoff import conversations, exchanges
from handoff.clock import now
from handoff.rules import desk as rules
from handoff.rules.reasons import Reason
from tests.bot.chat_page import arrive, bubbles, violations
from tests.bot.webchat_desk import Desk, running

CASE = Opened(
    folio="CS-2026-000003-1",
    key="WGZ2-XM56",
    category="bacheo",
    municipality="Hermosillo",
    due=datetime(2030, 12, 20, tzinfo=UTC),
    can_be_reached=False,
)
ON_THURSDAY = datetime(2030, 11, 28, 8, 0, tzinfo=timezone(timedelta(hours=-7)))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path, look_again=0.05) as desk:
        yield desk


def tell(desk: Desk, said: Sequence[Said], language: str = "es") -> None:
    """The bot says it; who reads it writes this language."""
    context = replies.Context(rules.load(), now(), language)
    with desk.store.transaction() as session:
        conversation = conversations.lock(session, desk.only())
        conversation.dialogue = {"language": language} if language != "es" else {}
        for words in replies.messages(said, context):
            exchanges.queue(session, conversation, words, now())


def test_a_folio_and_its_key_stand_apart_and_can_be_copied(
    context: BrowserContext, page: Page, desk: Desk
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    arrive(page, desk)
    tell(desk, [CASE])
    expect(page.locator("dd")).to_have_text(["CS-2026-000003-1", "WGZ2-XM56"])
    expect(bubbles(page)).to_contain_text("Guárdelos: como no dejó un contacto")
    expect(page.locator(".byline")).to_contain_text("Su folio")
    page.get_by_role("button", name="Copiar").click()
    expect(page.get_by_role("button", name="Copiado")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "Folio: CS-2026-000003-1\nClave de consulta: WGZ2-XM56"
    assert violations(page) == []


def test_in_danger_the_bar_says_whom_to_call(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    tell(desk, [acts.Safety()])
    desk.hands_over(priority=0, reason=Reason.danger)
    expect(page.get_by_role("status")).to_have_text("Llame al 9-1-1. Ya se avisó a una persona.")
    expect(page.get_by_role("button", name="Hablar con una persona")).to_be_hidden()
    expect(page.locator("header").get_by_role("link")).to_have_attribute("href", "tel:911")
    expect(page.locator("#messages .message")).to_have_class("message system danger")


def test_with_nobody_at_work_no_place_in_the_line_is_shown(page: Page, desk: Desk) -> None:
    state = page.get_by_role("status")
    arrive(page, desk)
    desk.leaves()
    desk.hands_over()
    expect(state).to_have_text("En espera de una persona")
    expect(page.get_by_role("button", name="Hablar con una persona")).to_be_hidden()
    desk.arrives()
    expect(state).to_have_text("En fila para hablar con una persona: posición 1")


def test_in_danger_nobody_is_said_to_know_while_nobody_is_at_work(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.leaves()
    desk.hands_over(priority=0, reason=Reason.danger)
    state = page.get_by_role("status")
    expect(state).to_have_text("Llame al 9-1-1. El equipo puede tardar en leerle.")


@pytest.mark.parametrize("height", [200, 256])
def test_in_danger_the_ways_out_stay_in_sight_at_400_percent(
    page: Page, desk: Desk, height: int
) -> None:
    page.set_viewport_size({"width": 320, "height": height})
    arrive(page, desk)
    tell(desk, [acts.Safety(), acts.AskIfSafe("danger")])
    desk.hands_over(priority=0, reason=Reason.danger)
    expect(bubbles(page)).to_have_count(2)
    page.mouse.wheel(0, 5000)
    for part in ("#call", "#leave", "#text"):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("language", replies.LANGUAGES)
def test_the_notice_is_folded_in_words_of_the_replies(
    page: Page, desk: Desk, language: str
) -> None:
    arrive(page, desk)
    tell(desk, [acts.Welcome(opens=True)], language)
    with replies.speaking(language):
        expect(page.locator("summary")).to_contain_text(replies.WORDS["notice_short"])


def test_the_notice_is_folded_and_whole(page: Page, desk: Desk) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    arrive(page, desk)
    tell(desk, [acts.Welcome(opens=True)])
    expect(page.get_by_text("¿En qué le podemos ayudar?")).to_be_in_viewport(ratio=1)
    whole = page.get_by_text("y los comparte con la dependencia")
    expect(whole).to_be_hidden()
    page.get_by_text("Leer completo").click()
    expect(whole).to_be_visible()
    assert "y los comparte con la dependencia" in desk.log()[-1].text


def test_answers_under_a_long_summary_are_in_sight(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("Entendí lo siguiente:" + "\n• Un dato" * 60, ("Sí, registrar", "si"))
    expect(page.get_by_role("button", name="Sí, registrar")).to_be_in_viewport(ratio=1)


def test_out_of_hours_it_says_when_the_office_opens(tmp_path: Path, page: Page) -> None:
    with running(tmp_path, look_again=0.05, next_opening=lambda _at: ON_THURSDAY) as desk:
        arrive(page, desk)
        desk.hands_over()
        state = page.get_by_role("status")
        expect(state).to_have_text("Cerrado. Abrimos el jueves 28 de noviembre, 08:00")


def test_if_the_office_opens_today_it_says_so(tmp_path: Path, page: Page) -> None:
    where_it_is_noon = timezone(timedelta(hours=12 - now().hour))
    tonight = now().astimezone(where_it_is_noon).replace(hour=23, minute=30)
    with running(tmp_path, look_again=0.05, next_opening=lambda _at: tonight) as desk:
        arrive(page, desk)
        desk.hands_over()
        expect(page.get_by_role("status")).to_have_text("Cerrado. Abrimos hoy a las 23:30")


def test_who_writes_english_has_the_page_in_english(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    tell(desk, [acts.TellHours()])
    expect(bubbles(page)).to_have_attribute("lang", "es-MX")
    tell(desk, [acts.TellHours()], "en")
    expect(bubbles(page).last).to_have_attribute("lang", "en")
    expect(page.locator("li.day")).to_have_count(1)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("textbox", name="Write your message")).to_be_visible()
    expect(page.get_by_role("button", name="Leave quickly")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Automatic assistant")
    expect(page.locator(".byline").first).to_contain_text("Automatic assistant")
    desk.hands_over()
    expect(page.get_by_role("status")).to_have_text("In line for a person: number 1")
