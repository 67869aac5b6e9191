"""Sending through the real client to a Bot API server that answers as Telegram does, or fails."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.channels import NotNow, Refused, Unknown
from bot.channels.telegram import Telegram, Waits
from bot.channels.telegram.sending import parts
from handoff.exchanges import Outbound
from handoff.store.models import Author
from tests.bot.bot_api import BLOCKED, TOKEN, BotApi, Fail, Failure, Page, Silence

pytestmark = pytest.mark.anyio


@pytest.fixture
async def telegram(api: BotApi) -> AsyncIterator[Telegram]:
    async with Telegram(TOKEN, api.url, Waits(answer=5, next_part=0)) as telegram:
        yield telegram


def owed(text: str, *buttons: tuple[str, str]) -> Outbound:
    return Outbound(1, 1, "telegram", "42", Author.bot, None, text, buttons, 0)


async def test_a_text_goes_out_as_it_is(api: BotApi, telegram: Telegram) -> None:
    text = "<b>Su folio</b> es <DAC-1> &amp; *ya* _quedó_ [aquí](https://a.mx) `fin` \\. & ||x||"
    assert await telegram.send(owed(text)) == "1"
    assert api.sent == [  # and with no parse_mode
        {
            "chat_id": 42,
            "text": text,
            "link_preview_options": {"is_disabled": True},
        }
    ]


async def test_buttons_stand_below_the_text(api: BotApi, telegram: Telegram) -> None:
    call = ("Llamar al 9-1-1", "tel:911")  # Telegram has no buttons that dial
    await telegram.send(owed("¿Es correcto?", ("Sí", "yes"), ("No", "no"), call))
    keyboard = api.sent[0]["reply_markup"]["inline_keyboard"]
    assert [[button["text"] for button in row] for row in keyboard] == [["Sí"], ["No"]]
    assert [row[0]["callback_data"] for row in keyboard] == ["yes", "no"]
    await telegram.send(owed("Llame al 9-1-1.", call))
    assert "reply_markup" not in api.sent[1]


async def test_a_payload_that_could_not_come_back_is_refused(
    api: BotApi, telegram: Telegram
) -> None:
    await telegram.send(owed("Elija", ("Colonia", "á" * 32)))
    with pytest.raises(Refused, match="payload too long"):
        await telegram.send(owed("Elija", ("Colonia", "á" * 32 + "b")))
    assert len(api.sent) == 1


async def test_a_long_text_goes_out_in_parts(api: BotApi, telegram: Telegram) -> None:
    lines = [f"{number}. Requisito número {number}." for number in range(300)]
    assert await telegram.send(owed("\n".join(lines), ("Gracias", "thanks"))) == str(len(api.sent))
    assert len(api.sent) > 1
    assert "\n".join(each["text"] for each in api.sent) == "\n".join(lines)
    assert ["reply_markup" in each for each in api.sent] == [False] * (len(api.sent) - 1) + [True]


@pytest.mark.parametrize(
    "failure",
    [
        Fail(400, "Bad Request"),
        Page(504),
        Fail(429, "Too Many Requests", {"retry_after": 600}),
    ],
)
async def test_a_text_cut_half_way_is_not_sent_again(
    api: BotApi, telegram: Telegram, failure: Failure
) -> None:
    text = "\n".join(["Un renglón."] * 800)
    api.fail("sendMessage", None, failure)
    with pytest.raises(Unknown, match="cut after part 1"):
        await telegram.send(owed(text))
    assert len(api.sent) == 1


async def test_the_next_part_is_tried_again_when_it_certainly_did_not_go_out(
    api: BotApi, telegram: Telegram
) -> None:
    slow_down = Fail(429, "Too Many Requests", {"retry_after": 0})
    api.fail("sendMessage", None, slow_down, Fail(500, "Internal Server Error"), Page(502))
    lines = ["Un renglón."] * 400
    await telegram.send(owed("\n".join(lines)))
    assert "\n".join(each["text"] for each in api.sent) == "\n".join(lines)


async def test_the_next_part_is_given_up_when_it_never_goes_out(
    api: BotApi, telegram: Telegram
) -> None:
    api.fail("sendMessage", None, *[Fail(500, "Internal Server Error")] * 4)
    with pytest.raises(Unknown, match="cut after part 1"):
        await telegram.send(owed("\n".join(["Un renglón."] * 400)))
    assert len(api.sent) == 1


PLACE = {"text": "Enviar mi ubicación", "request_location": True}
PHONE = {"text": "Enviar mi teléfono", "request_contact": True}
LONG = "\n".join(["Un renglón."] * 400)
UNKNOWN_FACT = ("No lo sé", "omitir:colonia")


@pytest.mark.parametrize(
    ("asks", "rows"),
    [
        ("location", [[PLACE], [{"text": "No lo sé"}]]),
        ("contact", [[PHONE], [{"text": "No lo sé"}]]),
        ("words", [[{"text": "No lo sé"}]]),
    ],
)
async def test_what_may_take_the_place_of_typing(
    api: BotApi, telegram: Telegram, asks: str, rows: list[Any]
) -> None:
    await telegram.send(replace(owed("¿En qué colonia?", UNKNOWN_FACT), asks=asks))
    keyboard = {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}
    shown = api.sent[0]["reply_markup"]
    assert {name: value for name, value in shown.items() if value is not False} == keyboard


async def test_what_the_phone_knows_is_asked_for_in_the_language_of_the_conversation(
    api: BotApi, telegram: Telegram
) -> None:
    asking = replace(owed("Which street?", ("I don't know", "omitir:calle")), asks="location")
    await telegram.send(replace(asking, language="en"))
    [[place], _] = api.sent[0]["reply_markup"]["keyboard"]
    assert place["text"] == "Send my location"


@pytest.mark.parametrize(
    ("text", "buttons", "said"),
    [
        ("Gracias.", (), [("Gracias.", "remove")]),
        ("Gracias.", (("Llamar", "tel:911"),), [("Gracias.", "remove")]),
        (
            "Entendí:\n• Calle: Uno\n\n¿Es correcto?",
            (("Sí", "si"),),
            [("Entendí:\n• Calle: Uno", "remove"), ("¿Es correcto?", "inline")],
        ),
        (
            "Hay más de un lugar. ¿En qué municipio es?",
            (("Ures", "municipio:Ures"),),
            [("Hay más de un lugar.", "remove"), ("¿En qué municipio es?", "inline")],
        ),
        ("¿Cuál es?", (("Sí", "si"),), [("Anotado.", "remove"), ("¿Cuál es?", "inline")]),
        (
            LONG,
            (("Sí", "si"),),
            list(zip(parts(LONG), ("remove", "inline"), strict=True)),
        ),
    ],
)
async def test_what_was_offered_for_typing_is_taken_away(
    api: BotApi,
    telegram: Telegram,
    text: str,
    buttons: tuple[tuple[str, str], ...],
    said: list[tuple[str, str]],
) -> None:
    await telegram.send(replace(owed(text, *buttons), after_asking=True))
    shown = [(each["text"], next(iter(each["reply_markup"]))) for each in api.sent]
    assert shown == [(part, f"{kind}_keyboard") for part, kind in said]


async def test_nothing_is_being_written_once_the_answer_was_sent(
    api: BotApi, telegram: Telegram
) -> None:
    moment = asyncio.get_running_loop().time()
    await telegram.send(owed("Buenas tardes"))
    telegram.show_busy("42", moment)
    telegram.show_busy("43", moment)
    await asyncio.to_thread(api.wait_until, lambda: bool(api.called("sendChatAction")))
    telegram.show_busy("42", asyncio.get_running_loop().time())
    await asyncio.to_thread(api.wait_until, lambda: len(api.called("sendChatAction")) == 2)
    assert [each["chat_id"] for each in api.called("sendChatAction")] == [43, 42]


async def test_what_shows_that_it_is_being_written_may_fail(
    api: BotApi, telegram: Telegram
) -> None:
    api.fail("sendChatAction", BLOCKED)
    telegram.show_busy("42", asyncio.get_running_loop().time())
    await asyncio.to_thread(api.wait_until, lambda: not api.waiting_failures("sendChatAction"))
    assert await telegram.send(owed("Buenas tardes")) == "1"


async def test_a_next_question_takes_the_place_of_what_was_offered(
    api: BotApi, telegram: Telegram
) -> None:
    asking = replace(owed("¿En qué calle?"), asks="location", after_asking=True)
    await telegram.send(asking)
    [message] = api.sent
    assert message["reply_markup"]["keyboard"] == [[PLACE]]


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (Fail(429, "Too Many Requests: retry after 7", {"retry_after": 7}), "too many requests"),
        (Page(429), "too many requests"),
        (Fail(500, "Internal Server Error"), "server failed"),
        (Page(502), "server failed"),
        (Fail(401, "Unauthorized"), "token rejected"),
    ],
)
async def test_telegram_says_not_now(
    api: BotApi, telegram: Telegram, failure: Failure, reason: str
) -> None:
    api.fail("sendMessage", failure)
    with pytest.raises(NotNow, match=reason) as raised:
        await telegram.send(owed("Buenas tardes"))
    assert raised.value.after == (7 if isinstance(failure, Fail) and failure.parameters else None)
    await telegram.send(owed("Buenas tardes"))
    assert len(api.sent) == 1


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (BLOCKED, "blocked"),
        (Fail(403, "Forbidden: user is deactivated"), "deactivated"),
        (Fail(403, "Forbidden: bot can't initiate conversation with a user"), "not started"),
        (Fail(403, "Forbidden: something new"), "forbidden"),
        (Fail(400, "Bad Request: chat not found"), "chat not found"),
        (Fail(400, "Bad Request: message text is empty"), "empty"),
        (Fail(400, "Bad Request: BUTTON_DATA_INVALID"), "bad request"),
        (Fail(400, "Bad Request", {"migrate_to_chat_id": -10012345}), "bad request"),
    ],
)
async def test_telegram_refuses(
    api: BotApi, telegram: Telegram, failure: Failure, reason: str
) -> None:
    api.fail("sendMessage", failure)
    with pytest.raises(Refused, match=f"^{reason}$"):
        await telegram.send(owed("Buenas tardes"))


async def test_no_answer_in_time_leaves_the_outcome_unknown(api: BotApi) -> None:
    api.fail("sendMessage", Silence())
    async with Telegram(TOKEN, api.url, Waits(answer=0.2)) as telegram:
        with pytest.raises(Unknown, match="time-out"):
            await telegram.send(owed("Buenas tardes"))
    assert len(api.sent) == 1


async def test_a_gateway_that_gave_up_does_not_know_either(api: BotApi, telegram: Telegram) -> None:
    api.fail("sendMessage", Page(504))
    with pytest.raises(Unknown, match="time-out"):
        await telegram.send(owed("Buenas tardes"))


async def test_nobody_listens_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        closed = listener.getsockname()[1]
    async with Telegram(TOKEN, f"http://127.0.0.1:{closed}", Waits(answer=5)) as telegram:
        with pytest.raises(NotNow, match="unreachable"):
            await telegram.send(owed("Buenas tardes"))


async def test_a_connection_cut_before_the_answer_leaves_the_outcome_unknown() -> None:
    async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with Telegram(TOKEN, f"http://127.0.0.1:{port}", Waits(answer=5)) as telegram:
            with pytest.raises(Unknown, match="connection lost"):
                await telegram.send(owed("Buenas tardes"))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", [""]),
        ("  hola  ", ["hola"]),
        ("0123456789", ["0123456789"]),
        ("01234567890", ["0123456789", "0"]),
        ("0123456 89 123", ["0123456 89", "123"]),
        ("Sí. Va a b c d", ["Sí. Va a b", "c d"]),
        ("Es uno. Y dos", ["Es uno.", "Y dos"]),
        ("Renglón\nuno. dos", ["Renglón", "uno. dos"]),
        ("a\nb c d e f g", ["a\nb c d e", "f g"]),
        ("😀😀😀😀😀😀", ["😀😀😀😀😀", "😀"]),
        ("a😀😀😀😀😀😀", ["a😀😀😀😀", "😀😀"]),
        ("0123456789   \n  ", ["0123456789"]),
    ],
)
def test_where_a_text_is_cut(text: str, cut: list[str]) -> None:
    assert parts(text, 10) == cut
