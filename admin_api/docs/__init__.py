"""The pages of the API, made from its own OpenAPI document: no script, nothing from elsewhere."""

from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from admin_api.docs import shapes

HERE = Path(__file__).parent

router = APIRouter(prefix="/docs")
_pages = Environment(
    loader=FileSystemLoader(HERE),
    autoescape=select_autoescape(),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@router.get("")
def api_pages(request: Request) -> HTMLResponse:
    document: dict[str, Any] = request.app.openapi()
    return HTMLResponse(
        _pages.get_template("api.html").render(
            about=document["info"],
            rooms=shapes.rooms(document),
            schemas=shapes.schemas(document),
        )
    )


@router.get("/api.css")
def style() -> FileResponse:
    return FileResponse(HERE / "api.css", headers={"Cache-Control": "max-age=3600"})
