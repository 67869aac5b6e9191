"""Chats attended: how many were received, what became of them, how long people waited."""

from admin_api.reports import chats
from admin_api.reports.chats import Chat, Outcome
from admin_api.reports.shape import Chart, Column, Dimension, Kind, Measure, Report
from admin_api.reports.tables import middle, p90

DIMENSIONS: tuple[Dimension[Chat], ...] = (
    Dimension(
        Column(
            "day",
            "Día",
            Kind.day,
            "Día, en la hora local de la mesa, en que quedó registrado el primer mensaje de la "
            "persona.",
        ),
        "Por día",
        lambda chat: chat.day,
    ),
    Dimension(
        Column("channel", "Canal", Kind.label, "Canal por el que escribió la persona."),
        "Por canal",
        lambda chat: chat.channel,
    ),
    Dimension(
        Column(
            "category",
            "Categoría",
            Kind.label,
            "Asunto del chat según el catálogo; si trató varios, el último.",
        ),
        "Por categoría",
        lambda chat: chat.category,
    ),
    Dimension(
        Column(
            "analyst",
            "Analista",
            Kind.label,
            "Quien atendió el chat por última vez; cada chat cuenta para una sola persona.",
        ),
        "Por analista",
        lambda chat: chat.analyst,
    ),
)

RECEIVED: Measure[Chat] = Measure(
    Column(
        "received",
        "Recibidos",
        Kind.number,
        "Chats con al menos un mensaje de la persona; quien solo contesta la encuesta de un chat "
        "cerrado no abre otro. Es la suma de atendidos, resueltos por el asistente, abandonados, "
        "cerrados sin respuesta y abiertos: cada chat está en uno solo de ellos.",
    ),
    len,
)

DURATIONS: tuple[Measure[Chat], ...] = (
    Measure(
        Column(
            "taken",
            "Tomados de la fila",
            Kind.number,
            "Chats en que se pidió una persona y alguien los tomó. Sobre ellos se calcula la "
            "espera; no incluye los que un analista tomó sin que se pidiera.",
        ),
        lambda group: sum(chat.waited is not None for chat in group),
    ),
    Measure(
        Column(
            "wait_median",
            "Espera (mediana)",
            Kind.duration,
            "Tiempo corrido, también fuera de horario, desde que se pidió una persona hasta que "
            "alguien tomó el chat por primera vez. La mitad de los chats tomados de la fila "
            "esperó esto o menos.",
        ),
        lambda group: middle(chat.waited for chat in group),
    ),
    Measure(
        Column(
            "wait_p90",
            "Espera (9 de cada 10)",
            Kind.duration,
            "La misma espera: nueve de cada diez chats tomados de la fila esperaron esto o menos.",
        ),
        lambda group: p90(chat.waited for chat in group),
    ),
    Measure(
        Column(
            "answer_median",
            "Primera respuesta (mediana)",
            Kind.duration,
            "Tiempo corrido desde que se pidió una persona, o desde que alguien tomó el chat sin "
            "que se pidiera, hasta su primera respuesta escrita. Se calcula sobre los atendidos.",
        ),
        lambda group: middle(chat.answered for chat in group),
    ),
)


def _count(outcome: Outcome, title: str, definition: str) -> Measure[Chat]:
    column = Column(outcome.value, title, Kind.number, definition, of=RECEIVED.column.name)
    return Measure(column, lambda group: sum(chat.outcome is outcome for chat in group))


OUTCOMES = (
    _count(
        Outcome.attended,
        "Atendidos",
        "Respondió por escrito una persona de la mesa, aunque el chat siga abierto.",
    ),
    _count(
        Outcome.bot_alone,
        "Resueltos por el asistente",
        "Los llevó el asistente virtual hasta cerrarlos como atendidos, sin que respondiera una "
        "persona.",
    ),
    _count(
        Outcome.abandoned,
        "Abandonados",
        "Se cerraron antes de que respondiera una persona porque quien escribía dejó de hacerlo "
        "o canceló.",
    ),
    _count(
        Outcome.unanswered,
        "Cerrados sin respuesta",
        "Se cerraron como atendidos mientras esperaban a una persona o alguien los tenía, sin que "
        "nadie respondiera por escrito.",
    ),
    _count(
        Outcome.open,
        "Abiertos",
        "Siguen abiertos y ninguna persona ha respondido: los lleva el asistente o están en la "
        "fila.",
    ),
)

REPORT: Report[Chat] = Report(
    name="chats_attended",
    title="Chats atendidos",
    description="Chats recibidos por día, canal, categoría y analista: qué pasó con ellos y "
    "cuánto esperó la gente.",
    dimensions=DIMENSIONS,
    measures=(RECEIVED, *OUTCOMES, *DURATIONS),
    chart=Chart(
        "Chats recibidos, según lo que pasó con ellos",
        day="day",
        series=tuple(outcome.value for outcome in Outcome),
    ),
    query=chats.received,
)
