"""Logs as lines of JSON: ids and reasons, never what people wrote."""

import logging
import sys
import traceback

import structlog
from structlog.typing import EventDict, WrappedLogger

# They write addresses with tokens, or texts, at these levels.
QUIET = ("httpx", "httpcore", "telegram", "apscheduler", "uvicorn.access", "alembic")


def configure(*, is_terminal: bool) -> None:
    """One handler for everything, on standard error."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _where_it_failed,
    ]
    renderer: structlog.typing.Processor = structlog.processors.JSONRenderer(ensure_ascii=False)
    if is_terminal:
        renderer = structlog.dev.ConsoleRenderer(colors=True)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _where_it_failed(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """The type of an exception and where it was raised, without its message, which may quote."""
    record: logging.LogRecord | None = event.get("_record")
    if record is not None and record.exc_info and (error := record.exc_info[1]) is not None:
        frames = traceback.extract_tb(error.__traceback__)[-6:]
        event["error"] = type(error).__name__
        event["at"] = [f"{frame.filename.rsplit('/', 2)[-1]}:{frame.lineno}" for frame in frames]
        record.exc_info = None
        event.pop("exc_info", None)
    return event
