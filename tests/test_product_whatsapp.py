"""WhatsApp from end to end: the whole product beside a Cloud API server, kill -9 included."""

import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from handoff import clock
from handoff.exchanges import chain
from handoff.store import Store
from handoff.store.models import Author, Delivery, Direction, Exchange
from tests import patience
from tests.bot import cloud_api
from tests.bot.cloud_api import CITIZEN, PHONE_ID, SECRET, TOKEN, VERIFY, CloudApi, choices_of
from tests.product import PASSWORD, Product, furnish, running

BACKLOG = 60
CITIZENS = 12
DEATHS = 3


@pytest.fixture
def data_dir(tmp_path: Path, model_of_the_product: Path) -> Path:
    furnish(tmp_path / "data", model_of_the_product)
    return tmp_path / "data"


@pytest.fixture
def cloud() -> Iterator[CloudApi]:
    with cloud_api.running() as cloud:
        yield cloud


def whatsapp(cloud: CloudApi) -> dict[str, object]:
    return {
        "whatsapp_token": TOKEN,
        "whatsapp_phone_id": PHONE_ID,
        "whatsapp_app_secret": SECRET,
        "whatsapp_verify_token": VERIFY,
        "whatsapp_api_url": cloud.url,
    }


def now() -> int:
    return int(clock.now().timestamp())


class Citizen:
    """Somebody at WhatsApp, as the desk meets them: webhooks in, calls of the API out."""

    def __init__(self, client: httpx.Client, cloud: CloudApi) -> None:
        self.client, self.cloud, self.read = client, cloud, 0

    def _bring(self, message: dict[str, Any]) -> None:
        brought = cloud_api.notification(cloud_api.messages(message))
        assert [cloud_api.deliver(self.client, brought) for _ in range(2)] == [200, 200]

    def says(self, words: str) -> None:
        self._bring(cloud_api.text(words, at=now()))

    def presses(self, label: str, of: dict[str, Any]) -> None:
        self._bring(cloud_api.pressed(choices_of(of)[label], label, at=now()))

    def sends_place(self, of: dict[str, Any]) -> None:
        """As WhatsApp does when the button of a request is pressed: an answer to that message."""
        asked = f"wamid.out{self.cloud.sent.index(of) + 1}"
        place = {"latitude": 31.3, "longitude": -110.93}
        context = {"from": "526620000000", "id": asked}
        self._bring(cloud_api.message("location", at=now(), location=place, context=context))

    def hears(self, part: str) -> dict[str, Any]:
        """The next message that contains `part`."""
        self.cloud.wait_until(lambda: any(part in each for each in self.cloud.texts()[self.read :]))
        while part not in self.cloud.texts()[self.read]:
            self.read += 1
        self.read += 1
        return self.cloud.sent[self.read - 1]


def test_a_citizen_of_whatsapp_gets_a_folio_by_buttons(data_dir: Path, cloud: CloudApi) -> None:
    with (
        running(data_dir, **whatsapp(cloud)) as product,
        patience.client(base_url=product.address) as client,
    ):
        assert f"Webhook de WhatsApp: {product.address}/whatsapp" in product.said
        rosa = Citizen(client, cloud)
        rosa.says("hay un bache enorme en la calle Reforma, colonia Centro, Hermosillo")
        rosa.hears("no soy una persona")
        summary = rosa.hears("¿Es correcto?")
        assert summary["to"] == CITIZEN
        rosa.presses("Sí, registrar", summary)
        receipt = rosa.hears("Folio: ")
        folio = re.search(r"Folio: (\S+)", receipt["text"]["body"])
        assert folio is not None
        rosa.says("quiero hablar con una persona")
        rosa.hears("persona")
        assert seen(client, cloud, receipt) is not None
        assert client.get("/readyz").json()["whatsapp"] == "ok"
    log = (data_dir / "log.jsonl").read_text()
    for secret in (TOKEN, SECRET, VERIFY, CITIZEN, "Reforma"):
        assert secret not in log


