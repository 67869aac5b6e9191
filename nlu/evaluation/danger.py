"""Whether danger to life was recognised, and how often it was seen where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlu.evaluation.examination import DATA, Answer
from nlu.evaluation.intents import share

URGENT, CALM = "urgente", "no_urgente"
# Held out: as citizens would write, in a few words, half hidden, made to mislead;
# and what is learnt from.
FOLDERS = tuple(
    DATA / name
    for name in ("urgency_plain", "urgency_short", "urgency_mixed", "urgency_test", "urgency")
)


@dataclass(frozen=True, slots=True)
class Danger:
    """`missed`: the urgent sentences that were taken for calm; `false_alarms` the reverse."""

    name: str
    urgent: int
    calm: int
    recall: float
    alarm_rate: float
    missed: tuple[str, ...]
    false_alarms: tuple[str, ...]


def judge(name: str, answers: Sequence[Answer]) -> Danger:
    """Truth is the intent of the example: URGENT or CALM; others do not count."""
    urgent = [each for each in answers if each.truth.intent == URGENT]
    calm = [each for each in answers if each.truth.intent == CALM]
    missed = tuple(each.truth.text for each in urgent if not each.meaning.urgent.value)
    alarms = tuple(each.truth.text for each in calm if each.meaning.urgent.value)
    return Danger(
        name=name,
        urgent=len(urgent),
        calm=len(calm),
        recall=share(len(urgent) - len(missed), len(urgent)),
        alarm_rate=share(len(alarms), len(calm)),
        missed=missed,
        false_alarms=alarms,
    )
