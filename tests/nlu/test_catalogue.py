"""The official catalogue of postal codes: imported from the postal service's file, then used."""

import subprocess
import sys
from itertools import product
from pathlib import Path
from time import process_time

import pytest

from bot import opening
from nlu import catalogue, entities, places, sepomex
from nlu.text import said

ROOT = Path(__file__).parents[2]
HEADER = "d_codigo|d_asenta|d_tipo_asenta|D_mnpio|d_estado|d_ciudad"
ROWS = (
    "83900|Las Tunas del Alba|Colonia|Hermosillo|Sonora|Hermosillo",
    "83901|Peña Honda|Fraccionamiento|Hermosillo|Sonora|Hermosillo",
    "85400|Peña Honda|Colonia|Guaymas|Sonora|Guaymas",
    "83552|El Corralón Viejo|Colonia|Puerto Peñasco|Sonora|",
    "80000|Las Tunas del Alba|Colonia|Culiacán|Sinaloa|Culiacán",
)


def file_of(folder: Path, *rows: str, header: str = HEADER, encoding: str = "latin-1") -> Path:
    path = folder / "CPdescarga.txt"
    path.write_bytes(
        "\r\n".join(("El Catálogo es …", header, *rows, "")).encode(encoding, "replace")
    )
    return path


@pytest.fixture
def official(tmp_path: Path) -> catalogue.Catalogue:
    imported = sepomex.read(file_of(tmp_path, *ROWS))
    path = tmp_path / "colonias.json"
    catalogue.write(path, imported.colonias, imported.codes)
    return catalogue.read(path)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "utf-8-sig"])
def test_only_the_state_is_kept(tmp_path: Path, encoding: str) -> None:
    imported = sepomex.read(file_of(tmp_path, *ROWS, encoding=encoding))
    assert imported.colonias == {
        "Las Tunas del Alba": ["Hermosillo"],
        "Peña Honda": ["Hermosillo", "Guaymas"],
        "El Corralón Viejo": ["Puerto Peñasco"],
    }
    assert sorted(imported.codes) == ["83552", "83900", "83901", "85400"]


@pytest.mark.parametrize(
    ("text", "colonia", "municipality", "candidates"),
    [
        ("aqui en las tunas del alba no hay agua", "las tunas del alba", None, ("Hermosillo",)),
        ("soy de la peña honda", "peña honda", None, ("Guaymas", "Hermosillo")),
        ("por la peña honda de guaymas", "peña honda", "Guaymas", ()),
        ("en el corralon biejo no pasa la basura", None, None, ()),
        ("col. corralon biejo", "corralon biejo", None, ()),
        ("col peña honda cp 85400", "peña honda", "Guaymas", ()),
        ("cp 83900", None, "Hermosillo", ()),
    ],
)
def test_the_catalogue_knows_colonias_and_exact_codes(
    official: catalogue.Catalogue,
    text: str,
    colonia: str | None,
    municipality: str | None,
    candidates: tuple[str, ...],
) -> None:
    place, _ = places.recognise(text, catalogue=official)
    assert (place.colonia, place.municipality, place.candidates) == (
        colonia,
        municipality,
        candidates,
    )


def test_without_the_catalogue_a_code_in_several_ranges_stays_open() -> None:
    assert places.recognise("cp 85400")[0].municipality is None


@pytest.mark.parametrize(
    ("text", "confidence"),
    [("col peña honda, guaymas", 1.0), ("col peña honda, nogales", 0.5), ("col peña honda", 0.95)],
)
def test_a_colonia_is_confirmed_by_its_municipality(
    official: catalogue.Catalogue, text: str, confidence: float
) -> None:
    _, found = entities.find(text, official)
    assert [each.confidence for each in found if each.entity == "colonia"] == [confidence]


