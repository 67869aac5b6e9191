"""A search finds what was written a moment ago: the index catches up before it."""

from fastapi import Depends, Request

from admin_api.access import CurrentLogin, Here
from handoff import search

SEARCHES = ("q", "text")  # the parameters that look for words


def _catch_up(request: Request, staff: Here, _login: CurrentLogin) -> None:
    if not any(name in request.query_params for name in SEARCHES):
        return
    with staff.store.reading() as session:
        is_behind = search.is_behind(session)
    if is_behind:
        with staff.store.transaction() as session:
            search.catch_up(session)


indexed = Depends(_catch_up, max_concurrency=4)
