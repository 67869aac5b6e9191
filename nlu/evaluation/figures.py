"""The figures by which an engine is judged, each with its words and beside its target."""

from collections.abc import Callable
from dataclasses import dataclass

from nlu.evaluation.confidence import Band, Confidence
from nlu.evaluation.cost import Cost
from nlu.evaluation.danger import Danger
from nlu.evaluation.forms import FormScore
from nlu.evaluation.moves import MovesScore
from nlu.evaluation.report import Score
from nlu.form import MATTER

NOTHING = "—"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Figure:
    """`is_met` is None where there is no target, or nothing was measured."""

    title: str
    value: str
    target: str = ""
    is_met: bool | None = None


def of_score(score: Score) -> tuple[Figure, ...]:
    """What one examination says."""
    intents, places = score.intents, score.entities.municipalities
    return (
        at_least("Macro-F1", intents.macro_f1, 0.92, decimals),
        at_least("Entre las dos primeras", intents.top_two, 0.97, decimals),
        Figure("Exactitud", decimals(intents.accuracy)),
        at_most("Error de calibración (ECE)", score.confidence.error, 0.05, decimals),
        *_bands(score.confidence),
        at_least("Municipio correcto", places.accuracy if places.named else None, 0.97, decimals),
        none_at_all("Municipios inventados", len(places.invented)),
        Figure("F1 de datos, tramo exacto", _or_nothing(score.entities.micro_f1, decimals)),
        *_by_another(score),
    )


def of_danger(danger: Danger) -> tuple[Figure, ...]:
    name = f"({danger.name})"
    return (
        at_least(f"Peligro reconocido {name}", danger.recall, 0.98, percent),
        at_most(f"Falsas alarmas {name}", danger.alarm_rate, 0.03, percent),
    )


def of_moves(moves: MovesScore) -> tuple[Figure, ...]:
    """What a message does, where the dialogue asks for it."""
    return (
        Figure("Qué hace el mensaje", percent(moves.accuracy)),
        Figure("  tan claro que se actúa", percent(moves.plain)),
        Figure("  acierto entre los claros", percent(moves.right_when_plain)),
    )


def of_form(form: FormScore) -> tuple[Figure, ...]:
    """What a first message or an answer tells, by exact span."""
    where = "los primeros mensajes" if form.asked == MATTER else "las respuestas"
    return (
        Figure(f"Datos de {where}, F1", decimals(form.f1)),
        Figure("  precisión · recuerdo", f"{decimals(form.precision)} · {decimals(form.recall)}"),
        Figure("  leídos enteros", percent(form.whole)),
    )


def of_cost(cost: Cost) -> tuple[Figure, ...]:
    """Of an engine elsewhere only what a citizen waits: its CPU is not of this process."""
    serving = cost.serving
    imported = serving.import_seconds if serving else None
    resident = serving.resident if serving else None
    return (
        at_most("Un mensaje, p50", cost.speed.p50, 0.002, _milliseconds),
        at_most("Un mensaje, p99", cost.speed.p99, 0.008, _milliseconds),
        at_most(
            "CPU por mensaje, en grupos de 64",
            None if cost.elsewhere else cost.speed.cpu_in_groups, 0.0001, _milliseconds,
        ),
        Figure("Importar lo que se usa", _or_nothing(imported, _seconds)),
        at_most("Cargar el modelo", serving.load_seconds if serving else None, 0.5, _seconds),
        at_most("Memoria para servir", resident, 120 * MEGABYTE, _megabytes),
        at_most("CPU del entrenamiento", cost.training_cpu, 120, _seconds),
    )  # fmt: skip


Show = Callable[[float], str]


def at_least(title: str, value: float | None, target: float, show: Show) -> Figure:
    met = None if value is None else value >= target
    return Figure(title, _or_nothing(value, show), f"≥ {show(target)}", met)


def at_most(title: str, value: float | None, target: float, show: Show) -> Figure:
    met = None if value is None else value <= target
    return Figure(title, _or_nothing(value, show), f"≤ {show(target)}", met)


def none_at_all(title: str, count: int) -> Figure:
    return Figure(title, f"{count:,}", "0", count == 0)


def percent(value: float) -> str:
    return f"{value * 100:.1f} %"


def decimals(value: float) -> str:
    return f"{value:.3f}"


def _bands(confidence: Confidence) -> tuple[Figure, ...]:
    return (
        Figure("Responde segura · acierta", _band(confidence.sure)),
        Figure("Pregunta cuál de dos · está", _band(confidence.asking)),
        Figure("No entendió · habría acertado", _band(confidence.lost)),
    )


def _band(band: Band) -> str:
    right = percent(band.right) if band.answers else NOTHING
    return f"{percent(band.share)} · {right}"


def _by_another(score: Score) -> tuple[Figure, ...]:
    """An engine that falls back on another one is not judged by its own answers alone."""
    if not score.by_another:
        return ()
    return (none_at_all("Respuestas que dio otro motor", score.by_another),)


def _or_nothing(value: float | None, show: Show) -> str:
    return NOTHING if value is None else show(value)


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1e3:.3g} ms"


def _seconds(value: float) -> str:
    return f"{value:.3g} s"


def _megabytes(value: float) -> str:
    return f"{value / MEGABYTE:.0f} MB"
