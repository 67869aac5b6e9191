"""The product's own model, trained once from its own data: python3 -m tests.model."""

import tempfile
from pathlib import Path

from nlu import train, training_data


def current() -> Path:
    """Kept between runs while nothing of it changes."""
    made_from = train.fingerprint(training_data.FOLDER)[:16]  # several checkouts share the folder
    path = Path(tempfile.gettempdir()) / "ventanilla-tests" / f"model-{made_from}.npz"
    path.parent.mkdir(exist_ok=True)
    train.ensure(path)
    return path


if __name__ == "__main__":
    current()
