"""Sending through HTTP to a Cloud API server that answers as Meta does, or fails."""

import asyncio
import io
import logging
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels import Accepted, Held, NotNow, Refused, Unknown
from bot.channels.whatsapp import Account, WhatsApp
from bot.channels.whatsapp.sending import messages
from bot.replies import WORDS
from handoff.exchanges import Heard, Outbound
from handoff.store.models import Author
from tests.bot.bot_api import Page, Silence
from tests.bot.cloud_api import (
    ACCOUNT,
    ADDRESS,
    CITIZEN,
    TOKEN,
    CloudApi,
    Fail,
    Failure,
    choices_of,
    text_of,
)

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
WITH_TEMPLATE = replace(ACCOUNT, template="aviso", template_language="es_MX")


def just_now(_address: str) -> Heard:
    return Heard(7, NOW - timedelta(minutes=1), {"wa_id": CITIZEN})


def yesterday(_address: str) -> Heard:
    return Heard(7, NOW - timedelta(hours=24), None)


def never(_address: str) -> None:
    return None


def channel(url: str, account: Account = ACCOUNT, heard: object = just_now) -> WhatsApp:
    assert callable(heard)
    return WhatsApp(account, url, heard, lambda: NOW, answer=5)


@pytest.fixture
async def whatsapp(cloud: CloudApi) -> AsyncIterator[WhatsApp]:
    async with channel(cloud.url) as whatsapp:
        yield whatsapp


def owed(text: str, *buttons: tuple[str, str]) -> Outbound:
    return Outbound(31, 1, "whatsapp", ADDRESS, Author.bot, None, text, buttons, 0)


async def test_a_text_goes_out_as_it_is(cloud: CloudApi, whatsapp: WhatsApp) -> None:
    sent = await whatsapp.send(owed("Su folio es <DAC-1> & quedó."))
    assert sent == "wamid.out1"
    assert isinstance(sent, Accepted)
    assert cloud.sent == [
        {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": CITIZEN,
            "biz_opaque_callback_data": "31",
            "type": "text",
            "text": {"body": "Su folio es <DAC-1> & quedó.", "preview_url": False},
        }
    ]


async def test_who_hides_the_number_is_answered_by_id(cloud: CloudApi) -> None:
    def hidden(_address: str) -> Heard:
        return Heard(7, NOW, {})

    async with channel(cloud.url, heard=hidden) as whatsapp:
        await whatsapp.send(replace(owed("Hola"), address="MX.13491208655302741918"))
    assert cloud.sent[0]["recipient"] == "MX.13491208655302741918"
    assert "to" not in cloud.sent[0]


async def test_up_to_three_short_choices_are_buttons(cloud: CloudApi, whatsapp: WhatsApp) -> None:
    call = ("Llamar al 9-1-1", "tel:911")
    await whatsapp.send(owed("¿Es correcto?", ("Sí", "si"), ("No", "no"), call))
    assert cloud.sent[0]["interactive"] == {
        "type": "button",
        "body": {"text": "¿Es correcto?"},
        "action": {
            "buttons": [
                {"type": "reply", "reply": {"id": "si", "title": "Sí"}},
                {"type": "reply", "reply": {"id": "no", "title": "No"}},
            ]
        },
    }
    await whatsapp.send(owed("Llame al 9-1-1.", call))
    assert cloud.sent[1]["type"] == "text"


async def test_a_known_label_that_is_too_long_is_said_shorter(
    cloud: CloudApi, whatsapp: WhatsApp
) -> None:
    person = WORDS["person"]
    await whatsapp.send(owed("¿Es correcto?", ("Sí", "si"), (person, "persona")))
    assert choices_of(cloud.sent[0]) == {"Sí": "si", "Hablar con alguien": "persona"}
    footer = cloud.sent[0]["interactive"]["footer"]["text"]
    assert footer == "También puede escribir «Hablar con una persona»."
    assert len(footer) <= 60


