"""The pages, their scripts and styles: read once, sent compressed, under a strict policy.

Scripts and styles have the version of all of them in their address, so that a browser never asks
for one again; the page itself and the loader are asked for each time, and sent when they changed.
"""

import gzip
import hashlib
import html
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.channels.webchat.problems import Problem
from handoff.rules import desk

FILES = Path(__file__).parents[2] / "webchat"
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}
SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
    "vary": "accept-encoding",
}
FOREVER = "public, max-age=31536000, immutable"
PAGE_ALONE = {
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(self), microphone=()",
}


class Page:
    """One file, ready to be sent."""

    def __init__(self, content: bytes, suffix: str, headers: Mapping[str, str]) -> None:
        self._content = content
        self._compressed = gzip.compress(content, mtime=0)
        self._type = TYPES[suffix]
        self._etag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
        self._headers = {**SAFE, **headers, "etag": self._etag}

    def response(self, request: Request) -> Response:
        if self._etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=self._headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers = {**self._headers, "content-encoding": "gzip"}
            return Response(self._compressed, headers=headers, media_type=self._type)
        return Response(self._content, headers=self._headers, media_type=self._type)


class Pages:
    """The chat by itself (`/`), inside another site (`/chat/embed`), what both load, and the whole
    privacy notice (`/aviso`)."""

    def __init__(self, public_url: str, embed_origins: Sequence[str]) -> None:
        self._rules = desk.load()
        hosts = " ".join(origin_of(each) for each in embed_origins)
        parts = {
            path.name: path.read_bytes()
            for path in sorted(FILES.iterdir())
            if path.suffix in TYPES and path.suffix != ".html" and path.name != "loader.js"
        }
        self._version = hashlib.sha256(b"".join(parts.values())).hexdigest()[:12]
        self._parts = {name: _part(name, content, "no-cache") for name, content in parts.items()}
        self._lasting = {name: _part(name, content, FOREVER) for name, content in parts.items()}
        alone = {"content-security-policy": _policy(public_url, "'none'"), **PAGE_ALONE}
        inside = {"content-security-policy": _policy(public_url, hosts or "'none'")}
        self.alone = self._page("index.html", "", alone)
        self.embedded = self._page("index.html", hosts, inside)
        self._notice = self._page("notice.html", "", alone)
        # Any site may load the loader; what it then shows is for the sites in `embed_origins`.
        shared = {"cross-origin-resource-policy": "cross-origin"}
        self.loader = Page((FILES / "loader.js").read_bytes(), ".js", shared)

    def notice(self, request: Request) -> Response:
        """Where the department publishes it itself, that one and no other."""
        if elsewhere := self._rules.notice.full_text:
            return RedirectResponse(elsewhere)
        return self._notice.response(request)

    def part(self, version: str, name: str) -> Page:
        """A script or a style. One of another version than asked for (while a new one is being
        installed) is not to be kept. Raises Problem 404."""
        parts = self._lasting if version == self._version else self._parts
        if name not in parts:
            raise Problem(404, "No hay nada en esta dirección.")
        return parts[name]

    def _page(self, file: str, hosts: str, headers: Mapping[str, str]) -> Page:
        """It has the desk's own name and lines in it."""
        rules = self._rules
        words = {
            "hosts": hosts,
            "version": self._version,
            "name": rules.name,
            "government": rules.government,
            "responsible": rules.notice.responsible,
            "address": rules.notice.address,
            "notice_version": rules.notice.version,
            "emergency": rules.emergency.number,
            "emergency_shown": rules.emergency.shown,
        }
        text = (FILES / file).read_text(encoding="utf-8")
        for name, word in words.items():
            text = text.replace("{{" + name + "}}", html.escape(word))
        return Page(text.encode(), ".html", headers)


def origin_of(given: str) -> str:
    """`https://sitio.mx` and nothing else: it goes into a header. Raises ValueError."""
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or given != f"{parts.scheme}://{parts.netloc}":
        raise ValueError(f"{given!r} no es un origen; escríbalo así: https://sitio.mx")
    if not parts.netloc or set(parts.netloc) & set(" ;,'\"<>@*"):
        raise ValueError(f"{given!r} no es un origen; escríbalo así: https://sitio.mx")
    return given


def _part(name: str, content: bytes, keeping: str) -> Page:
    return Page(content, Path(name).suffix, {"cache-control": keeping})


def _policy(public_url: str, frame_ancestors: str) -> str:
    # Older Safari does not take 'self' to cover WebSockets, so the public address is named.
    public = urlsplit(public_url)
    scheme = "wss" if public.scheme == "https" else "ws"
    socket = f" {scheme}://{public.netloc}" if public.netloc else ""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        f"connect-src 'self'{socket}; form-action 'none'; base-uri 'none'; "
        f"frame-ancestors {frame_ancestors}"
    )
