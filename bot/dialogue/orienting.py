"""Who tells of violence, and wants to know where to go: a person comes, and no folio is made."""

from dataclasses import replace

from bot.dialogue import harm
from bot.dialogue.acts import Guide, HandOver
from bot.dialogue.decision import Decision
from bot.dialogue.reading import saying
from bot.dialogue.state import State
from handoff.rules import catalogue
from handoff.rules.reasons import Reason

ORIENTED = "oriented"  # the guide's other words
_BY_PARTNER = "violencia_genero"
is_all = saying.anywhere(
    r"\bno (?:(?:l[oa]s? )?(?:quiero|quisiera|voy a|pienso|me animo a)) (?:\w+ )?"
    r"(?:denunci|registr|report|levant|poner)\w*|\bsin (?:denunciar|registrar|folio)\b"
    r"|\b(?:nomas|nada mas|solo|solamente|unicamente) (?:(?:yo )?(?:quiero|quisiera|queria) )?"
    r"(?:saber|(?:una )?orientacion|informacion|preguntar|que me (?:orient|dig|inform)\w+)"
    r"|\b(?:quiero|quisiera|busco|necesito|pido) (?:una |que me )?orient(?:acion|en)\b"
)


def decide(state: State, key: str) -> Decision | None:
    """None where it has been told before, and is wanted now."""
    if key != _BY_PARTNER or state.lately_about == key or not is_all(state.request):
        return None
    waiting = replace(state.afresh(waits_for_person=True), lately_about=key, options=(key,))
    guide = harm.guide(key, state.request)
    guide = guide if guide.of else Guide(key, ORIENTED)
    priority = catalogue.load().categories[key].priority
    return Decision(waiting, (guide, HandOver(Reason.delicate, priority)))