async def test_more_or_longer_choices_are_a_list(cloud: CloudApi, whatsapp: WhatsApp) -> None:
    long = "Alumbrado público que no enciende"
    await whatsapp.send(owed("¿Cuál?", (long, "a"), ("Baches", "b")))
    assert cloud.sent[0]["interactive"] == {
        "type": "list",
        "body": {"text": "¿Cuál?"},
        "action": {
            "button": "Ver opciones",
            "sections": [
                {
                    "rows": [
                        {"id": "a", "title": "Alumbrado público que n…", "description": long},
                        {"id": "b", "title": "Baches"},
                    ]
                }
            ],
        },
    }


UNKNOWN = ("No lo sé", "omitir:colonia")


async def test_the_place_is_asked_for_with_a_button_that_sends_it(
    cloud: CloudApi, whatsapp: WhatsApp
) -> None:
    asking = replace(owed("¿En qué colonia?", UNKNOWN), asks="location")
    await whatsapp.send(asking)
    assert cloud.sent[0]["interactive"] == {
        "type": "location_request_message",
        "body": {"text": "¿En qué colonia?\n• No lo sé"},
        "action": {"name": "send_location"},
    }
    await whatsapp.send(replace(asking, buttons=()))
    assert text_of(cloud.sent[1]) == "¿En qué colonia?"
    await whatsapp.send(replace(asking, asks="words"))
    assert choices_of(cloud.sent[2]) == {"No lo sé": "omitir:colonia"}


@pytest.mark.parametrize("words", [1013, 1014, 5000])
def test_the_place_is_asked_for_where_the_question_fits(words: int) -> None:
    sent = messages(replace(owed("a" * words, UNKNOWN), asks="location"))
    assert "".join(map(text_of, sent)).startswith("a" * words)
    if words == 1013:  # with «• No lo sé» below it, 1,024
        assert sent[-1]["interactive"]["type"] == "location_request_message"
        assert len(text_of(sent[-1])) == 1024
    else:
        assert choices_of(sent[-1]) == ({"No lo sé": "omitir:colonia"} if words < 5000 else {})


LABELS = [f"Opción número {number}" for number in range(12)]


def check_limits(message: dict[str, object]) -> None:
    """As documented for each kind of message."""
    body = text_of(message)
    choices = choices_of(message)
    kind = message["interactive"]["type"] if message["type"] == "interactive" else "text"  # type: ignore[index]
    assert 0 < len(body) <= {"text": 4096, "list": 4096, "button": 1024}[kind]
    titles, ids = {"list": (24, 200), "button": (20, 256)}.get(kind, (0, 0))
    assert all(0 < len(title) <= titles for title in choices)
    assert all(len(id) <= ids for id in choices.values())
    if kind == "list":
        action = message["interactive"]["action"]  # type: ignore[index]
        rows = action["sections"][0]["rows"]
        assert len(action["button"]) <= 20
        assert len(rows) == len(choices) <= 10
        assert all(len(row.get("description", "")) <= 72 for row in rows)


@pytest.mark.parametrize("count", [0, 1, 3, 4, 10, 11, 12])
@pytest.mark.parametrize("words", [5, 300, 1500, 4096, 9000])
@pytest.mark.parametrize("more", ["", " con un nombre que no cabe en ninguna parte" * 2])
def test_nothing_is_lost_within_the_limits(count: int, words: int, more: str) -> None:
    said = ("Un renglón. " * 800)[:words].strip()
    buttons = [(f"{label}{more}", f"o:{label}") for label in LABELS[:count]]
    sent = messages(owed(said, *buttons))
    for each in sent:
        check_limits(each)
    shown = "\n".join(text_of(each) for each in sent)
    assert "".join(said.split()) in "".join(shown.split())
    choices = choices_of(sent[-1])
    if 0 < count <= 10:
        assert list(choices.values()) == [payload for _, payload in buttons]
    whole = shown + str(sent[-1])
    assert all(label in whole for label, _ in buttons)
    assert all(choices_of(each) == {} for each in sent[:-1])


