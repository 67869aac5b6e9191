"""Words that citizens read, wherever they are written: none is idle, none is missing, and none
promises, names an official, sells, or says *tú*."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

import bot
import handoff
from bot import replies
from bot.dialogue import acts
from bot.dialogue.reading import facts
from bot.replies import Context
from handoff.rules.desk import Desk
from tests.bot.spanish import familiar
from tests.bot.test_replies import CLOSED, OPEN, everything

BOT = Path(bot.__file__).parent
ES: dict[str, Any] = yaml.safe_load((BOT / "replies" / "es.yml").read_text("utf-8"))
EN: dict[str, Any] = yaml.safe_load((BOT / "replies" / "en.yml").read_text("utf-8"))
# Said on other occasions than a turn, or parts of speech; each is tried where it is used.
NOT_OF_A_TURN = (
    "idle",
    "articles",
    "for_staff",
    "whatsapp",
    "telegram",
    "notice_short",
    "weekdays",
    "months",
)
# The spoken futures. Each says what the desk, the agency or the bot does for certain; one that is
# not here may be a promise.
KEPT = frozenset({
    "ayudará", "canalizará", "dará", "daré", "deberá", "haremos", "informará", "leerá",
    "llamaremos", "llamará", "pedirá", "registraré", "revisará", "será", "serán", "verá",
})  # fmt: skip
PROMISES = (
    r"\b(?:resolver|solucionar|arreglar|reparar)(?:á|án|emos|é)\b", r"garanti[zc]", r"promet",
    r"le aseguro", r"sin falta", r"de inmediato", r"inmediatamente", r"a la brevedad", r"en breve",
    r"cuanto antes", r"lo antes posible", r"muy pronto", r"\bpronto\b", r"enseguida", r"en seguida",
    r"en (?:unos|pocos) (?:minutos|momentos|instantes)", r"hoy mismo", r"no se preocupe",
    r"quedará (?:resuelto|solucionado|atendido)", r"será (?:resuelt|solucionad|atendid)",
    r"(?:se |le )?(?:atenderemos|resolveremos|solucionaremos|contactaremos)", r"cuente con",
)  # fmt: skip
SLOGANS = (
    r"[¡!]", r"\bjuntos\b", r"(?<!tados )unidos", r"transforma", r"orgullo", r"comprom[ei]",
    r"trabajamos", r"para usted siempre", r"servirle", r"un gusto servir", r"es un placer",
    r"gobierno (?:cercano|humano|abierto)", r"la tierra", r"bienestar de", r"m[aá]s cerca",
)  # fmt: skip
OFFICIALS = (
    r"\b(?:Lic|Ing|Dr|Dra|Mtro|Mtra|Profr?|C)\. ?[A-ZÁÉÍÓÚ]",
    r"\b(?:gobernador|gobernadora|alcalde|alcaldesa|presidente|presidenta|secretari[oa]|"
    r"director|directora|fiscal|diputad[oa]|senador|senadora)\s+[A-ZÁÉÍÓÚ]\w+",
)
PROMISES_IN_ENGLISH = (
    r"\bwill be (?:fixed|solved|resolved|repaired|answered|attended|taken care)\b", r"guarantee",
    r"\b(?:will|shall) (?:fix|solve|resolve|repair|sort)\b", r"\bpromise", r"\bassure",
    r"\bshortly\b",
    r"right away", r"immediately", r"\b(?:very )?soon\b(?! as)", r"don.t worry", r"do not worry",
    r"in (?:a few|a couple of|some) (?:minutes|moments)", r"in a (?:minute|moment)", r"count on",
    r"without fail", r"\bat once\b", r"rest assured", r"nothing (?:will be|gets) lost",
)  # fmt: skip
# What is kept for a while is not said to be kept for ever.
WITHOUT_END = (
    r"no se pierde", r"cuando (?:quiera|guste)[^.]*\bseguimos\b", r"nothing is lost",
    r"whenever you like and we go on",
)  # fmt: skip
OFFICIALS_IN_ENGLISH = (
    r"\b(?:Mr|Mrs|Ms|Dr|Hon)\. ?[A-Z]",
    r"\b(?i:governor|mayor|president|secretary|director|prosecutor|senator)\s+(?!of\b)[A-Z]\w+",
)
DATA = Path(handoff.__file__).parent / "data"
_PAST = {"registré"}
_FUTURE = re.compile(r"\b\w{2,}(?:ré|rá|rán|remos)\b", re.IGNORECASE)
_GAP = re.compile(r"\{(\w+)\}")


def leaves(words: Any, *path: str) -> Iterator[tuple[str, str]]:
    """Every text with the way to it."""
    if isinstance(words, str):
        yield ".".join(path), words
    elif isinstance(words, dict):
        for name, value in words.items():
            yield from leaves(value, *path, str(name))
    elif isinstance(words, list):
        for place, value in enumerate(words):
            yield from leaves(value, *path, str(place))


_IN_ENGLISH = re.compile(  # what stands in its stead, or beside it
    r"(?<=\":)\s+\"[^\"\n]+\"(?=,\n)|<(section|a)\b[^>]* lang=\"en\">[\s\S]+?</\1>"
)


def written() -> Iterator[tuple[str, str]]:
    """Whatever citizens may read: the replies, what Telegram shows, the calls and the page of the
    web chat, and the words of the desk."""
    yield from leaves(ES, "es.yml")
    telegram = yaml.safe_load((BOT / "channels/telegram/words.yml").read_text("utf-8"))
    del telegram["profile"]["en"]
    yield from leaves(telegram, "telegram")
    for path in sorted((BOT / "channels").rglob("*.py")):
        yield from ((path.name, text) for text in _literals(path))
    for path in sorted((BOT / "webchat").iterdir()):
        if path.suffix in (".js", ".html"):
            page = _IN_ENGLISH.sub("", path.read_text("utf-8"))
            yield from ((path.name, text) for text in _quoted(page))


def _literals(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    texts = (node.value for node in constants if id(node) not in told)
    return [text for text in texts if isinstance(text, str) and _is_sentence(text)]


def _quoted(source: str) -> list[str]:
    plain = re.sub(r"<!--[\s\S]*?-->|(?m:^\s*//[^\n]*$)", "", source)
    found = re.findall(r'"([^"\n]+)"|`([^`\n]+)`|>([^<>{}]+)<', plain)
    return [text for pair in found for text in pair if _is_sentence(text)]


def _is_sentence(text: str) -> bool:
    """A text in Spanish, not a name."""
    return len(text.split()) > 1 and bool(re.search(r"[a-záéíóúñ]{2}", text))


WRITTEN = list(written())


# Its words are read by who installs or operates it, or stand beside its channel (`written`).
FOR_OPERATORS = ("commands", "provision", "transcripts", "channels", "opening.py", "webserver.py")
_SENTENCE = re.compile(r"^\W*[A-ZÁÉÍÓÚÑ][a-záéíóúñ]*,? .", re.DOTALL)
_IN_SPANISH = re.compile(r"[áéíóúñ¿¡«]|\b(?i:el|la|los|su|de|que|por|una?|no|se)\b")


def test_no_sentence_in_spanish_stands_in_the_code() -> None:
    """It belongs to the replies, where it is looked over."""
    paths = (
        path for path in BOT.rglob("*.py") if path.relative_to(BOT).parts[0] not in FOR_OPERATORS
    )
    found = {f"{path.name}: {text}" for path in paths for text in _literals(path)}
    assert {each for each in found if _is_in_spanish(each.split(": ", 1)[1])} == set()


def _is_in_spanish(text: str) -> bool:
    return bool(_SENTENCE.search(text) and _IN_SPANISH.search(text))


@pytest.mark.parametrize(
    "text",
    ["Por este medio", "La persona agregó algo a su folio ", "¿Quedó resuelto?", "Ya está."],
)  # fmt: skip
def test_a_sentence_in_spanish_is_noticed(text: str) -> None:
    assert _is_in_spanish(text)


def test_every_note_for_the_staff_is_written_by_somebody() -> None:
    sources = "".join(path.read_text("utf-8") for path in BOT.rglob("*.py"))
    assert [name for name in replies.FOR_STAFF if f'"{name}"' not in sources] == []


def test_a_good_part_of_the_words_is_found() -> None:
    places = {place.split(".")[0] for place, _ in WRITTEN}
    assert {"es", "telegram", "attachments", "index", "leaving", "state"} <= places
    assert len(WRITTEN) > 250


def test_every_text_is_said_on_some_occasion(desk_rules: Desk) -> None:
    """Each, filled in, stands in something that the bot has to say."""
    moments = (OPEN, CLOSED, OPEN.replace(hour=22), OPEN.replace(hour=4))
    notice = replace(desk_rules.notice, full_text="https://ejemplo.mx/aviso")
    desks = (desk_rules, replace(desk_rules, notice=notice))
    moments_and_places = product(desks, moments, ("es",), ("telegram", "webchat"))
    contexts = [Context(*each) for each in moments_and_places]
    known = {**dict.fromkeys(ES["labels"], "algo"), facts.CONTACT: facts.THIS_CHANNEL}
    whole = acts.Summary("bacheo", (), "", known)
    occasions = (*everything(), whole)
    said = [replies.words_for(each, context) for each in occasions for context in contexts]
    spoken = "\n".join({part for text, labels in said for part in (text, *dict(labels))})
    # A greeting is a part of what is said: it may stand inside a sentence.
    texts = (each for each in leaves(ES) if each[0].split(".")[0] not in NOT_OF_A_TURN)
    idle = [place for place, text in texts if not re.search(_filled(text), spoken, re.IGNORECASE)]
    assert idle == []


def _filled(text: str) -> str:
    # What is filled in may be nothing, and the space beside it goes with it.
    parts = (re.escape(part.strip()) for part in re.split(r"\{\w+\}", text.strip()))
    return r"[\s\S]{0,400}?".join(parts)


def test_every_name_in_the_code_is_a_word() -> None:
    missing = [
        f"{path.name}:{getattr(node, 'lineno', 0)}: {'.'.join(names)}"
        for path in BOT.rglob("*.py")
        if path.parent.name != "telegram"  # its words stand beside it
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for names in _named(node)
        if _lacks(names)
    ]
    assert missing == []


def _named(node: ast.AST) -> list[list[str]]:
    """WORDS["a"]["b"] and Say("c"), where the names are written out; `x if y else z` is both."""
    match node:
        case ast.Subscript(value=ast.Name(id="WORDS"), slice=name):
            return [[each] for each in _constants(name)]
        case ast.Subscript(
            value=ast.Subscript(value=ast.Name(id="WORDS"), slice=first), slice=second
        ):
            return [[one, two] for one in _constants(first) for two in _constants(second)]
        case ast.Call(func=ast.Name(id="Say") | ast.Attribute(attr="Say"), args=[name]):
            return [["say", each] for each in _constants(name)]
        case _:
            return []


def _constants(node: ast.expr) -> list[str]:
    match node:
        case ast.Constant(value=str(name)):
            return [name]
        case ast.IfExp(body=one, orelse=other):
            return [*_constants(one), *_constants(other)]
        case _:
            return []


def _lacks(names: list[str]) -> bool:
    where: Any = ES
    for name in names:
        if name not in where:
            return True
        where = where[name]
    return False


def test_every_gap_is_one_that_is_filled() -> None:
    """A name in braces is given by that name somewhere in the code."""
    given = {
        node.arg
        for path in BOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.keyword) and node.arg
    }
    gaps = {gap for _, text in leaves(ES) for gap in _GAP.findall(text)}
    assert gaps - given == set()


def test_citizens_are_addressed_in_usted() -> None:
    assert {text: words for _, text in WRITTEN if (words := familiar(text))} == {}


@pytest.mark.parametrize(
    "text",
    ["Escribe tu folio.", "¿Puedes llamar?", "Cuéntame qué pasó", "Si quieres, espera aquí.",
     "Llámanos al 911", "¿Qué necesitas?", "Cuando estés listo", "Ya enviaste el mensaje",
     "Guárdalos bien.", "Revisa el número.", "Podrás consultarlo", "Para que no te pierdas",
     "Dinos dónde", "¿Sigues ahí?", "No compartas datos.", "Elige una opción",
     "Hola. Envía la foto", "¿Recuerdas la clave?", "Contáctanos, estamos contigo"],
)  # fmt: skip
def test_tu_is_noticed(text: str) -> None:
    assert familiar(text)


@pytest.mark.parametrize(
    "text",
    ["Escriba su folio.", "¿Puede llamar?", "Cuéntenos qué pasó.", "Espera aproximada: 3 minutos.",
     "Las calles y las horas de espera", "Quien le escribe no es una persona.", "Guárdelos.",
     "Una persona revisa su folio.", "¿Sigue ahí?", "Después, además, es más fácil"],
)  # fmt: skip
def test_usted_is_left_alone(text: str) -> None:
    assert familiar(text) == []


@pytest.mark.parametrize("promise", PROMISES)
def test_nothing_is_promised(promise: str) -> None:
    assert _with(promise) == []


def test_the_future_is_spoken_of_only_where_it_is_certain() -> None:
    told = {word.lower() for _, text in leaves(ES) for word in _FUTURE.findall(text)}
    assert sorted(told - KEPT - _PAST) == []


@pytest.mark.parametrize("promise", PROMISES_IN_ENGLISH)
def test_nothing_is_promised_in_english(promise: str) -> None:
    texts = (text for _, text in leaves(EN))
    assert [text for text in texts if re.search(promise, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("promise", PROMISES)
def test_the_data_of_the_desk_promise_nothing(promise: str) -> None:
    assert [text for text in of_desk() if re.search(promise, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("promise", WITHOUT_END)
def test_nothing_is_kept_without_end(promise: str) -> None:
    texts = (each for words in (ES, EN) for each in leaves(words))
    assert [place for place, text in texts if re.search(promise, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("slogan", SLOGANS)
def test_nothing_is_sold(slogan: str) -> None:
    assert _with(slogan) == []


@pytest.mark.parametrize("official", OFFICIALS)
def test_no_official_is_named(official: str) -> None:
    assert [text for _, text in WRITTEN if re.search(official, text)] == []


@pytest.mark.parametrize("official", OFFICIALS)
def test_no_official_is_named_in_the_data_of_the_desk(official: str) -> None:
    assert [text for text in of_desk() if re.search(official, text)] == []


@pytest.mark.parametrize("official", [*OFFICIALS, *OFFICIALS_IN_ENGLISH])
def test_no_official_is_named_in_english(official: str) -> None:
    assert [text for _, text in leaves(EN) if re.search(official, text)] == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Governor Durazo will see it", OFFICIALS_IN_ENGLISH),
        ("Write to Dr. Soto", OFFICIALS_IN_ENGLISH),
        ("It will be solved soon", PROMISES_IN_ENGLISH),
        ("Nothing is lost", WITHOUT_END),
        ("No se pierde nada", WITHOUT_END),
        ("le atenderá el director Juan Soto", OFFICIALS),
    ],
)
def test_a_fault_is_noticed(text: str, faults: tuple[str, ...]) -> None:
    assert any(re.search(each, text, re.IGNORECASE) for each in faults)


def of_desk() -> list[str]:
    """What is read from the data: names of matters and of agencies, what each is for."""
    files = (DATA / f"{name}.yml" for name in ("desk", "catalogue", "agencies"))
    return [text for path in files for _, text in leaves(yaml.safe_load(path.read_text("utf-8")))]


def _with(fault: str) -> list[str]:
    return [text for _, text in WRITTEN if re.search(fault, text, re.IGNORECASE)]
