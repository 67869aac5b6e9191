"""Beside somebody in danger while no person has come: what they say is answered, never twice alike.
Who says so may go on with what was interrupted; who says what is no danger is asked if there is."""

import re
from dataclasses import replace

from bot.dialogue import (
    denials,
    harm,
    helpless,
    meantime,
    missing,
    offered,
    own_matter,
    pending,
    perils,
    pleas,
    request,
    told_in_danger,
)
from bot.dialogue.acts import Accompany, Act, AskIfDanger, Safety, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, saying, spots, typed, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import AT_EASE, Stage, State

OVER = told_in_danger.OVER
ASKED = "if_danger"  # the one after which it means that there is danger
# Harmless messages until we ask, and before we ask once more; a matter of its own is enough.
CALM, CALM_AGAIN = 2, 4
# Once over, the talk goes on by itself.
PASSING = (perils.ANY, perils.THREAT, perils.MISSING, perils.HELPLESS)
OF_LIFE = (perils.SELF_HARM, perils.ANOTHER, perils.HELPLESS, perils.VIOLENCE)
_CALLED = (pleas.CALLED, pleas.MEANWHILE)
SOLVED = "solved"  # the move
WHERE = "where"  # the answer to where it is denounced
DETAIL = "detail"  # the answer to what somebody who is missing looks like
TELLS_WHO = ("detail", "name", "add", "since", "place")  # moves
_LOOKS = re.compile(
    r"(?:(?:y|tambien|el|ella|pues|ese dia|no(?= (?:trae|lleva|usa|tiene)\b)) )*"
    r"(?:tengo(?= \d)|trai?an?|vest\w+|viste|llevab?a|iba|usa|mide|pesa"
    r"|tiene|es|era|se llama|le (?:dicen|decimos)|responde|andaba|l[aeo] vieron)\b"
    r"(?! (?:todo|urgente|que|para|un[ao]? (?:broma|mentira))\b)"
)

# «Siga con lo de la despensa».
goes_on = saying.only(
    r"(?!.*\bno\b).*\b(?:sig(?:o|a|amos|an|ale)|seguimos|seguir|seguirle|continu\w+|retom\w+) con "
    r"(?:lo de|lo que (?:estaba|estabamos|le decia|pedi|queria)"
    r"|(?:mi|el|la) (?:reporte|registro|solicitud|tramite|peticion|formulario))\b.*"
    r"|(?:(?:bueno|si|ok|pues|quiero|mejor|ya|podemos|vamos a) )*"
    r"(?:seguir|seguimos|sigamos|seguirle|continuar|continuamos|continuemos|go on|continue)"
    r"(?: por favor| gracias)?"
)
_WHAT_WAS_TOLD = re.compile(r"(?:(?:y|bueno|pues|entonces|mejor) )*lo de(?: \w+){1,4}")


def decide(state: State, heard: Heard) -> Decision:
    """Once an accident or a fire is over, the talk goes on where it was by itself."""
    kind = state.danger or perils.ANY
    is_found = kind == perils.MISSING and missing.is_found(heard.text)
    if kind == perils.MISSING and missing.is_back(heard.text) and not is_found:
        return answered(replace(state, danger=perils.ANY), heard, perils.ANY)
    is_over = is_found or _is_denied(kind, heard.text) or _is_solved(kind, heard)
    is_over = is_over or (state.aside in _CALLED and denials.arrived(heard.text))
    is_pressed = heard.is_button and heard.command == typed.NO_DANGER
    is_over = is_over or is_pressed or told_in_danger.is_empty(state, heard.text)
    is_asked = state.aside == ASKED
    is_pressed = is_pressed and (is_asked or kind not in OF_LIFE)  # a button of another danger
    state = told_in_danger.with_facts(state, heard, is_place=about(heard) == "place")
    if is_pressed or (is_asked and (is_over or denials.is_no(heard.text))):
        return _left(state, heard, kind)
    if (is_asked and heard.agrees) or denials.is_still(heard.text):
        return Decision(replace(state, calm=0, doubtful=False), (Safety(again=True),))
    is_ordinary = told_in_danger.is_ordinary(state, heard, is_asked=is_asked)
    if is_ordinary or (is_over and kind in PASSING):
        return _left(state, heard, kind)
    if told_in_danger.leads_on(state, heard) and about(heard) in (None, "place"):
        return _left(state, heard, kind, Say("meanwhile"))
    open_question = pending.question(state)
    if open_question and _goes_on(state, heard):
        return Decision(_back(state), (Say("go_on"), *open_question))
    if is_over:
        told = replace(state, aside=OVER, asides=state.asides + 1) if open_question else state
        offer = (Say("may_go_on"),) if open_question else ()
        return Decision(told, (Accompany(kind, denied=True), *offer))
    return beside(state, heard, kind)