def test_choices_that_would_look_alike_are_told_apart() -> None:
    buttons = [(f"Reporte de alumbrado público del {day} de mayo", str(day)) for day in (1, 2)]
    titles = choices_of(messages(owed("¿Cuál?", *buttons))[0])
    assert titles == {"1. Reporte de alumbrado…": "1", "2. Reporte de alumbrado…": "2"}
    twice = messages(owed("¿Cuál?", ("Sí", "a"), ("Sí", "b")))[0]
    assert choices_of(twice) == {"1. Sí": "a", "2. Sí": "b"}


def test_an_emoji_is_not_cut_in_half() -> None:
    [sent] = messages(owed("¿Cuál?", ("👍" * 13, "a"), ("b", "b")))
    assert list(choices_of(sent)) == [f"{'👍' * 11}…", "b"]


def test_a_payload_that_could_not_come_back_is_refused() -> None:
    assert choices_of(messages(owed("¿Cuál?", ("A", "a" * 256)))[0]) == {"A": "a" * 256}
    with pytest.raises(Refused, match="payload too long"):
        messages(owed("¿Cuál?", ("A", "a" * 257)))


async def test_a_text_cut_half_way_is_not_sent_again(cloud: CloudApi, whatsapp: WhatsApp) -> None:
    cloud.fail("messages", None, Fail(130429))
    with pytest.raises(Unknown, match="cut after part 1"):
        await whatsapp.send(owed("\n".join(["Un renglón."] * 800)))
    assert [each["biz_opaque_callback_data"] for each in cloud.sent] == ["31/part"]


@pytest.mark.parametrize(
    ("failure", "reason", "pause"),
    [
        (Fail(4), "too many requests", 60),
        (Fail(80007), "too many requests", 60),
        (Fail(130429), "too many requests", 5),
        (Fail(131048), "too many requests", 300),
        (Page(429), "too many requests", None),
        (Fail(131000, 500), "server failed", None),
        (Fail(131016, 503), "server failed", None),
        (Fail(2, 503), "server failed", None),
        (Page(502), "server failed", None),
        (Fail(190, 401), "token rejected", None),
        (Fail(10, 403), "token rejected", None),
        (Fail(200, 403), "token rejected", None),
        (Page(401), "token rejected", None),
        (Fail(131031), "account restricted", None),
    ],
)
async def test_meta_says_not_now(
    cloud: CloudApi, whatsapp: WhatsApp, failure: Failure, reason: str, pause: float | None
) -> None:
    cloud.fail("messages", failure)
    with pytest.raises(NotNow, match=f"^{reason}$") as raised:
        await whatsapp.send(owed("Buenas tardes"))
    assert raised.value.after == pause
    assert whatsapp.state == reason
    await whatsapp.send(owed("Buenas tardes"))
    assert (whatsapp.state, whatsapp.last_ok, len(cloud.sent)) == ("ok", NOW, 1)


async def test_too_many_to_one_citizen_is_no_trouble_of_the_channel(
    cloud: CloudApi, whatsapp: WhatsApp
) -> None:
    cloud.fail("messages", Fail(131056))
    with pytest.raises(NotNow, match="to one citizen") as raised:
        await whatsapp.send(owed("Buenas tardes"))
    assert (raised.value.after, whatsapp.state) == (None, "starting")


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (Fail(131026), "undeliverable"),
        (Fail(131051), "unsupported"),
        (Fail(100), "bad request"),
        (Fail(131009), "bad request"),
        (Fail(132001, 404), "template rejected"),
        (Fail(131047), "window closed"),
        (Fail(987654), "error 987654"),
        (Page(404), "bad request"),
    ],
)
async def test_meta_refuses(
    cloud: CloudApi, whatsapp: WhatsApp, failure: Failure, reason: str
) -> None:
    cloud.fail("messages", failure)
    with pytest.raises(Refused, match=f"^{reason}$"):
        await whatsapp.send(owed("Buenas tardes"))


async def test_no_answer_in_time_leaves_the_outcome_unknown(cloud: CloudApi) -> None:
    cloud.fail("messages", Silence())
    async with WhatsApp(ACCOUNT, cloud.url, just_now, lambda: NOW, answer=0.3) as whatsapp:
        with pytest.raises(Unknown, match="time-out"):
            await whatsapp.send(owed("Buenas tardes"))
    assert len(cloud.sent) == 1


