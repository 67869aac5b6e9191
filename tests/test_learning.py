"""From «no, es otra cosa» to the next training's data, by the operator's commands."""

import subprocess
import sys
from pathlib import Path

from nlu import training_data
from nlu.training_data import Example
from tests.product import ROOT, environment, furnish

SAID = "hay un bache muy grande en mi calle, en hermosillo, tel 662 123 4567\nno, es otra cosa\n"


def ventanilla(data_dir: Path, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env=environment(data_dir),
        input=said,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_what_a_citizen_corrects_is_read_approved_and_exported(
    tmp_path: Path, model_of_the_product: Path
) -> None:
    data = tmp_path / "data"
    furnish(data, model_of_the_product)
    assert ventanilla(data, "console", "--json", said=SAID).returncode == 0
    for username, role in (("ssoto", "supervisor"), ("eruiz", "analyst")):
        ventanilla(data, "people", "add", username, username, role, said="una clave larga")

    listed = ventanilla(data, "corrections", "list", "--state", "pending").stdout.split("\t")
    assert listed[0] == "1"
    assert listed[2] == "pendiente"
    assert listed[3].startswith("Baches, calles, semáforos y pavimentación (")
    assert listed[3].endswith("→ otra cosa")
    assert listed[4:] == [
        "según la persona",
        "hay un bache muy grande en mi calle, en hermosillo, tel 6620000000\n",
    ]

    refused = [
        ventanilla(data, "corrections", "approve", "1", "--by", "eruiz", "--category", "caminos"),
        ventanilla(data, "corrections", "approve", "1", "--by", "nadie", "--category", "caminos"),
        ventanilla(data, "corrections", "approve", "1", "--by", "ssoto", "--category", "hoyos"),
        ventanilla(data, "corrections", "approve", "1", "--by", "ssoto"),
        ventanilla(data, "corrections", "reject", "2", "--by", "ssoto"),
    ]
    assert [(each.returncode, len(each.stderr.splitlines())) for each in refused] == [(1, 1)] * 5

    approve = ("corrections", "approve", "1", "--by", "ssoto", "--category", "caminos")
    text = "hay un hoyo en la carretera, km 40 [Ures]"
    assert ventanilla(data, *approve, "--text", text).returncode == 0
    assert "1 mensajes" in ventanilla(data, "corrections", "export").stdout
    learnt = data / "learnt.yml"
    assert training_data.read(learnt) == [
        Example("caminos", "hay un hoyo en la carretera, km 40 (Ures)")
    ]
    written = learnt.stat().st_mtime_ns
    ventanilla(data, "corrections", "export")
    assert learnt.stat().st_mtime_ns == written

    assert ventanilla(data, "corrections", "reject", "1", "--by", "ssoto").returncode == 0
    other = tmp_path / "other.yml"
    assert "0 mensajes" in ventanilla(data, "corrections", "export", str(other)).stdout
    assert training_data.read(other) == []
    nowhere = ventanilla(data, "corrections", "export", str(tmp_path / "no" / "x.yml"))
    assert (nowhere.returncode, len(nowhere.stderr.splitlines())) == (1, 1)
