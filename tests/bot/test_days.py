"""Whether this desk opens on a day that is asked for, as it was said."""

from datetime import UTC, datetime

import pytest

from bot import replies
from bot.dialogue import acts
from bot.replies import Context
from handoff.rules.desk import Desk

NOW = datetime(2026, 11, 26, 18, tzinfo=UTC)  # a Thursday


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("hoy", "Hoy jueves 26 de noviembre sí abrimos, de 8:00 a 15:00"),
        ("manana", "Mañana viernes 27 de noviembre sí abrimos"),
        ("el sabado", "El sábado 28 de noviembre no abrimos."),
        ("el lunes 30 de noviembre", "no abrimos (Día del Servidor Público)."),
        ("el 2 de noviembre", "El martes 2 de noviembre de 2027 no abrimos (Día de Muertos)."),
        ("2026-12-25", "El viernes 25 de diciembre no abrimos (Navidad)."),
        (None, "Nuestro horario es de lunes a viernes de 8:00 a 15:00"),
    ],
)
def test_a_day(desk_rules: Desk, day: str | None, says: str) -> None:
    text, _ = replies.words_for(acts.TellHours(day), Context(desk_rules, NOW))
    assert says in text


def test_the_next_day_that_we_open_is_told(desk_rules: Desk) -> None:
    text, _ = replies.words_for(acts.TellHours("el sabado"), Context(desk_rules, NOW))
    assert "abrimos el martes 1 de diciembre" in text  # the Monday between is off