async def test_a_gateway_that_gave_up_does_not_know_either(
    cloud: CloudApi, whatsapp: WhatsApp
) -> None:
    cloud.fail("messages", Page(504))
    with pytest.raises(Unknown, match="time-out"):
        await whatsapp.send(owed("Buenas tardes"))


async def test_nobody_listens_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        closed = listener.getsockname()[1]
    async with channel(f"http://127.0.0.1:{closed}") as whatsapp:
        with pytest.raises(NotNow, match="unreachable"):
            await whatsapp.send(owed("Buenas tardes"))


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"])
async def test_an_answer_that_is_none_leaves_the_outcome_unknown(answer: bytes) -> None:
    async def answer_so(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"}}")
        writer.write(answer)
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(answer_so, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with channel(f"http://127.0.0.1:{port}") as whatsapp:
            with pytest.raises(Unknown, match=r"connection lost|no answer"):
                await whatsapp.send(owed("Buenas tardes"))


@pytest.mark.parametrize("heard", [yesterday, never])
async def test_outside_of_the_window_nothing_goes_without_a_template(
    cloud: CloudApi, heard: object
) -> None:
    async with channel(cloud.url, heard=heard) as whatsapp:
        with pytest.raises(Refused, match=r"^window closed$"):
            await whatsapp.send(owed("Buenas tardes"))
    assert cloud.sent == []


@pytest.mark.parametrize(("heard", "after"), [(yesterday, 7), (never, 0)])
async def test_outside_of_the_window_a_template_asks_the_citizen_to_write(
    cloud: CloudApi, heard: object, after: int
) -> None:
    async with channel(cloud.url, WITH_TEMPLATE, heard) as whatsapp:
        with pytest.raises(Held) as raised:
            await whatsapp.send(owed("Su caso está contestado."))
    assert (raised.value.after, raised.value.message_id) == (after, "wamid.out1")
    [sent] = cloud.sent
    assert (sent["to"], sent["biz_opaque_callback_data"]) == (ADDRESS, "31/template")
    assert sent["template"]["name"] == "aviso"
    assert sent["template"]["language"]["code"] == "es_MX"
    [body] = sent["template"]["components"]
    [parameter] = body["parameters"]
    assert "contestado" not in parameter["text"]
    assert "\n" not in parameter["text"]


async def test_meta_may_know_better_that_the_window_is_closed(cloud: CloudApi) -> None:
    cloud.fail("messages", Fail(131047))
    async with channel(cloud.url, WITH_TEMPLATE) as whatsapp:
        with pytest.raises(Held):
            await whatsapp.send(owed("Buenas tardes"))
    assert cloud.texts() == ["aviso"]


@pytest.mark.parametrize(
    ("failure", "state"), [(Fail(190, 401), "token rejected"), (Fail(100), "number rejected")]
)
async def test_what_is_configured_wrong_shows_before_anybody_writes(
    cloud: CloudApi, caplog: pytest.LogCaptureFixture, failure: Failure, state: str
) -> None:
    cloud.fail("number", failure, failure, Page(502))
    async with channel(cloud.url) as whatsapp:
        assert whatsapp.state == "starting"
        await whatsapp.watch(pause=0)
        assert whatsapp.state == "ok"
    told = [each.getMessage() for each in caplog.records if each.levelno == logging.WARNING]
    assert told == [f"WhatsApp: {state}", "WhatsApp: server failed"]


async def test_the_logs_show_neither_the_token_nor_what_was_said(
    cloud: CloudApi, whatsapp: WhatsApp, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    cloud.fail("messages", Fail(190, 401))
    with pytest.raises(NotNow):
        await whatsapp.send(owed("Hola, Rosa"))
    await whatsapp.send(owed("Hola, Rosa"))
    cloud.media["F1"] = b"foto"
    await whatsapp.download({"id": "F1"}, io.BytesIO(), 100)
    ours = [each.getMessage() for each in caplog.records if not each.name.startswith("uvicorn")]
    assert ours
    for secret in (TOKEN, "Rosa", CITIZEN, ADDRESS, "/files/"):
        assert not any(secret in each for each in ours)
