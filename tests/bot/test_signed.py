"""Whose name is told along with a matter."""

import pytest

from bot.dialogue import hear
from bot.dialogue.reading import facts
from nlu.embedded import EmbeddedInterpreter


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("soy pedro soto de guaymas y no pasa la basura", "Pedro Soto"),
        ("6441234567 soy juan perez no hay agua en cajeme", "Juan Perez"),
        ("quiero mi acta, soy de Álamos, Rosa Félix, 6471112233", "Rosa Félix"),
        ("ocupo despensa en caborca, rosa flores 6371112233", "Rosa Flores"),
        ("ocupo despensa en caborca 6371112233 Rosa Flores", "Rosa Flores"),
        ("quiero una beca, maria del carmen ruiz leon 6621234567", "Maria del Carmen Ruiz Leon"),
        ("se está tirando el agua en Guaymas, atte Ramón Cota", "Ramón Cota"),
        ("soy maestra de guaymas y no me pagan", None),
        ("soy jose, no hay agua en guaymas", None),
        ("no soy pedro soto", None),
        ("no hay agua en benito juarez, 6441234567", None),
        ("fuga de agua, san jose, 6621234567", None),
        ("quiero denunciar al policía Juan Pérez, me pidió dinero", None),
    ],
)
def test_name(text: str, name: str | None, interpreter: EmbeddedInterpreter) -> None:
    [meaning] = interpreter.interpret([text])
    heard = hear(text, None, meaning, interpreter.thresholds)
    assert facts.told_by(heard).get("nombre") == name
