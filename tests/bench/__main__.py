"""python3 -m tests.bench [intake|understanding]: the figures of the README, medians of rounds."""

import sys
import tempfile
from pathlib import Path

from bot import provision

PARTS = ("intake", "understanding")


def main() -> None:
    provision.ready("development", "tests.bench")
    parts = sys.argv[1:] or PARTS
    if not set(parts) <= set(PARTS):
        sys.exit(f"Las partes son: {', '.join(PARTS)}.")
    with tempfile.TemporaryDirectory() as folder:
        _measure(parts, Path(folder))


def _measure(parts: "tuple[str, ...] | list[str]", data: Path) -> None:
    from nlu import train
    from tests.bench import intake, understanding

    model = data / "model.npz"
    train.ensure(model)
    if "understanding" in parts:
        understanding.main(model)
    if "intake" in parts:
        intake.main(data)


if __name__ == "__main__":
    main()
