"""Many calls at once: nobody holds all the threads while waiting for the database."""

import asyncio

import httpx

from tests.admin_api.conftest import Office, on_both_databases

CALLS = 120  # three times as many as there are threads


@on_both_databases
def test_a_rush_of_calls_is_answered(office: Office) -> None:
    url = f"/api/v1/conversations/{office.ask_for_person()}"
    headers = {"Authorization": f"Bearer {office.token('eruiz')}"}

    async def rush() -> list[int]:
        transport = httpx.ASGITransport(office.app)
        async with (
            httpx.AsyncClient(
                transport=transport, base_url="http://testserver", headers=headers
            ) as client,
            asyncio.timeout(60),
            asyncio.TaskGroup() as tasks,
        ):
            calls = [
                tasks.create_task(
                    client.post(f"{url}/notes", json={"text": f"nota {number}"})
                    if number % 2
                    else client.get(f"{url}/exchanges")
                )
                for number in range(CALLS)
            ]
        return [call.result().status_code for call in calls]

    assert sorted(set(asyncio.run(rush()))) == [200, 201]
