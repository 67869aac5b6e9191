"""Reads a lock of requirements/ and says whether this Python has all of it."""

import operator
import os
import re
import sys
from pathlib import Path

COMPARE = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
HERE = {
    "os_name": os.name,
    "implementation_name": sys.implementation.name,
    "platform_python_implementation": sys.implementation.name.replace("cpython", "CPython"),
    "python_full_version": "{}.{}.{}".format(*sys.version_info),
    "sys_platform": sys.platform,
}


def satisfied(lock: Path) -> bool:
    """Whether every pin of it is installed here, in a few milliseconds: every start asks."""
    installed = _installed()
    return all(installed.get(name) == version for name, version in pins(lock.read_text()))


def pins(lock: str) -> "list[tuple[str, str]]":
    """Name and version of each line that applies to this Python and machine."""
    lines = re.findall(r"^([\w.-]+)==([^\s;]+)(?: *; *([^\\\n]+))?", lock, re.MULTILINE)
    return [(_normal(name), version) for name, version, marker in lines if applies(marker)]


def applies(marker: str) -> bool:
    """Whether an environment marker holds here: `a and b or c`, as the locks write them."""
    either = re.sub(r"[()]", "", marker).split(" or ")
    return not marker or any(all(map(_holds, both.split(" and "))) for both in either)


def _holds(clause: str) -> bool:
    name, sign, wanted = clause.split()
    here, there = HERE[name], wanted.strip("'\"")
    if name == "python_full_version":
        return bool(COMPARE[sign](_numbers(here), _numbers(there)))
    return bool(COMPARE[sign](here, there))


def _numbers(version: str) -> "tuple[int, ...]":
    return tuple(map(int, version.split(".")))


def _installed() -> "dict[str, str]":
    """Read the names of folders: importlib.metadata says the same, but slowly."""
    found = {}  # type: dict[str, str]
    for folder in filter(os.path.isdir, sys.path):
        for entry in os.listdir(folder):
            match = re.match(r"([^-]+)-([^-]+)\.dist-info$", entry)
            if match:
                found.setdefault(_normal(match.group(1)), match.group(2))
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
