"""Why a call of the web chat is refused is said in English, too, by the page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import bot

BOT = Path(bot.__file__).parent
PAGE = (BOT / "webchat/speech.js").read_text("utf-8")
ENGLISH = dict(re.findall(r'^  "([^"]+)":\s+"([^"]+)",$', PAGE, re.MULTILINE))
# Said of calls that the page never makes.
TO_PROGRAMS = {
    "El cursor no es válido.",
    "El mensaje no es JSON.",
    "El mensaje no tiene la forma esperada: {number}",
    "La espera no es un número de segundos.",
    "No hay nada en esta dirección.",
}


def test_every_refusal_has_its_words_in_english() -> None:
    found = {each for path in (BOT / "channels/webchat").glob("*.py") for each in _details(path)}
    assert len(found) > 15
    assert found - set(ENGLISH) == TO_PROGRAMS


def test_the_words_have_the_same_gaps() -> None:
    gaps = re.compile(r"\{\w+\}")
    assert {es for es, en in ENGLISH.items() if set(gaps.findall(es)) != set(gaps.findall(en))} == (
        set()
    )


def _details(path: Path) -> Iterator[str]:
    """The words of every `Problem` of a module; a number in them is a gap."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Call(
                func=ast.Name(id="Problem"), args=[_, ast.Constant(value=str(words)), *_]
            ):
                yield words
            case ast.Call(func=ast.Name(id="Problem"), args=[_, ast.JoinedStr(values=parts), *_]):
                yield "".join(_part(each) for each in parts)
            case ast.Tuple(elts=[ast.Constant(value=int()), ast.Constant(value=str(words))]):
                yield words


def _part(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else "{number}"
