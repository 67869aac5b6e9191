"""What each kind of Telegram message becomes in the exchange log."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.channels import Door
from bot.channels.telegram.updates import received
from handoff.exchanges import Inbound

NOW = datetime(2027, 3, 1, 18, 30, tzinfo=UTC)
SENT = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)
CITIZEN = {"id": 42, "is_bot": False, "first_name": "Rosa", "last_name": "Valenzuela"}
CHAT = {"id": 42, "type": "private", "first_name": "Rosa"}
FILE = {"file_id": "F1", "file_unique_id": "f1", "file_size": 2048}
THUMBNAIL = {"file_id": "T1", "file_unique_id": "t1", "width": 90, "height": 90}


def message(**said: Any) -> dict[str, Any]:
    date = int(SENT.timestamp())
    return {"message_id": 7, "from": CITIZEN, "chat": CHAT, "date": date, **said}


def inbound(update: dict[str, Any]) -> Inbound | None:
    return received({"update_id": 900, **update}, NOW).inbound


def test_a_text() -> None:
    assert inbound({"message": message(text="Hay un bache en mi calle")}) == Inbound(
        channel="telegram",
        address="42",
        received_key="telegram:u900",
        text="Hay un bache en mi calle",
        received_at=SENT,
        name="Rosa Valenzuela",
        content={"message_id": "7"},
    )


def photo(file_id: str, width: int) -> dict[str, Any]:
    return {"file_id": file_id, "file_unique_id": file_id, "width": width, "height": width}


PLACE = {"latitude": 29.07, "longitude": -110.95}
VENUE = {"location": PLACE, "title": "Mercado", "address": "Calle Uno 1"}
FILM = {**FILE, "width": 640, "height": 480, "duration": 9}
STICKER = {**FILE, "type": "regular", "width": 512, "height": 512, "emoji": "👍"}
STICKER_FLAGS = {"is_animated": False, "is_video": False}
FILM_KEPT = {"id": "F1", "size": 2048, "duration": 9, "width": 640, "height": 480}


@pytest.mark.parametrize(
    ("said", "text", "content"),
    [
        ({"text": "/start bache"}, "/start bache", {}),
        ({"location": PLACE}, "", {"location": {"lat": 29.07, "lon": -110.95}}),
        (
            {"location": PLACE, "venue": VENUE},
            "Mercado, Calle Uno 1",
            {"location": {"lat": 29.07, "lon": -110.95}},
        ),
        (
            {"contact": {"phone_number": "+526621234567", "first_name": "Rosa", "user_id": 42}},
            "",
            {"contact": {"phone": "+526621234567", "name": "Rosa", "own": True}},
        ),
        (
            {"contact": {"phone_number": "+526620000000", "first_name": "Ana", "last_name": "M"}},
            "",
            {"contact": {"phone": "+526620000000", "name": "Ana M", "own": False}},
        ),
        (
            {"photo": [photo("small", 90), photo("large", 800), photo("mid", 320)]},
            "",
            {"attachments": [{"kind": "photo", "id": "large", "width": 800, "height": 800}]},
        ),
        (
            {"document": {**FILE, "file_name": "acta.pdf", "mime_type": "application/pdf"}},
            "",
            {
                "attachments": [
                    {
                        "kind": "document",
                        "id": "F1",
                        "name": "acta.pdf",
                        "type": "application/pdf",
                        "size": 2048,
                    }
                ]
            },
        ),
        (
            {"voice": {**FILE, "duration": 4, "mime_type": "audio/ogg"}},
            "",
            {
                "attachments": [
                    {"kind": "voice", "id": "F1", "type": "audio/ogg", "size": 2048, "duration": 4}
                ]
            },
        ),
        (
            {"audio": {**FILE, "duration": 4}},
            "",
            {"attachments": [{"kind": "audio", "id": "F1", "size": 2048, "duration": 4}]},
        ),
        (
            {"video": FILM, "caption": "Así está la fuga", "media_group_id": "A1"},
            "Así está la fuga",
            {"attachments": [{"kind": "video", **FILM_KEPT}], "album": "A1"},
        ),
        (
            {"video_note": {**FILE, "length": 240, "duration": 3, "thumbnail": THUMBNAIL}},
            "",
            {"attachments": [{"kind": "video_note", "id": "F1", "size": 2048, "duration": 3}]},
        ),
        (
            {"animation": FILM, "document": FILE},
            "",
            {"attachments": [{"kind": "animation", **FILM_KEPT}]},
        ),
        (
            {"sticker": {**STICKER, **STICKER_FLAGS}},
            "",  # what it stands for was not typed
            {
                "attachments": [
                    {
                        "kind": "sticker",
                        "id": "F1",
                        "size": 2048,
                        "width": 512,
                        "height": 512,
                        "emoji": "👍",
                    }
                ]
            },
        ),
        ({"dice": {"emoji": "🎲", "value": 3}}, "", {"unsupported": "dice"}),
        ({"story": {"chat": CHAT, "id": 5}}, "", {"unsupported": "story"}),
        ({"hologram": {"of": "next year"}}, "", {"unsupported": "unknown"}),
        # What the library cannot make sense of is still somebody who wrote.
        ({"poll": {"question": "?"}}, "", {"unsupported": "unknown"}),
    ],
)
def test_what_a_message_carries(said: dict[str, Any], text: str, content: dict[str, Any]) -> None:
    heard = inbound({"message": message(**said)})
    assert heard is not None
    assert heard.text == text
    assert heard.content == {**content, "message_id": "7"}
    assert json.loads(json.dumps(heard.content)) == heard.content


def test_an_edit_says_which_message_it_changes() -> None:
    edited = datetime(2027, 3, 1, 18, 5, tzinfo=UTC)
    said = message(text="Perdón: dos baches", edit_date=int(edited.timestamp()))
    heard = inbound({"edited_message": said})
    assert heard is not None
    assert (heard.text, heard.received_at) == ("Perdón: dos baches", edited)
    assert heard.content == {"edit_of": "7", "message_id": "7"}


def click(**said: Any) -> dict[str, Any]:
    return {"id": "C1", "from": CITIZEN, "chat_instance": "1", "data": "yes", **said}


def test_a_button_brings_its_payload_and_its_label() -> None:
    keyboard = [[{"text": "Sí", "callback_data": "yes"}], [{"text": "No", "callback_data": "no"}]]
    asked = message(text="¿Es correcto?", reply_markup={"inline_keyboard": keyboard})
    update = received({"update_id": 900, "callback_query": click(message=asked)}, NOW)
    assert update.click == "C1"
    assert update.inbound is not None
    assert update.inbound.text == "Sí"
    assert update.inbound.content == {"payload": "yes", "message_id": "7"}
    assert update.inbound.received_at == NOW


def test_a_button_of_a_message_that_telegram_has_forgotten() -> None:
    heard = inbound({"callback_query": click()})
    assert heard is not None
    assert (heard.address, heard.text, heard.content) == ("42", "", {"payload": "yes"})
    old = {"message_id": 7, "chat": CHAT, "date": 0}
    heard = inbound({"callback_query": click(message=old)})
    assert heard is not None
    assert (heard.text, heard.content) == ("", {"payload": "yes", "message_id": "7"})


GROUP = {"id": -5, "type": "group", "title": "Vecinos"}
# What Telegram says of such a member besides.
RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
    "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info",
    "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip
MORE: dict[str, dict[str, Any]] = {
    "kicked": {"until_date": 0},
    "administrator": dict.fromkeys(RIGHTS, False),
}


@pytest.mark.parametrize(
    "update",
    [
        {"message": message(text="hola a todos", chat=GROUP)},
        {"message": message(new_chat_members=[CITIZEN])},
        {"message": message(pinned_message=message(text="fijado"))},
        {"edited_message": message(location=PLACE, edit_date=1)},
        {"edited_message": message(chat=GROUP, poll={})},
        {"channel_post": message(text="aviso")},
        {"business_message": message(text="hola")},
        {"callback_query": click(message=message(chat=GROUP))},
        {"callback_query": click(data=None, game_short_name="chess")},
        {"message": "not a message"},
        {"invention_of_next_year": {}},
    ],
)
def test_what_is_not_for_the_desk(update: dict[str, Any]) -> None:
    assert inbound(update) is None


@pytest.mark.parametrize(
    ("before", "after", "chat", "door", "group"),
    [
        ("member", "kicked", CHAT, Door("telegram", "42", is_open=False), None),
        ("kicked", "member", CHAT, Door("telegram", "42", is_open=True), None),
        ("left", "member", GROUP, None, -5),
        ("kicked", "administrator", GROUP, None, -5),
        ("member", "administrator", GROUP, None, None),
        ("member", "left", GROUP, None, None),
    ],
)
def test_where_the_bot_is_let_in(
    before: str, after: str, chat: dict[str, Any], door: Door | None, group: int | None
) -> None:
    old, new = ({"user": CITIZEN, "status": each, **MORE.get(each, {})} for each in (before, after))
    moved = {"chat": chat, "from": CITIZEN, "date": 1}
    change = {**moved, "old_chat_member": old, "new_chat_member": new}
    update = received({"update_id": 900, "my_chat_member": change}, NOW)
    assert (update.inbound, update.door, update.group) == (None, door, group)


def recorded() -> dict[str, dict[str, Any]]:
    """The recorded updates that stand beside the main checkout; without them, one like above."""
    root = Path(__file__).parents[2]
    link = root / ".git"
    if link.is_file():  # a worktree: it names the main checkout
        root = Path(link.read_text().removeprefix("gitdir: ").strip()).parents[2]
    files = sorted((root.parent / "shared/data/fixtures/telegram").glob("*.json"))
    found = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}
    return found or {"written": {"update_id": 900, "message": message(text="hola")}}


RECORDED = recorded()
# Notices of Telegram itself, and what is not asked for.
SILENT = {"business_message", "message_reaction", "my_chat_member", "new_chat_members", "poll"}


@pytest.mark.parametrize("name", RECORDED)
def test_every_recorded_update_is_read(name: str) -> None:
    raw = RECORDED[name]
    update = received(raw, NOW)
    assert (update.inbound is None) == (name in SILENT)
    assert (update.door is None) == (name != "my_chat_member")
    if update.inbound is not None:
        assert update.inbound.received_key == f"telegram:u{raw['update_id']}"
        assert update.inbound.text or update.inbound.content
        assert "unsupported" not in (update.inbound.content or {})


@pytest.mark.parametrize("raw", [None, [], "hola", {}, {"update_id": "1"}])
def test_what_is_no_update(raw: object) -> None:
    with pytest.raises(ValueError, match="not an update"):
        received(raw, NOW)
