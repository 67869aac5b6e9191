"""What people do with a conversation: take, answer, note, transfer, return, close."""

from typing import Literal

from fastapi import APIRouter
from pydantic import Field

from admin_api import errors
from admin_api.access import Work, Writing
from admin_api.repeats import RepeatableRoute
from admin_api.resources import transcripts
from admin_api.resources.conversations import ConversationView, show
from admin_api.resources.people import Username
from admin_api.resources.transcripts import ExchangeView
from admin_api.resources.wording import Form, Message, Short
from handoff import conversations, people, reclassification, sight
from handoff.events import Change
from handoff.store.models import Conversation

router = APIRouter(prefix="/conversations/{id}", tags=["Atención"], route_class=RepeatableRoute)


class Answer(Form):
    text: Message = Field(examples=["Buenas tardes, soy Elena. ¿En qué calle está la lámpara?"])


class Note(Form):
    text: Message = Field(examples=["Ya había reportado lo mismo en agosto."])


class Transfer(Form):
    to: Username = Field(description="Usuario de quien la recibe.", examples=["mlopez"])
    note: Message | None = Field(None, description="Nota para quien la recibe.")


class NewCategory(Form):
    category: Short = Field(description="Clave de /catalogue.", examples=["agua_potable"])
    reason: Message | None = Field(None, examples=["Pide una pipa."])


class Closure(Form):
    closing: Literal["attended", "abandoned", "cancelled"] = "attended"
    farewell: Message | None = Field(
        None, description="Despedida para la persona, antes de cerrar."
    )


@router.post(
    "/claim",
    status_code=201,
    summary="Tomar una conversación",
    description="Desde aquí el asistente calla. Si otra persona la tomó antes, responde 409 y "
    "dice quién («by»).",
    responses=errors.documented(404, 409),
)
def claim_conversation(id: str, work: Writing) -> ConversationView:
    conversation = sight.lock_conversation(work.session, id, work.person)
    conversations.claim(work.session, conversation, work.person, work.now)
    return _shown(work, conversation)


@router.post(
    "/answers",
    status_code=201,
    summary="Responder a la persona",
    responses=errors.documented(404, 409),
)
def answer_conversation(id: str, body: Answer, work: Writing) -> ExchangeView:
    conversation = sight.lock_conversation(work.session, id, work.person)
    said = conversations.answer(work.session, conversation, work.person, body.text, work.now)
    return transcripts.show(said)


@router.post(
    "/notes",
    status_code=201,
    summary="Anotar para el personal",
    description="La persona no la ve.",
    responses=errors.documented(404),
)
def note_conversation(id: str, body: Note, work: Writing) -> ExchangeView:
    conversation = sight.lock_conversation(work.session, id, work.person)
    return transcripts.show(
        conversations.note(work.session, conversation, work.person, body.text, work.now)
    )


@router.post(
    "/transfers",
    status_code=201,
    summary="Pasarla a otra persona",
    description="Quien la atiende, o supervisión.",
    responses=errors.documented(404, 409),
)
def transfer_conversation(id: str, body: Transfer, work: Writing) -> ConversationView:
    conversation = sight.lock_conversation(work.session, id, work.person)
    to = people.active(work.session, body.to)
    sight.must_reach(work.session, conversation, to)
    if body.note is not None:
        conversations.note(work.session, conversation, work.person, body.note, work.now)
    conversations.transfer(work.session, conversation, work.person, to, work.now)
    return _shown(work, conversation)


@router.post(
    "/return",
    status_code=201,
    summary="Regresarla al asistente",
    responses=errors.documented(404, 409),
)
def return_conversation(id: str, work: Writing) -> ConversationView:
    conversation = sight.lock_conversation(work.session, id, work.person)
    conversations.give_back(work.session, conversation, work.person, work.now)
    work.staff.tell_withheld(work.session, conversation, work.now)
    return _shown(work, conversation)


@router.post(
    "/category",
    status_code=201,
    summary="Decir de qué trata la conversación",
    description="Quien la atiende, o supervisión. Se anota el malentendido. La categoría de un "
    "folio se cambia en el folio.",
    responses=errors.documented(404, 409),
)
def reclassify_conversation(id: str, body: NewCategory, work: Writing) -> ConversationView:
    conversation = sight.lock_conversation(work.session, id, work.person)
    change = Change("reclassify", None, body.category, body.reason)
    reclassification.of_conversation(work.session, conversation, change, work.person, work.now)
    return _shown(work, conversation)


@router.post(
    "/closure",
    status_code=201,
    summary="Cerrar la conversación",
    description="Quien la atiende, o supervisión. El siguiente mensaje de la persona abre otra.",
    responses=errors.documented(404, 409),
)
def close_conversation(id: str, body: Closure, work: Writing) -> ConversationView:
    conversation = sight.lock_conversation(work.session, id, work.person)
    if body.farewell is not None:
        conversations.answer(work.session, conversation, work.person, body.farewell, work.now)
    if conversation.analyst_id is not None:
        work.staff.tell_withheld(work.session, conversation, work.now)
    if body.closing == "attended":
        work.staff.ask_rating(work.session, conversation, work.now)
    conversations.close(work.session, conversation, work.person, body.closing, work.now)
    return _shown(work, conversation)


def _shown(work: Work, conversation: Conversation) -> ConversationView:
    work.session.flush()
    return show(work, conversation)
