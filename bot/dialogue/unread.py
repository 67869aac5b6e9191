"""What cannot be read, or is not here, whatever was asked."""

from bot.dialogue.acts import Act, GotFile, Say
from bot.dialogue.reading.heard import Heard
from nlu import gazetteer


def said(heard: Heard) -> Act | None:
    """What is said of a place that cannot be ours, and of a file without words."""
    if _is_far(heard):
        return Say("outside_sonora")
    return GotFile(heard.file_kind) if heard.has_file and not heard.text else None


def _is_far(heard: Heard) -> bool:
    """A shared place outside the State."""
    location = heard.content.get("location")
    return location is not None and not gazetteer.is_near(location["lat"], location["lon"])
