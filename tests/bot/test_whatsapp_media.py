"""Fetching what citizens sent, and to whom the token is shown."""

import io
from datetime import UTC, datetime

import pytest

from bot.channels import NotNow, Refused
from bot.channels.whatsapp import WhatsApp
from tests.bot.bot_api import Page
from tests.bot.cloud_api import ACCOUNT, PHONE_ID, CloudApi, Fail, Failure

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)


async def download(cloud: CloudApi, id: str = "F1", most: int = 1000) -> bytes:
    into = io.BytesIO()
    async with WhatsApp(ACCOUNT, cloud.url, lambda _: None, lambda: NOW, answer=5) as whatsapp:
        await whatsapp.download({"kind": "photo", "id": id}, into, most)
    return into.getvalue()


async def test_a_file_is_fetched_by_its_id(cloud: CloudApi) -> None:
    cloud.media["F1"] = b"\xff\xd8" * 500
    assert await download(cloud) == b"\xff\xd8" * 500


@pytest.mark.parametrize("told", [1001, 1])
async def test_a_file_that_is_too_large_is_not_taken(cloud: CloudApi, told: int) -> None:
    cloud.media["F1"] = b"x" * 1001
    cloud.sizes["F1"] = told  # whatever Meta says, the bytes are counted
    with pytest.raises(Refused, match=r"^too large$"):
        await download(cloud)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:1/files/F1",
        "http://lookaside.fbsbx.com/x",
        "https://lookaside.fbsbx.com.example.org/x",
        "https://lookaside.fbsbx.com:8443/x",
        "https://example.org/x",
        "file:///etc/passwd",
        "no es una dirección",
    ],
)
async def test_the_token_goes_to_nobody_else(cloud: CloudApi, address: str) -> None:
    cloud.media["F1"] = address
    with pytest.raises(Refused, match=r"^bad address$"):
        await download(cloud)


@pytest.mark.parametrize("id", ["F2", f"../{PHONE_ID}", "F1?x=1"])
async def test_a_file_that_is_no_more(cloud: CloudApi, id: str) -> None:
    cloud.media["F1"] = b"x"
    with pytest.raises(Refused, match=r"^gone$"):
        await download(cloud, id)


@pytest.mark.parametrize(
    ("what", "failure", "error", "reason"),
    [
        ("media", Fail(190, 401), NotNow, "token rejected"),
        ("media", Page(503), NotNow, "server failed"),
        ("media", Page(200), NotNow, "no answer of the API"),
        ("media", Page(504), NotNow, "time-out"),
        ("file", Page(404), Refused, "gone"),
        ("file", Page(500), NotNow, "server failed"),
        ("file", Page(504), NotNow, "unreachable"),
    ],
)
async def test_a_file_that_cannot_be_had_now(
    cloud: CloudApi, what: str, failure: Failure, error: type[Exception], reason: str
) -> None:
    cloud.media["F1"] = b"x"
    cloud.fail(what, failure)
    with pytest.raises(error, match=f"^{reason}$"):
        await download(cloud)
    assert await download(cloud) == b"x"
