"""Conversations: which there are, how they stand, and their transcripts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from admin_api import errors
from admin_api.access import Reading, Work, Writing
from admin_api.paging import Page, Pages
from admin_api.resources import transcripts
from admin_api.resources.indexing import indexed
from admin_api.resources.period import Period
from admin_api.resources.transcripts import ExchangeView, Snippet
from admin_api.resources.wording import Short, View
from handoff import audit, exchanges, listing, previews, queue, sight
from handoff.rules.desk import Desk
from handoff.store.models import Conversation, Handoff, Owner, Person

router = APIRouter(prefix="/conversations", tags=["Conversaciones"])


class Analyst(View):
    username: str = Field(examples=["eruiz"])
    name: str = Field(examples=["Elena Ruiz"])


class HandoffView(View):
    """Why a person is needed, or was."""

    reason: str = Field(examples=["asked"])
    priority: int = Field(examples=[2])
    requested_at: datetime
    alarm_at: datetime
    claimed_at: datetime | None


class ConversationView(View):
    id: str
    channel: str = Field(examples=["telegram"])
    name: str | None = Field(description="Como se presenta la persona.", examples=["Ana"])
    state: Owner = Field(description="Quién habla ahora con la persona.")
    analyst: Analyst | None = Field(description="Quien la atiende.")
    attended_by: Analyst | None = Field(description="Quien la atendió al último, si alguien.")
    category: str | None = Field(examples=["alumbrado"])
    is_reserved: bool = Field(description="Solo la ven supervisión y quien la atiende.")
    folios: list[str] = Field(examples=[["CS-2026-004512-6"]])
    preview: str | None = Field(
        description="Las primeras palabras del asunto; nulo si todavía está por entender.",
        examples=["No sirve la lámpara de mi calle"],
    )
    found: Snippet | None = Field(
        None, description="El mensaje más reciente con las palabras del filtro `text`."
    )
    handoff: HandoffView | None = Field(description="Su lugar en la fila o quien la sacó de ella.")
    opened_at: datetime
    last_at: datetime
    closed_at: datetime | None
    closing: str | None = Field(examples=["attended"])


class Filters(Period):
    channel: Short | None = Field(None, examples=["webchat"])
    state: Owner | None = None
    owner: Short | None = Field(None, description="Usuario de quien la atiende.")
    category: Short | None = Field(None, examples=["alumbrado"])
    folio: Short | None = Field(None, examples=["CS-2026-004512-6"])
    text: Short | None = Field(None, description="Palabras de cualquiera de sus mensajes.")

    def wanted(self, desk: Desk) -> listing.Conversations:
        return listing.Conversations(
            **self.model_dump(exclude={"from_", "to"}),
            since=self.since(desk.zone),
            until=self.until(desk.zone),
        )


@router.get(
    "",
    summary="Conversaciones, la más nueva primero",
    dependencies=[indexed],
    responses=errors.documented(),
)
def list_conversations(
    filters: Annotated[Filters, Query()], pages: Pages, work: Reading
) -> Page[ConversationView]:
    wanted = filters.wanted(work.staff.desk)
    rows = listing.conversations(work.session, work.person, wanted, pages.after, pages.rows)
    views = dict(zip((row.id for row in rows), show_all(work, rows), strict=True))
    if filters.text is not None:
        for key, said in listing.said(work.session, work.person, filters.text, views).items():
            views[key].found = Snippet(
                exchange=str(said.id), pieces=transcripts.snippet(said, filters.text)
            )
    return pages.page(rows, key=lambda row: row.id, show=lambda row: views[row.id])


@router.get("/{id}", summary="Una conversación", responses=errors.documented(404))
def get_conversation(id: str, work: Reading) -> ConversationView:
    return show(work, sight.conversation(work.session, id, work.person))


@router.get(
    "/{id}/exchanges",
    summary="El diálogo completo, lo más antiguo primero",
    description="Con las notas del personal. Cada lectura queda en la bitácora de accesos.",
    responses=errors.documented(404),
)
def list_exchanges(id: str, pages: Pages, work: Writing) -> Page[ExchangeView]:
    conversation = sight.conversation(work.session, id, work.person)
    audit.write(work.session, work.person, "read", f"conversation:{conversation.key}", work.now)
    rows = exchanges.transcript(work.session, conversation, pages.after or 0, pages.rows)
    views = dict(zip((row.id for row in rows), transcripts.show_all(work, rows), strict=True))
    return pages.page(rows, key=lambda row: row.id, show=lambda row: views[row.id])


def show(work: Work, conversation: Conversation) -> ConversationView:
    return show_all(work, [conversation])[0]


def show_all(work: Work, rows: Sequence[Conversation]) -> list[ConversationView]:
    """Views of conversations whose analyst is loaded."""
    ids = [row.id for row in rows]
    folios = listing.folios(work.session, work.person, ids)
    handoffs = listing.handoffs(work.session, ids)
    words = previews.of_conversations(work.session, work.person, ids)
    attended = queue.last_attended(work.session, ids)
    return [
        _view(
            row,
            folios.get(row.id, []),
            handoffs.get(row.id),
            words.get(row.id),
            attended.get(row.id),
        )
        for row in rows
    ]


def _view(
    conversation: Conversation,
    folios: list[str],
    handoff: Handoff | None,
    preview: str | None,
    attended_by: Person | None,
) -> ConversationView:
    return ConversationView(
        id=conversation.key,
        channel=conversation.channel,
        name=conversation.name,
        state=conversation.owner,
        analyst=_analyst(conversation.analyst),
        attended_by=_analyst(attended_by),
        category=conversation.category,
        is_reserved=conversation.is_reserved,
        folios=folios,
        preview=preview,
        handoff=HandoffView.model_validate(handoff) if handoff else None,
        opened_at=conversation.opened_at,
        last_at=conversation.last_at,
        closed_at=conversation.closed_at,
        closing=conversation.closing,
    )


def _analyst(person: Person | None) -> Analyst | None:
    return Analyst.model_validate(person) if person else None
