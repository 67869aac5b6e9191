"""Who asks for a moment, comes back, or wants it done once more; and the line for a person."""

import pytest

from bot.dialogue.reading import cancelling, in_line, omissions, pausing, thanked
from nlu.interpretation import Move
from tests.bot.saying import said


@pytest.mark.parametrize(
    "text",
    [
        "espere",
        "espéreme tantito por favor",
        "un momento",
        "déjeme buscar el papel",
        "ando manejando ahorita le digo",
        "ahorita le digo",
        "hold on a sec",
        "let me check my bill",
        "I need to look for the bill",
    ],
)
def test_asks_for_a_moment(text: str) -> None:
    assert pausing.asks_to_wait(text)


@pytest.mark.parametrize(
    "text",
    [
        "Esperanza",
        "un bache",
        "deme el número",
        "un",
        "llevo un mes esperando",
        "voy a ver al doctor",
        "I need to see a doctor",
    ],
)
def test_tells_something(text: str) -> None:
    assert not pausing.asks_to_wait(text)


@pytest.mark.parametrize("text", ["ya volví, perdón", "Sigo aquí", "hágalo otra vez", "I'm back"])
def test_goes_on(text: str) -> None:
    assert pausing.goes_on(text)


@pytest.mark.parametrize(
    "text", ["qué me preguntaba?", "a ver, léame qué puso", "¿en qué íbamos?", "where were we"]
)
def test_asks_again(text: str) -> None:
    assert pausing.asks_again(text)
    assert not pausing.asks_again(f"{text} el doctor de mi mamá")


@pytest.mark.parametrize("text", ["no me presione", "don't rush me", "no me apure tanto"])
def test_asks_for_time(text: str) -> None:
    assert pausing.asks_to_wait(text)


@pytest.mark.parametrize("text", ["ya volvió la luz", "cancele otra vez", "aquí en Navojoa"])
def test_does_not_go_on(text: str) -> None:
    assert not pausing.goes_on(text)


@pytest.mark.parametrize(
    "text",
    ["a qué hora me marcan", "¿sigo formado?", "hay mucha gente antes que yo?", "what number am I"],
)
def test_asks_how_the_line_stands(text: str) -> None:
    assert in_line.asks_wait(text)


@pytest.mark.parametrize("text", ["mi vecino me contestó feo", "a qué hora abren", "no hay gente"])
def test_asks_something_else(text: str) -> None:
    assert not in_line.asks_wait(text)


@pytest.mark.parametrize(
    "text",
    [
        "bueno ya no, yo voy mañana",
        "ya estuvo, luego voy en persona",
        "quíteme de la lista",
        "nah, take me off the list",
        "I don't want to wait",
    ],
)
def test_leaves_the_line(text: str) -> None:
    assert in_line.leaves(text)
    assert not in_line.leaves(f"{text} a la clínica con mi mamá")


@pytest.mark.parametrize(
    "text",
    [
        "ok thanks, that's all", "gracias, es todo", "nada más por ahora", "nomas eso",
        "no, ya es todo", "puro eso", "eso nomás, gracias", "es todo lo que queria",
    ],
)  # fmt: skip
def test_ends(text: str) -> None:
    assert pausing.ends(text)
    assert not pausing.ends(f"{text} y hay otro bache")
    assert not pausing.ends(f"no {text} hay otro bache")


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("no tengo la clave", True),
        ("no me dieron folio", True),
        ("¿cuál clave?", True),
        ("pero se me perdió el folio", True),
        ("no me dan folio en la oficina", False),
        ("perdí la clave catastral", False),
        ("mi folio es el 12", False),
    ],
)
def test_has_no_folio_nor_key(text: str, *, is_told: bool) -> None:
    assert omissions.of_code(text) is is_told


@pytest.mark.parametrize(
    ("text", "is_wanted"),
    [
        ("apunten lo del terreno con un folio", True),
        ("mejor me lo registran", True),
        ("registren mi asunto", True),
        ("denme un folio y ya me voy", True),
        ("no quiero folio", False),
        ("apunten mi número 662", False),
        ("ya lo registré ayer", False),
        ("quiero mi folio", False),
    ],
)
def test_wants_a_folio_from_the_line(text: str, *, is_wanted: bool) -> None:
    assert in_line.wants_folio(text) is is_wanted


@pytest.mark.parametrize(
    "text",
    [
        "quiero seguir",
        "no, quiero seguir con lo de la despensa",
        "sigamos con lo de la silla",
        "quiero seguir, nomás espéreme",
        "quiero seguir esperando",
        "quiero continuar para que me den la cama",
        "quiero terminar mi trámite",
        "no me lo cancele",
        "no quiero cancelar nada",
        "keep going, don't cancel it",
    ],
)
def test_who_goes_on_gives_nothing_up(text: str) -> None:
    heard = said(text, "cancelar", 0.97, move="leave")
    assert heard.keeps
    assert not heard.is_understood


@pytest.mark.parametrize(
    "text",
    [
        "ya no quiero seguir",
        "no quiero seguir esperando",
        "ya me cansé de seguir esperando",
        "¿ya para qué le sigo?",
        "cancele, sigo con otra cosa",
        "quiero cancelar",
        "no, cancélelo",
    ],
)
def test_who_does_not_gives_up(text: str) -> None:
    assert not cancelling.keeps(text)
    assert cancelling.is_meant(text, Move("leave", 0.95))


@pytest.mark.parametrize(
    "text",
    [
        "todavía no, deje le pregunto a mi esposo el número",
        "deje le hablo a mi hija",
        "permítame, voy a preguntarle a mi hermana cuál es su número",
    ],
)
def test_who_has_to_ask_somebody_asks_to_wait(text: str) -> None:
    assert pausing.asks_to_wait(text)


@pytest.mark.parametrize(
    "text",
    ["si gracias muy amable", "va, gracias", "sí, gracias y dios lo bendiga", "sip, mil gracias"],
)
def test_a_yes_with_thanks_is_a_yes(text: str) -> None:
    assert thanked.is_yes(text)
    assert not thanked.is_yes(f"{text}, pero falta la calle")
    assert not thanked.is_yes("gracias, muy amable")


@pytest.mark.parametrize(
    ("text", "is_wanted"),
    [
        ("no espereme siempre si registrelo", True),
        ("bueno si siempre si", True),
        ("no, no lo cancele", True),
        ("no wait, register it", True),
        ("siempre no", False),
        ("mejor ya no, gracias", False),
        ("no lo registre", False),
        ("gracias", False),
    ],
)
def test_what_was_cancelled_is_wanted_after_all(text: str, *, is_wanted: bool) -> None:
    assert cancelling.takes_back(text) is is_wanted
