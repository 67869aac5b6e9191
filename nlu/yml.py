"""YAML as libyaml reads it, in a tenth of the time that Python takes, which stands in for it."""

from typing import Any

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(text: str) -> Any:
    """Plain data alone. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=Loader)  # noqa: S506
