"""Serves a model with Rasa's own Python: on this machine only, behind a token, without talk."""

import logging
import os
import sys

import rasa
from rasa.utils.common import configure_logging_and_warnings
from rasa.utils.log_utils import configure_structlog


def main(model: str, port: int) -> None:
    # Below a warning Rasa writes what people say, to its own logs and, unconfigured, to the output.
    logging.disable(logging.INFO)
    configure_structlog(logging.WARNING)
    configure_logging_and_warnings(logging.WARNING)
    rasa.run(
        model=model,
        endpoints="endpoints.yml",
        credentials="credentials.yml",
        enable_api=True,
        interface="127.0.0.1",
        port=port,
        cors=[],
        jwt_secret=os.environ["VENTANILLA_RASA_TOKEN"],
        jwt_method="HS256",
        server_listeners=[(_ready, "after_server_start")],
    )


async def _ready(*_: object) -> None:
    print("Rasa atiende. Ctrl+C para terminar.", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
