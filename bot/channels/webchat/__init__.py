"""The citizen's chat on the web: calls, live connection, page and loader (see routes)."""

from collections.abc import Awaitable, Callable

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from bot.channels.webchat.attachments import get_attachment, post_attachment
from bot.channels.webchat.chat import WebChat
from bot.channels.webchat.live import get_messages, live
from bot.channels.webchat.messages import Messages
from bot.channels.webchat.pages import Pages
from bot.channels.webchat.problems import Problem, too_often
from handoff.rules import desk

__all__ = ["WebChat", "message_route", "routes"]

Call = Callable[[WebChat, Request], Awaitable[Response]]


def routes(chat: WebChat) -> list[BaseRoute]:
    """The busiest first. Raises ValueError if an embed origin is not an origin."""
    pages = Pages(chat.public_url, chat.embed_origins)
    return [
        message_route(chat),
        _route("/chat/messages", chat, get_messages, "GET"),
        _route("/chat/sessions", chat, post_session, "POST"),
        _route("/chat/attachments", chat, post_attachment, "POST"),
        _route("/chat/attachments/{key}", chat, get_attachment, "GET"),
        WebSocketRoute("/chat/live", _live(chat)),
        Route("/", _page(pages.alone.response)),
        Route(desk.NOTICE, _page(pages.notice)),
        Route("/chat/embed", _page(pages.embedded.response)),
        Route("/chat/loader.js", _page(pages.loader.response)),
        Route("/chat/page/{version}/{name}", _part(pages)),
    ]


def message_route(chat: WebChat) -> Route:
    """The busiest call, for those who want it served before all others."""
    return Route("/chat/messages", Messages(chat), methods=["POST"])


async def post_session(chat: WebChat, request: Request) -> Response:
    """201 with a token and the conversation's key."""
    caller = request.client.host if request.client else ""
    if wait := chat.sessions.take(caller, chat.now()):
        raise too_often(wait)
    token, conversation = await chat.open()
    body = msgspec.json.encode({"token": token, "conversation": conversation})
    headers = {"cache-control": "no-store"}
    return Response(body, 201, headers, "application/json")


def _route(path: str, chat: WebChat, call: Call, method: str) -> Route:
    async def answer(request: Request) -> Response:
        try:
            return await call(chat, request)
        except Problem as problem:
            return problem.response()

    return Route(path, answer, methods=[method], name=call.__name__)


def _live(chat: WebChat) -> Callable[[WebSocket], Awaitable[None]]:
    async def answer(websocket: WebSocket) -> None:
        await live(chat, websocket)

    return answer


def _page(respond: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        return respond(request)

    return answer


def _part(pages: Pages) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            return pages.part(**request.path_params).response(request)
        except Problem as problem:
            return problem.response()

    return answer
