"""Who has lost the folio or its key, and who only misses something else."""

import pytest

from bot.dialogue.reading import omissions


@pytest.mark.parametrize(
    ("text", "is_lost", "is_key"),
    [
        ("no tengo el folio, lo perdí", True, False),
        ("cambié de teléfono y ya no lo tengo", True, False),
        ("nunca me dieron folio", True, False),
        ("pues se me olvidó, no la apunté", True, False),
        ("no la tengo a la mano", True, False),
        ("¿dónde veo cómo va?, perdí la clave", True, True),
        ("no me dieron clave", True, True),
        ("I lost the key", True, True),
        ("no me dieron la despensa", False, False),
        ("no me llegó", False, False),
        ("se me perdió mi INE", False, False),
        ("no tengo agua", False, False),
    ],
)
def test_the_code_is_lost(text: str, *, is_lost: bool, is_key: bool) -> None:
    assert omissions.is_lost(text) is is_lost
    assert omissions.is_key_lost(text) is is_key
