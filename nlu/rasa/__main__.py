"""python3 -m nlu.rasa: an environment for Rasa, its model, its server."""

import argparse
import os
import secrets
import sys

from nlu.rasa import environment, project
from nlu.rasa.environment import Failure, tell

ABOUT = "Rasa como segundo motor: hace su entorno, lo entrena y lo sirve en 127.0.0.1."
COMMANDS = {
    "up": "todo: hace el entorno, entrena si algo cambió, y atiende",
    "provide": "hace el entorno de nlu/rasa/.venv",
    "validate": "revisa los datos de nlu/rasa/data/nlu",
    "train": "entrena si algo cambió",
    "serve": "atiende con el modelo que ya está entrenado",
    "python": "dice cuál Python 3.10 se usaría",
}


def main() -> None:
    try:
        _do(_arguments())
    except Failure as failure:
        sys.exit(f"nlu.rasa: {failure}")
    except KeyboardInterrupt:
        sys.exit("nlu.rasa: interrumpido; vuelva a ejecutar y seguirá.")


def _do(said: argparse.Namespace) -> None:
    if said.command == "python":
        print(environment.python())
        return
    environment.provide()
    kind = "light" if said.light else "diet"
    if said.command == "validate":
        project.validate()
    if said.command in ("up", "train"):
        project.ensure(kind)
    if said.command in ("up", "serve"):
        _serve(kind, said.port)


def _serve(kind: str, port: int) -> None:
    model = project.model(kind)
    if not model.exists():
        raise Failure("falta el modelo de estos datos: use «python3 -m nlu.rasa up».")
    token = os.environ.get(project.TOKEN)
    if not token:
        token = secrets.token_urlsafe(32)
        tell(f"Clave del servidor (se muestra solo esta vez): {project.TOKEN}={token}")
    tell(f"Rasa carga {model.name}; atenderá en VENTANILLA_RASA_URL=http://127.0.0.1:{port}")
    project.serve(model, port, token)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m nlu.rasa", description=ABOUT)
    commands = parser.add_subparsers(dest="command", required=True, metavar="orden")
    for name, does in COMMANDS.items():
        command = commands.add_parser(name, help=does, description=does)
        command.add_argument("--light", action="store_true", help="config.light.yml, sin DIET")
        command.add_argument("--port", type=int, default=5005, help="puerto, si no 5005")
    return parser.parse_args()


if __name__ == "__main__":
    main()
