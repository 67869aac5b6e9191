"""What each kind of WhatsApp message becomes in the exchange log."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.channels.whatsapp.messages import canonical
from bot.channels.whatsapp.webhook import NotOurs, received
from handoff.exchanges import Fate, Inbound, Receipt
from tests.bot import cloud_api
from tests.bot.cloud_api import ADDRESS, CITIZEN, PHONE_ID, message

NOW = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
SENT = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
AT = int(SENT.timestamp())


def read(*said: dict[str, Any]) -> list[Inbound]:
    body = json.dumps(cloud_api.notification(cloud_api.messages(*said))).encode()
    return received(body, PHONE_ID, NOW).messages


def test_a_text() -> None:
    said = message("text", AT, id="wamid.1", text={"body": "Hay un bache en mi calle"})
    assert read(said) == [
        Inbound(
            channel="whatsapp",
            address=ADDRESS,
            received_key="whatsapp:wamid.1",
            text="Hay un bache en mi calle",
            received_at=SENT,
            name="Rosa Valenzuela",
            content={"wa_id": CITIZEN, "message_id": "wamid.1"},
        )
    ]


FILE = {"id": "F1", "sha256": "aGFzaA==", "mime_type": "image/jpeg"}
PLACE = {"latitude": 29.07, "longitude": -110.95}
ANA = {"name": {"formatted_name": "Ana"}, "phones": [{"phone": "+52 662 000 0000"}]}
ROSA = {"name": {"formatted_name": "Rosa"}, "phones": [{"phone": "+52 662 123 4567"}]}
NOBODY = {"name": {"formatted_name": "Nadie"}}
VENUE = {**PLACE, "name": "Mercado", "address": "Calle Uno 1"}
ERRORS = [{"code": 131051, "title": "Message type unknown"}]


def attached(kind: str, type: str = "image/jpeg", **more: str) -> dict[str, Any]:
    return {"attachments": [{"kind": kind, "id": "F1", **more, "type": type}]}


def chosen(kind: str, **more: str) -> dict[str, Any]:
    return {"type": kind, kind: {"id": "si", "title": "Sí", **more}}


KINDS: list[tuple[str, dict[str, Any], str, dict[str, Any]]] = [
    ("text", {"text": {"body": "hola"}, "context": {"forwarded": True}}, "hola", {}),
    ("text", {"text": {"body": "hola"}, "referral": {"source_id": "ADID"}}, "hola", {}),
    ("image", {"image": FILE}, "", attached("photo")),
    ("image", {"image": {**FILE, "url": "https://lookaside.fbsbx.com/x"}}, "", attached("photo")),
    ("image", {"image": {**FILE, "caption": "Así está"}}, "Así está", attached("photo")),
    (
        "video",
        {"video": {**FILE, "mime_type": "video/mp4"}},
        "",
        attached("video", "video/mp4"),
    ),
    (
        "document",
        {"document": {**FILE, "mime_type": "application/pdf", "filename": "acta.pdf"}},
        "",
        attached("document", "application/pdf", name="acta.pdf"),
    ),
    (
        "audio",
        {"audio": {**FILE, "mime_type": "audio/ogg; codecs=opus", "voice": True}},
        "",
        attached("voice", "audio/ogg; codecs=opus"),
    ),
    (
        "audio",
        {"audio": {**FILE, "mime_type": "audio/mpeg", "voice": False}},
        "",
        attached("audio", "audio/mpeg"),
    ),
    (
        "sticker",
        {"sticker": {**FILE, "mime_type": "image/webp", "animated": True}},
        "",
        attached("sticker", "image/webp"),
    ),
    ("location", {"location": PLACE}, "", {"location": {"lat": 29.07, "lon": -110.95}}),
    (
        "location",
        {"location": VENUE},
        "Mercado, Calle Uno 1",
        {"location": {"lat": 29.07, "lon": -110.95}},
    ),
    (
        "contacts",
        {"contacts": [ROSA]},
        "",
        {"contact": {"phone": "+52 662 123 4567", "name": "Rosa", "own": True}},
    ),
    (
        "contacts",
        {"contacts": [NOBODY, ANA, ROSA]},
        "Nadie\nRosa +52 662 123 4567",
        {"contact": {"phone": "+52 662 000 0000", "name": "Ana", "own": False}},
    ),
    ("interactive", {"interactive": chosen("button_reply")}, "Sí", {"payload": "si"}),
    (
        "interactive",
        {"interactive": chosen("list_reply", description="Sí, es correcto")},
        "Sí",
        {"payload": "si"},
    ),
    ("button", {"button": {"payload": "si", "text": "Sí"}}, "Sí", {"payload": "si"}),
    ("button", {"button": {"payload": "Leer", "text": "Leer"}}, "Leer", {}),
    ("interactive", {"errors": ERRORS}, "", {"unsupported": "interactive"}),
    ("reaction", {"reaction": {"message_id": "W", "emoji": "👍"}}, "👍", {"reaction": "W"}),
    ("reaction", {"reaction": {"message_id": "W"}}, "", {"reaction": "W"}),
    ("revoke", {"revoke": {"original_message_id": "W"}}, "", {"deletes": "W"}),
    (
        "edit",
        {
            "edit": {
                "original_message_id": "W",
                "message": {"type": "text", "text": {"body": "es en la Sahuaro"}},
            }
        },
        "es en la Sahuaro",
        {"edit_of": "W"},
    ),
    (
        "edit",
        {
            "edit": {
                "original_message_id": "W",
                "message": {"type": "image", "image": {**FILE, "caption": "Otra"}},
            }
        },
        "Otra",
        {**attached("photo"), "edit_of": "W"},
    ),
    ("order", {"order": {"text": "dos", "product_items": []}}, "dos", {"unsupported": "order"}),
    ("unsupported", {"errors": ERRORS}, "", {"unsupported": "unsupported"}),
    ("unsupported", {"unsupported": {"type": "poll"}}, "", {"unsupported": "poll"}),
    ("hologram", {"hologram": {"id": "H"}}, "", {"unsupported": "hologram"}),
    ("text", {}, "", {"unsupported": "text"}),
    ("text", {"text": "no es un objeto"}, "", {"unsupported": "text"}),
    (
        "system",
        {"system": {"type": "user_changed_number", "wa_id": "526629999999", "body": "…"}},
        "",
        {"system": "user_changed_number", "new": "526629999999"},
    ),
]


@pytest.mark.parametrize(("kind", "said", "text", "content"), KINDS)
def test_every_kind(kind: str, said: dict[str, Any], text: str, content: dict[str, Any]) -> None:
    [inbound] = read(message(kind, AT, id="wamid.1", **said))
    assert inbound.text == text
    assert inbound.content == {**content, "wa_id": CITIZEN, "message_id": "wamid.1"}


@pytest.mark.parametrize(
    "said",
    [
        message("system", system={"type": "customer_identity_changed", "body": "…"}),
        message("text", text={"body": "hola"}, group_id="G"),
        message("text", text={"body": "hola"}, sender=""),
        {"type": "text", "text": {"body": "hola"}},
        "nothing",
    ],
)
def test_what_is_not_a_message_to_us(said: Any) -> None:
    assert read(said) == []


def test_one_unreadable_message_holds_nothing_back() -> None:
    assert [each.text for each in read(cloud_api.text("uno"), {}, cloud_api.text("dos"))] == [
        "uno",
        "dos",
    ]


def test_who_hides_the_number_is_known_by_an_id() -> None:
    said = {**cloud_api.text("hola"), "from_user_id": "MX.13491208655302741918"}
    del said["from"]
    [inbound] = read(said)
    assert inbound.address == "MX.13491208655302741918"
    assert "wa_id" not in (inbound.content or {})


def test_a_time_that_is_none_is_now() -> None:
    said = {**cloud_api.text("hola"), "timestamp": "ayer"}
    assert [each.received_at for each in read(said)] == [NOW]


@pytest.mark.parametrize(
    ("wa_id", "address"),
    [
        ("5216621234567", "526621234567"),
        ("526621234567", "526621234567"),
        ("521662123456", "521662123456"),  # ten digits that begin with 1: no number of old
        ("15215551234567", "15215551234567"),
        ("5491158749895", "5491158749895"),
    ],
)
def test_the_same_citizen_has_one_address(wa_id: str, address: str) -> None:
    assert canonical(wa_id) == address


def test_a_notification_brings_everything_there_is() -> None:
    body = json.dumps(
        cloud_api.notification(
            cloud_api.messages(cloud_api.text("uno"), cloud_api.text("dos")),
            cloud_api.statuses(
                cloud_api.status("sent", "W1", AT, ours="7"),
                cloud_api.status("delivered", "W1", AT, ours="7"),
                cloud_api.status("read", "W1", AT),
                cloud_api.status("failed", "W2", AT, ours="8/template", code=132001),
                cloud_api.status("failed", "W3", AT),
                cloud_api.status("deleted", "W1", AT),
                {**cloud_api.status("read", "G1", AT), "recipient_type": "group"},
                {"status": "read"},
            ),
            cloud_api.messages(cloud_api.text("tres")),
            cloud_api.messages(cloud_api.text("a otro"), phone_id="999"),
        )
    ).encode()
    found = received(body, PHONE_ID, NOW)
    assert [each.text for each in found.messages] == ["uno", "dos", "tres"]
    assert found.others == 1

    def receipt(fate: Fate, of: str, ours: int | None = None, why: str | None = None) -> Receipt:
        return Receipt("whatsapp", of, fate, SENT, ours, why, is_part=ours == 8)

    assert found.receipts == [
        receipt(Fate.taken, "W1", 7),
        receipt(Fate.arrived, "W1", 7),
        receipt(Fate.seen, "W1"),
        receipt(Fate.failed, "W2", 8, "template rejected"),
        receipt(Fate.failed, "W3", None, "failed"),
    ]


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff", b"[]", b"{}", b'{"object": "page", "entry": []}', b'{"entry": []}'],
)
def test_what_is_no_notification_of_the_platform(body: bytes) -> None:
    with pytest.raises(NotOurs):
        received(body, PHONE_ID, NOW)


def recorded() -> dict[str, dict[str, Any]]:
    """The recorded webhooks that stand beside the main checkout; without them, those of above."""
    root = Path(__file__).parents[2]
    link = root / ".git"
    if link.is_file():  # a worktree: it names the main checkout
        root = Path(link.read_text().removeprefix("gitdir: ").strip()).parents[2]
    files = sorted((root.parent / "shared/data/fixtures/whatsapp").glob("*.json"))
    found = {
        f"{file.stem}.{name}": body
        for file in files
        for name, body in json.loads(file.read_text(encoding="utf-8")).items()
    }
    return found or {
        f"written.{number}": cloud_api.notification(cloud_api.messages(message(kind, AT, **said)))
        for number, (kind, said, _, content) in enumerate(KINDS)
        if "unsupported" not in content
    }


RECORDED = recorded()
# Of the desk's own messages, sent from the phone, and of security codes nothing is recorded.
NOTHING = {"system.identity_change"}


@pytest.mark.parametrize("name", RECORDED)
def test_every_recorded_webhook_is_understood(name: str) -> None:
    body = json.dumps(RECORDED[name]).encode()
    [change] = RECORDED[name]["entry"][0]["changes"]
    number = change["value"]["metadata"]["phone_number_id"]
    found = received(body, number, NOW)
    said = [] if name in NOTHING else change["value"].get("messages", [])
    assert [each.received_key for each in found.messages] == [
        f"whatsapp:{each['id']}" for each in said
    ]
    for inbound, raw in zip(found.messages, said, strict=True):
        assert inbound.address == canonical(raw["from"])
        assert int(inbound.received_at.timestamp()) == int(raw["timestamp"])
        unsupported = (inbound.content or {}).get("unsupported")
        is_known = raw["type"] not in ("unsupported", "order") and "with_err" not in name
        assert (unsupported is None) == is_known
    told = change["value"].get("statuses", [])
    alone = [each for each in told if each.get("recipient_type") != "group"]
    assert [each.message_id for each in found.receipts] == [each["id"] for each in alone]
