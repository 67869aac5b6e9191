"""Rules the linters cannot express."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "nlu", "handoff", "admin_api")
OLD_PYTHON_READS = ("bot/__init__.py", "bot/__main__.py", "bot/provision", "tests/__main__.py")
LONGEST_MODULE = 250
LONGEST_TESTS = 400  # lines
COMMITS = "handoff/store"
TALKS = ("bot/commands", "bot/channels/console", "bot/provision", "nlu/rasa")
CLOCK, SETTINGS = "handoff/clock", "handoff/settings"
PROVISION = ("bot/provision", "nlu/rasa")


def modules(*folders: str) -> list[Path]:
    """Return every Python file of our packages, or of the folders and files named."""
    places = [ROOT / folder for folder in folders or PACKAGES]
    inside = [path for place in places for path in sorted(place.rglob("*.py"))]
    ours = [path for path in inside if ".venv" not in path.parts]
    return ours + [place for place in places if place.is_file()]


def test_only_the_store_commits() -> None:
    begins = ("engine.begin", "session.begin", "sessions.begin", "connection.begin")
    assert [
        where
        for where, node in _nodes(but=[COMMITS])
        if isinstance(node, ast.Attribute)
        and (node.attr == "commit" or (_dotted(node) or "").endswith(begins))
    ] == []


def test_only_the_clock_reads_the_clock() -> None:
    readings = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
    found = [where for where, node in _nodes(but=[CLOCK]) if _dotted(node) in readings]
    assert found == []


def test_only_the_settings_read_the_environment() -> None:
    readings = {"os.environ", "os.getenv"}
    found = [
        where for where, node in _nodes(but=[SETTINGS, *PROVISION]) if _dotted(node) in readings
    ]
    assert found == []


def test_only_the_command_line_prints() -> None:
    assert [
        where
        for where, node in _nodes(but=TALKS)
        if isinstance(node, ast.Call) and _dotted(node.func) in {"print", "sys.stdout.write"}
    ] == []


def test_the_staff_sees_only_what_is_in_sight() -> None:
    """Their edge reads through `handoff.sight` and `handoff.listing`, which know the reader."""
    blind = {
        *("conversations.get", "conversations.lock", "cases.by_folio", "cases.lock"),
        *("queue.waiting", "session.query"),
    }
    names = [
        where
        for where, node in _nodes(but=["bot", "nlu", "handoff", "admin_api/reports"])
        if isinstance(node, ast.Call) and (_dotted(node.func) in blind or _selects_rows(node))
    ]
    assert names == []


def _selects_rows(node: ast.Call) -> bool:
    """Of exchanges, ids may be selected, and rows that `sight.rows` sifts."""
    rows = {"Conversation", "Case", "Event", "Handoff", "Correction", "Survey"}
    told = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return _dotted(node.func) == "select" and bool(rows & told)


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path in modules() if not ast.get_docstring(ast.parse(path.read_text()))]
    assert _names(silent) == []


def test_modules_stay_short() -> None:
    """A migration is written once, as long as its tables, and read by nobody else."""
    read = [path for path in modules() if "migrations" not in path.parts]
    long = [path for path in read if _lines(path) > LONGEST_MODULE]
    long += [path for path in modules("tests") if _lines(path) > LONGEST_TESTS]
    assert _names(long) == []


@pytest.mark.parametrize(
    "path", modules(*OLD_PYTHON_READS), ids=lambda path: str(path.relative_to(ROOT))
)
def test_an_old_python_reads_what_tells_it_that_it_is_too_old(path: Path) -> None:
    ast.parse(path.read_text(), feature_version=(3, 6))


def _nodes(but: Sequence[str]) -> Iterator[tuple[str, ast.AST]]:
    """Yield every node of our packages with its place, but for some folders and modules."""
    for path in modules():
        name = str(path.relative_to(ROOT))
        if not name.startswith(tuple(f"{place}{end}" for place in but for end in ("/", ".py"))):
            for node in ast.walk(ast.parse(path.read_text())):
                yield f"{name}:{getattr(node, 'lineno', 0)}", node


def _dotted(node: ast.AST) -> str:
    """Return `time.time` for `time.time` and for `something.time.time`."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return ".".join([*_dotted(value).split(".")[-1:], name])
        case _:
            return ""


def _lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def _names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]
