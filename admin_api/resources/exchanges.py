"""Full-text search over the whole log."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from admin_api import errors
from admin_api.access import Writing
from admin_api.paging import Page, Pages
from admin_api.resources import transcripts
from admin_api.resources.indexing import indexed
from admin_api.resources.transcripts import ExchangeView, Piece
from admin_api.resources.wording import View
from handoff import audit, listing
from handoff.store.models import Exchange

router = APIRouter(prefix="/exchanges", tags=["Búsqueda"])

Words = Annotated[
    str,
    Query(
        min_length=1,
        max_length=200,
        description="Palabras que el mensaje contiene, todas; la última puede ir incompleta. Los "
        "acentos no importan.",
        examples=["lampara calle"],
    ),
]


class Found(View):
    conversation: str = Field(description="Id de la conversación.")
    channel: str
    name: str | None
    exchange: ExchangeView
    snippet: list[Piece] = Field(description="El fragmento, cortado donde coincide.")


@router.get(
    "",
    summary="Buscar en todos los mensajes, lo más nuevo primero",
    description="Cada búsqueda queda en la bitácora de accesos.",
    dependencies=[indexed],
    responses=errors.documented(),
)
def search_exchanges(q: Words, pages: Pages, work: Writing) -> Page[Found]:
    audit.write(work.session, work.person, "search", "exchanges", work.now)
    rows = listing.found(work.session, work.person, q, pages.after, pages.rows)
    return pages.page(rows, key=lambda row: row.id, show=lambda row: _show(row, q))


def _show(exchange: Exchange, query: str) -> Found:
    return Found(
        conversation=exchange.conversation.key,
        channel=exchange.conversation.channel,
        name=exchange.conversation.name,
        exchange=transcripts.show(exchange),
        snippet=transcripts.snippet(exchange, query),
    )
