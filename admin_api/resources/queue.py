"""Who waits for a person."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import Field

from admin_api import errors, paging
from admin_api.access import Reading
from admin_api.paging import Page
from admin_api.resources.wording import View
from handoff import listing, previews
from handoff.store.models import Handoff

router = APIRouter(prefix="/queue", tags=["Fila"])


class Waiting(View):
    """A conversation that waits."""

    position: int = Field(description="Lugar en la fila; 1 es quien sigue.", examples=[1])
    conversation: str = Field(description="Id de la conversación.")
    channel: str = Field(examples=["webchat"])
    name: str | None = Field(description="Como se presenta la persona.", examples=["Ana"])
    category: str | None = Field(examples=["alumbrado"])
    preview: str | None = Field(
        description="Las primeras palabras del asunto; nulo si todavía está por entender.",
        examples=["No sirve la lámpara de mi calle"],
    )
    reason: str = Field(description="Por qué se necesita a una persona.", examples=["asked"])
    priority: int = Field(description="De 0, peligro para la vida, a 3.", examples=[2])
    since: datetime
    alarm_at: datetime = Field(description="Cuándo alarma si nadie la toma.")
    alarmed_at: datetime | None


@router.get(
    "",
    summary="Quién espera, en el orden en que toca",
    description="La fila completa, en una página.",
    responses=errors.documented(),
)
def list_waiting(work: Reading) -> Page[Waiting]:
    rows = listing.waiting(work.session, work.person)
    ids = [handoff.conversation_id for handoff in rows]
    words = previews.of_conversations(work.session, work.person, ids)
    return paging.whole(
        _show(handoff, place, words.get(handoff.conversation_id))
        for place, handoff in enumerate(rows, start=1)
    )


def _show(handoff: Handoff, position: int, preview: str | None) -> Waiting:
    conversation = handoff.conversation
    return Waiting(
        position=position,
        conversation=conversation.key,
        channel=conversation.channel,
        name=conversation.name,
        category=conversation.category,
        preview=preview,
        reason=handoff.reason,
        priority=handoff.priority,
        since=handoff.requested_at,
        alarm_at=handoff.alarm_at,
        alarmed_at=handoff.alarmed_at,
    )
