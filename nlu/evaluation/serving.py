"""What it takes to serve the embedded engine in a process of its own, and to train it."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nlu

ROOT = Path(nlu.__file__).parent.parent
TRAINING = """
import os, sys
from pathlib import Path
from nlu import train
train.train(Path(sys.argv[1]), Path(sys.argv[2]))
print(sum(os.times()[:4]))
"""


class NotMeasured(Exception):  # noqa: N818
    """Why a figure could not be taken."""


@dataclass(frozen=True, slots=True)
class Serving:
    """`load_seconds` is from the file to the first answer; importing numpy and the rest comes
    before it. `resident` is in bytes after answering, or None where that cannot be read.
    `training_only` names libraries that serving should not have imported."""

    import_seconds: float
    load_seconds: float
    resident: int | None
    training_only: tuple[str, ...]


def measure(model: Path, texts: Sequence[str]) -> Serving:
    """A fresh process loads the model and answers the texts. Raises NotMeasured."""
    lines = "".join(" ".join(text.split()) + "\n" for text in texts)
    said = json.loads(_python("-m", "nlu.evaluation.fresh", str(model.resolve()), given=lines))
    return Serving(
        said["import_seconds"], said["load_seconds"], said["resident"], tuple(said["training_only"])
    )


def training_cpu(folder: Path) -> float:
    """CPU seconds, of every core together, to train from nothing. Raises NotMeasured."""
    with tempfile.TemporaryDirectory() as made:
        return float(_python("-c", TRAINING, str(folder.resolve()), f"{made}/model.npz"))


def _python(*arguments: str, given: str = "") -> str:
    """What a fresh Python says; its environment and libraries are ours."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-X", "utf8", *arguments],
        cwd=ROOT, input=given, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["sin explicación"])[-1]
        raise NotMeasured(f"un proceso aparte terminó con {done.returncode}: {last}")
    return done.stdout
