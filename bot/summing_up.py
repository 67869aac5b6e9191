"""Before the summary: whether the matter is known already, and what was sent with it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.dialogue import Decision, Stage, State, acts
from bot.dialogue.after import AskSame
from bot.dialogue.case_meant import SAME
from bot.follow_up import Ended
from bot.outcomes import KnownEvent
from bot.scene import Scene
from handoff import same_matter
from handoff.files import reading as files

# As the channels call them, and as a citizen does.
KINDS = {
    "photo": "photo", "image": "photo", "video": "video", "video_note": "video",
    "animation": "video", "voice": "voice", "audio": "voice",
}  # fmt: skip


def decide(scene: Scene, state: State, summary: acts.Summary) -> Ended:
    """Their own open case is asked about first; a known event is told with the summary."""
    asked = (summary.category, summary.facts)
    summary = replace(
        summary, files=_counted(files.since_last_case(scene.session, scene.conversation))
    )
    if state.stage is not Stage.confirming:
        return Decision(state), (summary,)
    own = same_matter.of_citizen(scene.session, scene.conversation, asked, scene.desk, scene.now)
    if own and SAME not in state.skipped:
        return Decision(replace(state, stage=Stage.same, folio=own.folio)), (AskSame(own.folio),)
    if known := same_matter.event(scene.session, asked, scene.desk, scene.now):
        return Decision(state), (KnownEvent("colonia" in summary.facts, known.words), summary)
    return Decision(state), (summary,)


def _counted(sent: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """How many of each kind; a sticker is nothing to look at."""
    kinds = (str(each.get("kind") or each.get("type") or "").split("/")[0] for each in sent)
    return dict(Counter(KINDS.get(kind, "other") for kind in kinds if kind != "sticker"))
