"""Before the summary: whether the matter is one that is known already."""

from dataclasses import replace

from bot.dialogue import Decision, Stage, State, acts
from bot.dialogue.after import AskSame
from bot.dialogue.aftercare import SAME
from bot.follow_up import Ended
from bot.outcomes import KnownEvent
from bot.scene import Scene
from handoff import same_matter


def decide(scene: Scene, state: State, summary: acts.Summary) -> Ended:
    """Their own open case is asked about first; a known event is told with the summary."""
    asked = (summary.category, summary.facts)
    if state.stage is not Stage.confirming:
        return Decision(state), (summary,)
    own = same_matter.of_citizen(scene.session, scene.conversation, asked, scene.desk, scene.now)
    if own and SAME not in state.skipped:
        return Decision(replace(state, stage=Stage.same, folio=own.folio)), (AskSame(own.folio),)
    if known := same_matter.event(scene.session, asked, scene.desk, scene.now):
        return Decision(state), (KnownEvent("colonia" in summary.facts, known.words), summary)
    return Decision(state), (summary,)
