"""Reads the catalogue of postal codes that the postal service offers for download."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nlu.catalogue import BrokenCatalogue
from nlu.gazetteer import municipalities
from nlu.text import fold

STATE = "sonora"
_COLUMNS = ("d_codigo", "d_asenta", "D_mnpio", "d_estado")


@dataclass(slots=True)
class Imported:
    """Names of colonias and postal codes of the State, each with its municipalities."""

    colonias: dict[str, list[str]] = field(default_factory=dict)
    codes: dict[str, list[str]] = field(default_factory=dict)


def read(path: Path) -> Imported:
    """The rows of the State. Raises BrokenCatalogue, with the line, and OSError."""
    imported = Imported()
    known = {fold(name): name for name in municipalities()}
    for line, row in _rows(path):
        if fold(row["d_estado"]) != STATE:
            continue
        code, colonia = row["d_codigo"], row["d_asenta"]
        municipality = known.get(fold(row["D_mnpio"]))
        if len(code) != 5 or not (code.isascii() and code.isdecimal()):
            raise _broken(path, line, f"«{code}» no es un código postal de cinco dígitos")
        if municipality is None:
            raise _broken(path, line, f"«{row['D_mnpio']}» no es un municipio de Sonora")
        if not any(each.isalnum() for each in colonia):
            raise _broken(path, line, "falta el nombre de la colonia")
        _note(imported.colonias, colonia, municipality)
        _note(imported.codes, code, municipality)
    if not imported.codes:
        raise BrokenCatalogue(f"{path}: no trae códigos postales de Sonora.")
    return imported


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    lines = _decoded(path.read_bytes()).splitlines()
    header = next((n for n, line in enumerate(lines[:5]) if line.startswith("d_codigo|")), None)
    if header is None:
        raise _broken(path, 1, "falta el encabezado d_codigo|d_asenta|… en las primeras líneas")
    names = lines[header].split("|")
    for missing in (name for name in _COLUMNS if name not in names):
        raise _broken(path, header + 1, f"falta la columna {missing}")
    for number, line in enumerate(lines[header + 1 :], header + 2):
        fields = [each.strip() for each in line.split("|")]
        if not line.strip():
            continue
        if len(fields) != len(names):
            raise _broken(path, number, f"tiene {len(fields)} campos, no {len(names)}")
        yield number, dict(zip(names, fields, strict=True))


def _decoded(content: bytes) -> str:
    """Latin-1 as it is published, UTF-8 if somebody saved it again."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _note(places: dict[str, list[str]], name: str, municipality: str) -> None:
    known = places.setdefault(name, [])
    if municipality not in known:
        known.append(municipality)


def _broken(path: Path, line: int, reason: str) -> BrokenCatalogue:
    return BrokenCatalogue(f"{path}, línea {line}: {reason}.")
