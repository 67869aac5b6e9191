"""What is asked about writing here at all, and what only resembles it."""

import pytest

from bot.dialogue.reading import of_service


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("¿puedo hacer la denuncia sin decir quién soy?", "nameless"),
        ("se puede reportar de forma anónima", "nameless"),
        ("can I report anonymously", "nameless"),
        ("puedo quejarme por mi vecina?", "anyone"),
        ("y si no soy de Sonora?", "anyone"),
        ("can a foreigner report here", "anyone"),
        ("¿necesito mi credencial para reportar?", "needed"),
        ("hace falta ir hasta Palacio", "by_chat"),
        ("¿tengo que poner denuncia?", "to_denounce"),
        ("es necesaria la denuncia", "to_denounce"),
        ("tengo que poner una denuncia", None),
        ("¿tengo que poner mi nombre?", None),
        ("les puedo mandar unas fotos?", "files"),
        ("aquí te mando el recibo", "files"),
        ("ya tengo mi folio y no entiendo que dice canalizado", "means_canalizado"),
        ("mi folio dice en validación, ¿qué es eso?", "means_en_validacion"),
        ("qué significa turnado", "means_turnado"),
        ("no sé, ¿les puedo mandar un audio mejor?", None),
        ("le puedo mandar un audio", "audio"),
        ("¿puedo ir a verlos a su oficina?", "come"),
        ("ustedes son de morena?", "official"),
        ("cómo sé que esto es oficial", "official"),
        ("y esto de quién es", "official"),
        ("¿contesta gente o un robot?", "identity"),
        ("hola, una pregunta", "ask_away"),
        ("¿tengo que ser de aquí?", "no_citizen"),
        ("do I need to be a resident", "no_citizen"),
        ("¿y qué significa folio?", "what_folio"),
        ("no entiendo qué es eso del aviso", "why_data"),
        ("¿cómo sé que no es fraude?", "official"),
        ("¿cómo sé que no me van a buscar?", None),
        ("I have a quick question", "ask_away"),
        ("en cuánto tiempo viene la patrulla", "no_patrols"),
        ("¿van a mandar una ambulancia?", "no_patrols"),
        ("ya viene la policía", None),
        ("manden una patrulla, están peleando", None),
    ],
)
def test_asked(text: str, asked: str | None) -> None:
    assert of_service.asked(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "puedo pedir un apoyo para mi mamá",
        "puedo solicitar una beca para mi hija",
        "necesito la CURP para registrar a mi hijo",
        "necesito ir a Hermosillo por mi diálisis y no tengo quien me lleve",
        "no es de Sonora el camión que tira escombro",
        "es falso lo que dice mi recibo",
        "no contesta una persona",
        "una queja",
    ],
)
def test_told(text: str) -> None:
    assert of_service.asked(text) is None


def test_asked_after_something_told() -> None:
    assert of_service.asked_at_last("hay un bache, ¿puedo mandar fotos?") == "files"
    assert of_service.asked_at_last("me llegó un mensaje, es una estafa verdad?") is None
