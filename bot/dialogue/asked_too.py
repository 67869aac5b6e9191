"""The question that is asked along with the answer to ours."""

import re
from dataclasses import replace

from bot.dialogue import asides, lately, pending, procedures, request, vitals
from bot.dialogue.acts import Say, Summary
from bot.dialogue.after import Add, ExplainCase
from bot.dialogue.decision import Decision
from bot.dialogue.reading import asked, marked, of_service, questions, saying, trailing
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State

# «¿A dónde lo llevo?», «¿qué hago con mi niño?», of who is ill.
_WHERE_SEEN = re.compile(
    r"\b(?:a |en )?donde (?:puedo )?(?:l[oae]s? |me |nos )?(?:llev|atiend|revis|acud)\w*"
    r"|\b(?:que|como) (?:le )?ha(?:go|cemos) con (?:mi|el|la|ella|mis) ?\w*$"
    r"|\bl[oa]s? llevo (?:al?|con) \w+|^(?:y |entonces |pero )*que (?:le )?(?:hago|hacemos|doy)$"
    r"|\bwhere (?:do|can|should) (?:i|we) take\b"
)


def _where_seen(now: State, heard: Heard) -> bool:
    is_asked = any(map(_WHERE_SEEN.search, saying.clauses(heard.text)))
    return now.category in lately.OF_HEALTH and is_asked


def answered(state: State, heard: Heard, decision: Decision) -> Decision:
    if (said := of_service.asked_at_last(heard.text)) and asides.tells_matter(heard):
        return replace(decision, acts=(Say(said), *decision.acts))
    is_ill = vitals.is_mild_fever(heard.text) and not vitals.is_fever(state.request)
    if not heard.command and (is_ill or _where_seen(decision.state, heard)):
        rest = (each for each in decision.acts if each not in (Say("noted_question"), Say("noted")))
        return replace(decision, acts=(Say("where_seen"), *rest))
    is_told = not heard.command and state.stage in request.FORM
    last = trailing.question(heard.text) or ""
    topic = questions.topic(heard.text) or questions.topic(last) if is_told else None
    if topic is None and is_told and decision.state.facts != state.facts:
        return _with_question(heard, decision)
    if topic is None or not state.category:
        return decision
    known = replace(state, facts={**state.facts, **decision.state.facts})
    return replace(decision, acts=(asides.explained(known, heard, topic), *decision.acts))


def _with_question(heard: Heard, decision: Decision) -> Decision:
    """«Santa Ana, ¿y qué papeles llevo?», «es la primaria Juárez, ¿y van a ir ustedes o quién?»"""
    now = decision.state
    is_of_office = asked.is_of_a_procedure(heard.text) or procedures.is_about_it(now, heard)
    if now.stage not in request.FORM or not (is_of_office or trailing.question(heard.text)):
        return decision
    rest = [each for each in decision.acts if each != Say("noted")]
    if asked.is_whose(heard.text):
        return Decision(now, (pending.whose(now), *rest))
    kept = request.noting(now, heard)
    acts = (pending.summary(kept) if isinstance(each, Summary) else each for each in rest)
    return Decision(kept, (Say("noted_question"), *acts))


def with_answer(state: State, heard: Heard, decision: Decision) -> Decision:
    """What was said to the question, with the fact that was told before it: «Ana Luisa Armenta. ¿Y
    quién me contesta, un robot?»"""
    now = decision.state
    is_asked = state.stage is Stage.collecting and bool(trailing.question(heard.text))
    is_same = (now.stage, now.asking, now.facts) == (state.stage, state.asking, state.facts)
    if heard.command or now.waits_for_person or not (is_asked and is_same):
        return decision
    told = marked.value(heard, state.asking or "", marked.BEYOND_DOUBT)
    if told is None:
        return decision
    asking = pending.question(state)
    said = (each for each in decision.acts if each not in asking)
    return request.go_on(replace(now, facts={**now.facts, now.asking or "": told}), *said)


def with_reason(state: State, heard: Heard, decision: Decision) -> Decision:
    """Why something is asked of the case goes with it: «¿cuánto tardan? Porque la carta da 10
    días»; who is ill may not be able to wait so long."""
    folio = state.folio or state.lately
    is_told = any(isinstance(each, ExplainCase) for each in decision.acts)
    if not (folio and is_told and trailing.tells_why(heard.text)):
        return decision
    urgent = lately.urgent(state, heard, state.lately_about)
    return urgent or replace(decision, acts=(*decision.acts, Add(folio, heard.text)))
