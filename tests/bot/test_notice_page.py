"""The whole privacy notice: where it is read, and how one gets there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.requests import Request

from bot import opening, replies
from bot.channels.webchat.pages import Pages
from bot.dialogue import acts, perils
from bot.dialogue.consent import ShowNotice
from bot.replies import Context
from handoff.clock import now
from handoff.rules import desk as rules
from handoff.rules.desk import Desk as DeskRules
from tests import patience
from tests.bot.chat_page import arrive, violations
from tests.bot.webchat_desk import Desk, running


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path) as desk:
        yield desk


def test_it_says_who_is_responsible_and_which_version_it_is(desk: Desk) -> None:
    page = patience.get(f"{desk.url}/aviso")
    notice = rules.load().notice
    assert page.status_code == 200
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert f"{notice.responsible}, con domicilio en {notice.address}" in page.text
    assert f"versión {notice.version}" in page.text
    assert "{{" not in page.text


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_from_the_chat_one_gets_to_it_and_can_read_it_on_a_small_phone(
    browser: Browser, desk: Desk, colours: str
) -> None:
    looks: dict[str, Any] = {"viewport": {"width": 320, "height": 480}, "color_scheme": colours}
    with browser.new_context(**looks) as context:
        chat = context.new_page()
        arrive(chat, desk)
        with context.expect_page() as opened:
            chat.get_by_role("link", name="Aviso de privacidad").click()
        notice: Page = opened.value
        expect(notice.get_by_role("heading", level=1)).to_have_text("Aviso de privacidad")
        assert violations(notice) == []
        width = "document.documentElement.scrollWidth - innerWidth"
        assert notice.evaluate(width) <= 0


@pytest.mark.parametrize(
    ("public_url", "channel", "told"),
    [
        ("", "webchat", "al principio de esta página"),
        ("", "telegram", "escriba «persona»"),
        ("https://chat.ejemplo.mx/", "whatsapp", "Aviso completo: https://chat.ejemplo.mx/aviso"),
    ],
)
def test_each_channel_says_where_it_is(public_url: str, channel: str, told: str) -> None:
    context = Context(opening.rules(public_url), now(), channel=channel)
    assert told in replies.words_for(ShowNotice(), context)[0]


def test_where_the_department_publishes_its_own_there_is_no_other(
    monkeypatch: pytest.MonkeyPatch, desk_rules: DeskRules
) -> None:
    elsewhere = "https://www.ejemplo.mx/privacidad"
    published = replace(desk_rules, notice=replace(desk_rules.notice, full_text=elsewhere))
    monkeypatch.setattr(rules, "load", lambda: published)
    answer = Pages("", ()).notice(Request({"type": "http", "headers": []}))
    assert (answer.status_code, answer.headers["location"]) == (307, elsewhere)
    assert opening.rules("https://chat.ejemplo.mx").notice.full_text == elsewhere


@pytest.mark.parametrize(
    ("channel", "way"), [("webchat", "«Salir rápido»"), ("telegram", "cierre esta conversación")]
)
def test_who_must_hide_is_told_how_on_their_channel(
    desk_rules: DeskRules, channel: str, way: str
) -> None:
    asked = acts.AskIfSafe(perils.VIOLENCE)
    text, _ = replies.words_for(asked, Context(desk_rules, now(), channel=channel))
    assert way in text


@pytest.mark.parametrize("language", replies.LANGUAGES)
def test_beside_violence_the_page_never_speaks_of_closing_the_chat(
    desk_rules: DeskRules, language: str
) -> None:
    context = Context(desk_rules, now(), language, channel="webchat")
    about = (
        None,
        "no_answer",
        "called",
        "no_call",
        "can_call",
        "alone",
        "secret",
        "watched",
        "next",
    )
    told = [acts.Accompany(perils.VIOLENCE, about=each) for each in (*about, "taken_back")]
    told += [acts.Accompany(perils.VIOLENCE, denied=True), acts.Accompany(perils.VIOLENCE, times=1)]
    for each in told:
        text, _ = replies.words_for(each, context)
        assert "Salir rápido" in text or "Leave quickly" in text


@pytest.mark.parametrize(("language", "part"), [("es", "/aviso"), ("en", "/aviso#english")])
def test_the_short_one_leads_to_the_whole_in_its_language(language: str, part: str) -> None:
    ours = opening.rules("https://chat.ejemplo.mx")
    context = Context(ours, now(), language, channel="webchat")
    text, _ = replies.words_for(ShowNotice(short=True), context)
    assert text.endswith(f"https://chat.ejemplo.mx{part}")
    assert ours.notice.responsible not in text
