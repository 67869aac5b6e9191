"""The second yardstick: how one would write it in an afternoon. FastAPI, one ORM transaction and
one call of a scikit-learn classifier for each request.

Run as a program: python -m tests.bench.naive DATABASE
"""

import secrets
import socket
import sys
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Annotated, Any

import uvicorn
from fastapi import FastAPI, Header
from pydantic import BaseModel
from sqlalchemy import ForeignKey, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

from tests.bench import plain

CLIENTS = 64  # as many connections: fewer would end in a deadlock of its thread pool


class Base(DeclarativeBase):
    pass


class Conversation(Base):
    __tablename__ = "conversation"
    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)


class Message(Base):
    __tablename__ = "message"
    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey(Conversation.id))
    key: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    intent: Mapped[str]
    at: Mapped[datetime]


class Said(BaseModel):
    id: str
    text: str


def application(database: str) -> FastAPI:
    engine = create_engine(f"sqlite:///{database}", connect_args={"timeout": 60}, pool_size=CLIENTS)

    @event.listens_for(engine, "connect")
    def durable(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    @event.listens_for(engine, "begin")
    def write_at_once(connection: Any) -> None:
        # Without this half of the requests end in «database is locked».
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    Base.metadata.create_all(engine)
    sessions = sessionmaker(engine)
    classifier = plain.classifier()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> Any:
        yield
        engine.dispose()

    app = FastAPI(lifespan=lifespan)

    @app.post("/chat/sessions", status_code=201)
    def start() -> dict[str, str]:
        with sessions.begin() as session:
            conversation = Conversation(token=secrets.token_urlsafe(16))
            session.add(conversation)
            return {"token": conversation.token}

    @app.post("/chat/messages", status_code=202)
    def receive(said: Said, authorization: Annotated[str, Header()]) -> dict[str, int]:
        token = authorization.removeprefix("Bearer ")
        with sessions.begin() as session:
            conversation = session.scalars(select(Conversation).filter_by(token=token)).one()
            known = session.scalar(select(Message).filter_by(key=said.id))
            if known is None:
                known = message(conversation, said)
                session.add(known)
                session.flush()
            return {"cursor": known.id}

    def message(conversation: Conversation, said: Said) -> Message:
        [intent] = classifier.predict([said.text])
        return Message(
            conversation_id=conversation.id,
            key=said.id,
            text=said.text,
            intent=str(intent),
            at=datetime.now(UTC),
        )

    return app


def main() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    app = application(sys.argv[1])
    print(f"Chat: http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    print("Listo", flush=True)
    config = uvicorn.Config(app, log_level="error", access_log=False)
    uvicorn.Server(config).run([listener])


if __name__ == "__main__":
    main()