def _is_denied(kind: str, text: str) -> bool:
    """«Ya le hablé al 911, ya vienen, gracias» is no end of it."""
    is_of_them = kind == perils.MISSING and denials.is_unharmed(text)  # not of who is missing
    is_of_them = is_of_them or pleas.topic(text) in (pleas.CALLED, meantime.UNDERWAY)
    return denials.is_over(text) and not is_of_them


def _left(state: State, heard: Heard, kind: str, said: Act | None = None) -> Decision:
    """Back to what was open, or to the matter that was told meanwhile."""
    goes_on = said is not None or _asks_for_it(state, heard, kind)
    state = told_in_danger.with_what_burned(state) if goes_on else state
    left = replace(_back(state), danger=None if kind in PASSING else kind)
    if about(heard) == WHERE and state.stage in AT_EASE:
        return Decision(left.afresh(), (Accompany(kind, about=pleas.DENOUNCED),))
    is_well = kind != perils.HELPLESS or heard.move == SOLVED or helpless.has_answered(heard.text)
    heard_it = said or Accompany(kind if is_well else perils.ANY, denied=True)
    if state.stage in AT_EASE and denials.is_joke(heard.text):
        state, left = map(told_in_danger.without_words, (state, left))
    left = _with_matter(left, heard, goes_on=goes_on)
    state = replace(state, apart=left.apart)
    if state.stage in AT_EASE and (same := offered.to_go_with_it(left)):
        return replace(same, acts=(heard_it, *same.acts))
    if state.stage in AT_EASE and state.apart:
        if goes_on or state.apart[0] not in perils.TELLING or state.apart[0] == harm.THREATENED:
            begun = request.begin_apart(left)
            return replace(begun, acts=(heard_it, *begun.acts))
        left = replace(left, apart=(), told_in=0)  # a fire that is over; a crime is still one
    elif state.stage in AT_EASE and not goes_on:
        left = replace(left, told_in=0, options=())
    elif kind == perils.ANY and (asked := told_in_danger.asked_which(left, heard)):
        return replace(asked, acts=(heard_it, *asked.acts))
    if left.stage is Stage.collecting and left.asking in left.facts:
        return request.go_on(left, heard_it)
    then = pending.question(left) or ((Say("what_is_it"),) if goes_on else ())
    return Decision(left, (heard_it, *then))


def _with_matter(state: State, heard: Heard, *, goes_on: bool) -> State:
    """And with what these words tell of one."""
    is_told = goes_on or own_matter.told(heard) is not None
    is_wished = helpless.is_wished_for(state.request, heard.text)
    is_said = not is_wished and (heard.command or heard.move == SOLVED)
    if is_told and state.stage in AT_EASE and not (state.apart or is_said):
        return told_in_danger.with_matter_of(state, heard)
    return told_in_danger.with_more(state, heard)


def _asks_for_it(state: State, heard: Heard, kind: str) -> bool:
    """There was no danger, or none that is left: what was told is still asked for."""
    is_answer = state.aside == ASKED and (state.guessed or denials.is_no(heard.text))
    is_none = is_answer or heard.is_button or denials.is_harmless(heard.text)
    return is_none or denials.asks_more(heard.text) or kind == perils.THREAT  # «es un decir»


def beside(state: State, heard: Heard, kind: str) -> Decision:
    """What is said beside the danger that was told, whatever it resembles."""
    return _harmless(state, heard, kind) or answered(state, heard, kind)


def _harmless(state: State, heard: Heard, kind: str) -> Decision | None:
    """Asks, once enough of it was said. Who may harm themselves is not asked for a word that is
    only calm, nor who tells of somebody missing, nor anybody for an answer to what we have said;
    where it is counts once."""
    topic = about(heard)
    matter = None if topic == "place" else own_matter.told(heard)
    own = (state.category, *(() if state.guessed else state.options))
    matter = None if matter in own else matter  # «los del préstamo», who threaten
    is_placed_by_now = state.doubtful or (state.placed and told_in_danger.is_of_thing(state))
    is_answered = _is_who(heard) or (topic and not (topic == "place" and is_placed_by_now))
    is_of_form = told_in_danger.is_of_form(state, heard)
    is_of_life = kind in OF_LIFE and not is_of_form  # a calm word is no end of it
    if is_answered or kind == perils.MISSING or (is_of_life and not matter):
        return None
    told = told_in_danger.with_matter(state, heard, matter) if matter else state
    calm = state.calm + (
        CALM if matter or state.doubtful or is_of_form or told_in_danger.says_no(heard) else 1
    )
    if calm < CALM:
        return answered(replace(told, calm=calm), heard, kind)
    return asked_if_now(replace(told, placed=is_placed(state, heard)))


