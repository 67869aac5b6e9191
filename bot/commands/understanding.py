"""What an operator asks of the understanding: `ventanilla understand`, `train`."""

import json
import sys
from typing import Annotated

import typer

from bot import opening
from bot.commands.telling import progress

app = typer.Typer()


@app.command()
def understand(
    engine: Annotated[str, typer.Option(help="Motor: embedded o rasa.")] = "embedded",
) -> None:
    """Lee un texto por línea y dice qué entiende, un objeto JSON por línea."""
    settings = opening.settings(nlu_engine=engine)
    interpreter = opening.interpreter(settings, progress)
    for line in sys.stdin:
        [meaning] = interpreter.interpret([line.rstrip("\n")])
        print(json.dumps(meaning.as_json(), ensure_ascii=False), flush=True)


@app.command()
def train() -> None:
    """Entrena el modelo con los ejemplos de nlu/rasa/data/nlu, si cambiaron."""
    settings = opening.settings()
    opening.interpreter(settings, progress)
    print(f"El modelo está al día: {settings.model_path}")