@pytest.mark.parametrize(
    ("rows", "header", "told"),
    [
        ((*ROWS, "8390|X|Colonia|Hermosillo|Sonora|"), HEADER, "línea 8: «8390»"),
        (("83900|X|Colonia|Hermosilo|Sonora|",), HEADER, "línea 3: «Hermosilo»"),
        (("83900|X|Colonia|Hermosillo|Sonora",), HEADER, "línea 3: tiene 5 campos, no 6"),
        (("83900||Colonia|Hermosillo|Sonora|",), HEADER, "línea 3: falta el nombre"),
        (ROWS, "d_codigo|d_asenta|d_estado", "línea 2: falta la columna D_mnpio"),
        (ROWS, "otra cosa", "línea 1: falta el encabezado"),
        ((ROWS[-1],), HEADER, "no trae códigos postales de Sonora"),
        ((), HEADER, "no trae códigos postales de Sonora"),
    ],
)
def test_a_bad_file_is_told_in_one_line(
    tmp_path: Path, rows: tuple[str, ...], header: str, told: str
) -> None:
    with pytest.raises(catalogue.BrokenCatalogue) as error:
        sepomex.read(file_of(tmp_path, *rows, header=header))
    assert told in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"colonias": 1, "codes": {}}', "\x00"])
def test_a_broken_import_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "colonias.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(catalogue.BrokenCatalogue, match="impórtelo de nuevo"):
        catalogue.read(path)


def command(folder: Path, file: Path) -> subprocess.CompletedProcess[str]:
    """`ventanilla import-sepomex`, as an operator runs it."""
    return subprocess.run(
        [sys.executable, "-c", "from bot.commands import main; main()", "import-sepomex", file],
        env={"VENTANILLA_DATA_DIR": str(folder / "datos"), "PYTHONPATH": str(ROOT)},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_command_writes_what_the_next_start_reads(tmp_path: Path) -> None:
    done = command(tmp_path, file_of(tmp_path, *ROWS))
    assert done.returncode == 0, done.stderr
    assert "Colonias: 3. Códigos postales: 4." in done.stdout
    official = catalogue.read(opening.settings(data_dir=tmp_path / "datos").catalogue_path)
    assert official.codes["83900"] == ("Hermosillo",)
    assert official.homes("PEÑA HONDA") == ("Guaymas", "Hermosillo")


@pytest.mark.parametrize("row", ["8390|X|Colonia|Hermosillo|Sonora|", None])
def test_the_command_fails_with_one_line(tmp_path: Path, row: str | None) -> None:
    bad = file_of(tmp_path, row) if row else tmp_path / "no-hay.txt"
    done = command(tmp_path, bad)
    told = done.stderr.strip()
    assert done.returncode == 1
    assert ("línea 3" if row else "No se pudo leer") in told
    assert "\n" not in told
    assert not (tmp_path / "datos" / "colonias.json").exists()


def test_a_broken_import_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "colonias.json").write_text("[]", encoding="utf-8")
    with pytest.raises(opening.CannotStart, match="impórtelo de nuevo"):
        opening.catalogue_of(opening.settings(data_dir=tmp_path))


def test_five_thousand_names_are_looked_up_quickly() -> None:
    """About 0.05 ms a message on one core; a scan of the names would take a hundred times more."""
    syllables = ("ma", "ro", "li", "ta", "ne", "so", "pu", "car", "ven", "dor")
    names = {
        f"{kind} {''.join(parts)}": ["Hermosillo"]
        for kind in ("Lomas de", "Villa", "Jardines del", "Real", "Prados")
        for parts in product(syllables, repeat=3)
    }
    official = catalogue.make(names, {})
    texts = [
        said(f"aqui por la {name.lower()} no ay agua desde ayer, {n}")
        for n, name in enumerate(list(names)[:1_000])
    ]
    started = process_time()
    found = [official.colonias.mentions(text) for text in texts]
    assert process_time() - started < 1
    assert len(names) == 5_000
    assert all(found)