def asked_if_now(state: State) -> Decision:
    asked = replace(state, calm=CALM - CALM_AGAIN, aside=ASKED, asides=state.asides + 1)
    return Decision(asked, (AskIfDanger(),))


def _is_who(heard: Heard) -> bool:
    """«Tiene 3 años», «es diabético», of whom it befell."""
    words = saying.bare(heard.text)
    return bool(_LOOKS.match(words)) and len(words.split()) <= own_matter.FEW


def answered(state: State, heard: Heard, kind: str) -> Decision:
    """The same answer is not given twice in a row; who told where is not asked where."""
    topic = about(heard) or (DETAIL if kind == perils.MISSING and tells_who(heard) else None)
    is_mute = state.no_call or topic == pleas.NO_CALL
    has_called = state.called or topic in pleas.HAVE_CALLED
    state = replace(state, placed=is_placed(state, heard), no_call=is_mute, called=has_called)
    if state.aside in _CALLED and topic in (*_CALLED, "at_a_loss"):
        topic = next(each for each in _CALLED if each != state.aside)
    if topic and topic != state.aside:
        # Who has told what they look like is not told that it helps.
        added = max(state.added, 2) if topic == DETAIL else state.added
        told = replace(state, aside=topic, asides=1, added=added)
        return Decision(told, (Accompany(kind, about=topic, placed=state.placed),))
    if topic == "place":  # once more: they are not told again to say it
        state = replace(state, added=max(state.added, 1), asides=state.asides + 1)
    said = Accompany(
        kind, times=state.added, placed=state.placed, no_call=is_mute, called=has_called
    )
    return Decision(replace(state, added=state.added + 1), (said,))


def tells_who(heard: Heard) -> bool:
    """«Traía camisa azul», «es morenito y alto»."""
    is_told = heard.move in TELLS_WHO or _LOOKS.match(saying.bare(heard.text))
    return bool(is_told) and not (heard.command or about(heard) or "?" in heard.text)


def is_placed(state: State, heard: Heard) -> bool:
    """Whether it was told where the danger is."""
    return state.placed or bool(facts.places_in(heard)) or about(heard) == "place"


def _back(state: State) -> State:
    return replace(
        state, waits_for_person=False, told_wait_at=None, added=0, calm=0, doubtful=False
    )


def _goes_on(state: State, heard: Heard) -> bool:
    is_of_it = heard.agrees or bool(_WHAT_WAS_TOLD.fullmatch(saying.bare(heard.text)))
    return goes_on(heard.text) or (state.aside == OVER and is_of_it)


def _is_solved(kind: str, heard: Heard) -> bool:
    """«Ya lo quitaron», «ya está conmigo», «fue hace un mes»: not of who is missing, whose
    life it is, or who is near to whom they fear."""
    if kind not in (perils.ANY, perils.HELPLESS) or pleas.topic(heard.text) == pleas.CALLED:
        return False
    is_mended = heard.move == SOLVED
    is_mended = is_mended or (kind == perils.HELPLESS and helpless.has_answered(heard.text))
    is_mended = is_mended and denials.ends_well(heard.text)
    return is_mended or missing.is_beside(heard.text) or denials.is_of_old(heard.text)


def about(heard: Heard) -> str | None:
    """What they say that has an answer of its own; None for all the rest."""
    return pleas.topic(heard.text) or ("place" if _is_place(heard) else None)


def _is_place(heard: Heard) -> bool:
    """A place that is no matter of its own: «hay un bache en la calle Sol»."""
    if heard.entity("municipio") and wording.is_only_facts(heard):
        return True
    is_matter = heard.is_sure and own_matter.told(heard) is not None
    is_plain = heard.is_no_matter and not _LOOKS.match(saying.bare(heard.text))
    is_told = is_plain or heard.entity("municipio")
    is_so = spots.is_place(heard.text) or (heard.move == "place" and is_told)
    return bool(is_so) or (spots.tells_place(heard.text) and not is_matter)
