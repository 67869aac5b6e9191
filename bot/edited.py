"""What stood there before the citizen changed it: an edit is understood beside it."""

from dataclasses import replace

from bot.dialogue import Heard, State, hear
from bot.hearing import Hearing
from bot.scene import Scene
from handoff import exchanges
from nlu import form


def with_former(scene: Scene, state: State, heard: Heard, hearing: Hearing) -> Heard:
    """Both are read as what is said of a summary: an edit answers no question."""
    if heard.edit_of is None:
        return heard
    text = exchanges.before_edit(
        scene.session, scene.conversation, heard.edit_of, heard.exchange_id
    )
    [meaning] = hearing.at_once([text]) if text else [None]
    if not text or meaning is None:
        return heard
    former = hear(text, None, meaning, heard.thresholds)
    former = replace(former, told=hearing.told(former.text, form.SUMMARY, state.facts))
    told = hearing.told(heard.text, form.SUMMARY, state.facts)
    return replace(heard, told=told, former=former)