def test_a_citizen_of_whatsapp_sends_the_place(data_dir: Path, cloud: CloudApi) -> None:
    with (
        running(data_dir, **whatsapp(cloud)) as product,
        patience.client(base_url=product.address) as client,
    ):
        rosa = Citizen(client, cloud)
        rosa.says("hay un bache en nogales")
        asked = rosa.hears("¿En qué colonia")
        assert asked["interactive"]["type"] == "location_request_message"
        rosa.sends_place(of=asked)
        rosa.presses("Sí, registrar", rosa.hears("Ubicación: 31.3, -110.93"))
        rosa.hears("Folio: ")


def seen(client: httpx.Client, cloud: CloudApi, receipt: dict[str, Any]) -> str | None:
    """Have Meta tell that the citizen saw the receipt; when that was, says the staff's API."""
    ours = receipt["biz_opaque_callback_data"]
    of = f"wamid.out{cloud.sent.index(receipt) + 1}"
    told = cloud_api.statuses(cloud_api.status("read", of, now(), ours))
    assert cloud_api.deliver(client, cloud_api.notification(told)) == 200
    given = {"username": "admin", "password": PASSWORD}
    token = client.post("/api/v1/sessions", json=given).json()["token"]
    staff = {"Authorization": f"Bearer {token}"}
    [waiting] = client.get("/api/v1/queue", headers=staff).json()["items"]
    path = f"/api/v1/conversations/{waiting['conversation']}/exchanges"
    items = client.get(path, headers=staff).json()["items"]
    [shown] = [each for each in items if each["id"] == ours]
    assert (shown["delivery"], shown["delivered_at"]) == ("delivered", shown["seen_at"])
    return None if shown["seen_at"] is None else str(shown["seen_at"])


def bring(product: Product, waiting: dict[str, dict[str, Any]]) -> None:
    """Bring what is not acknowledged yet, as Meta does; what fails stays for the next time."""
    with patience.client(base_url=product.address) as client:
        for key, brought in list(waiting.items()):
            try:
                taken = cloud_api.deliver(client, brought) == 200
            except httpx.TransportError:
                return
            if taken:
                del waiting[key]


def test_a_crash_over_a_backlog_loses_and_repeats_nothing(data_dir: Path, cloud: CloudApi) -> None:
    waiting = {
        f"wamid.b{each}": cloud_api.notification(
            cloud_api.messages(
                cloud_api.text(
                    "gracias",
                    id=f"wamid.b{each}",
                    sender=f"52662000{each % CITIZENS:04}",
                    at=now(),
                )
            )
        )
        for each in range(BACKLOG)
    }
    everything = set(waiting)
    for death in range(1, DEATHS + 1):
        product = Product(data_dir, **whatsapp(cloud))
        wanted = len(cloud.sent) + 2 * death
        bringing = threading.Thread(target=bring, args=(product, waiting))
        bringing.start()
        try:
            cloud.wait_until(partial(has_sent, cloud, wanted))
        finally:
            product.kill()
            bringing.join()
    with running(data_dir, **whatsapp(cloud)) as product:
        bring(product, waiting)
        assert waiting == {}
        with patience.client(base_url=product.address) as client:
            assert any(is_done(client) for _ in range(5000))
    with (
        closing(Store(f"sqlite:///{data_dir / 'ventanilla.db'}")) as store,
        store.reading() as session,
    ):
        received = select(Exchange.received_key).where(Exchange.direction == Direction.inbound)
        logged = Counter(session.scalars(received))
        ours = session.scalars(select(Exchange).where(Exchange.author == Author.bot)).all()
        assert list(chain.verify(session)) == []
    assert logged == {f"whatsapp:{each}": 1 for each in everything}
    sent = Counter(each["biz_opaque_callback_data"] for each in cloud.sent)
    assert set(sent.values()) == {1}
    assert {each.delivery for each in ours} <= {Delivery.delivered, Delivery.unknown}
    delivered = {str(each.id) for each in ours if each.delivery is Delivery.delivered}
    assert delivered <= set(sent)


def has_sent(cloud: CloudApi, count: int) -> bool:
    return len(cloud.sent) >= count


def is_done(client: httpx.Client) -> bool:
    measured = client.get("/metrics").text
    return "ventanilla_unhandled 0.0" in measured and "ventanilla_owed 0.0" in measured
