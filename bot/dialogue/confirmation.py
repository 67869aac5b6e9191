"""The summary was shown: yes, no, or what is to be changed."""

from dataclasses import replace

from bot.dialogue import (
    additions,
    asides,
    besides,
    changing,
    collecting,
    contrasts,
    dictating,
    erasing,
    for_another,
    misunderstanding,
    numbered,
    only_asked,
    pending,
    reacting,
    request,
    several,
    untold,
)
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import (
    background,
    details,
    facts,
    labels,
    omissions,
    saying,
    typed,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import NO_ANSWER, PERSONAL, Stage, State
from bot.dialogue.within import Corrected

NEW_MATTER = "asunto_nuevo"
SUBJECT = "asunto"
ODD = "raro"  # the aside: words that say nothing about the summary
BEYOND_DOUBT = 0.95  # confidence of a yes in unusual words
LEAST_OF_A_DETAIL = 5  # words of what is told besides leaving a fact out
MUCH_BESIDE = 8  # words beside a fact that changes


def confirm(state: State, heard: Heard) -> Decision:
    """The citizen has read the summary."""
    is_yes = additions.is_mere(heard.text) and not (heard.command or "?" in heard.text)
    if heard.command == typed.YES or is_yes:  # «ok gracias», by who only asked, is no order
        return only_asked.thanked(state, heard) or request.open_case(state)
    told = dictating.decide(state, heard) or additions.of_right(state, heard)
    if told := told or _named(state, heard) or for_another.decide(state, heard):
        return told
    changed = changing.told(state, heard)
    if ended := erasing.decide(state, heard, changed):
        return ended
    is_changed = bool(changed) and pending.is_correction(state, heard)
    another = None if is_changed else _instead(state, heard) or numbered.decide(state, heard)
    if another := another or besides.decide(state, heard):
        return another
    if changed:
        added = additions.beside(_with(state, changed), heard, Corrected(changed))
        return added or _changed(_with_words(state, heard), changed)
    if labels.to_change(heard.text):
        return correct(replace(state, stage=Stage.correcting), heard)
    if added := additions.decide(state, heard):
        return added
    if left := _left(state, heard):
        return left
    if heard.means("afirmar") or _agrees(heard):
        return additions.registered(state, heard)
    return _corrected(state, heard) if _is_wrong(heard) else _other_words(state, heard)


def _named(state: State, heard: Heard) -> Decision | None:
    named = untold.without_phone(state, heard)
    return _changed(named, {"nombre": named.facts["nombre"]}) if named else None


def _left(state: State, heard: Heard) -> Decision | None:
    """Something is not to stand there, or is not known."""
    plain = saying.bare(heard.text)
    if omissions.is_off_record(plain):
        return asides.put(state, Say("off_record"), NO_ANSWER)
    unnamed = labels.mentioned(heard.text, "") == "" and not omissions.of_code(plain)
    if unnamed and omissions.is_unsure(plain):
        return asides.put(state, Say("check_it"), NO_ANSWER)
    if heard.skips or omissions.repeats(plain):
        is_long = len(heard.text.split()) >= LEAST_OF_A_DETAIL  # «ah sí, la Sufragio»
        known = request.noting(state, heard) if is_long else state
        return _left_out(known, labels.mentioned(heard.text, ""))
    return None


def _corrected(state: State, heard: Heard) -> Decision:
    """«No fui yo, fue mi hijo» is no mere no, and nothing that is shown is wrong."""
    if labels.fact_named(heard.text):
        return correct(replace(state, stage=Stage.correcting), heard)
    is_more = not heard.command and details.is_more_than_no(heard.text)
    known = request.noting(state, heard) if is_more else state
    is_of_fact = any(each in state.facts for each in labels.all_mentioned(heard.text))
    if is_more and not is_of_fact:
        return request.go_on(replace(known, misses=0), Say("noted"))
    correcting = replace(known, stage=Stage.correcting)
    return Decision(correcting, pending.question(correcting))


def _instead(state: State, heard: Heard) -> Decision | None:
    """«No es de vivienda, era por los armados» corrects no colonia."""
    denied = misunderstanding.denied(state, heard)
    if denied or contrasts.names_another(state.category or "", heard.text):
        other = request.other_matter(state, heard) if denied and heard.is_clear else None
        changed = misunderstanding.changed_to(heard, state.category or "") or other
        return request.begin_instead(state, heard, changed) if changed else denied
    is_instead = misunderstanding.is_instead(heard.text) or misunderstanding.is_no_praise(state)
    other = request.other_matter(state, heard) if is_instead else None
    return request.begin_instead(state, heard, other) if other else None


def _is_wrong(heard: Heard) -> bool:
    """Or a fact is called, as the menu does: «Municipio»."""
    is_no = heard.command in (typed.NO, typed.NOT_THAT, typed.CORRECT) or heard.means("negar")
    return is_no or details.tells_mistake(heard.text) or bool(labels.fact_named(heard.text))


def _agrees(heard: Heard) -> bool:
    """In words that no rule knows, beyond doubt: nothing is registered by chance."""
    is_short = len(heard.text.split()) <= additions.MOST_OF_A_YES
    return heard.move == "agree" and heard.meaning.move.confidence >= BEYOND_DOUBT and is_short


def _changed(state: State, changed: dict[str, str]) -> Decision:
    """A small change is told by itself; with the municipality others may be responsible."""
    known = _with(state, changed)
    if "municipio" in changed or facts.POINT in changed:
        return request.go_on(known)
    return Decision(known, (Corrected(changed), *pending.shortly(known)))


def _with_words(state: State, heard: Heard) -> State:
    """«La colonia es San Fernando, y no quiero lámina, quiero cemento»"""
    is_more = len(wording.without(heard, wording.BESIDE_WORDS).split()) >= MUCH_BESIDE
    return request.noting(state, heard) if is_more else collecting.with_words(state, heard)


def correct(state: State, heard: Heard) -> Decision:
    """Which fact is wrong: its button or its name, or the right value at once."""
    changed = changing.told(state, heard)
    if ended := erasing.decide(state, heard, changed):
        return ended
    chosen = heard.chosen("dato") or labels.fact_named(heard.text) or labels.to_change(heard.text)
    is_untold = SUBJECT in request.category_of(state).asks and SUBJECT not in state.facts
    if chosen == NEW_MATTER and is_untold:
        asking = replace(state, stage=Stage.collecting, asking=SUBJECT, misses=0)
        return Decision(asking, pending.question(asking))  # of an audience, told in its words only
    if chosen == NEW_MATTER:
        return misunderstanding.ask_again(state, is_denied=False)  # it may be more of the same
    if changed:
        return request.go_on(_with(_with_words(state, heard), changed))
    if changing.repeats(state, heard):
        return request.go_on(state)
    if chosen in (*request.category_of(state).asks, *state.facts, *PERSONAL):
        return _put_again(state, chosen)
    if heard.command == typed.YES and typed.is_plain_yes(heard.text):  # to which?
        confirming = replace(state, stage=Stage.confirming, misses=0)
        return Decision(confirming, pending.question(confirming))
    if heard.skips or heard.command == typed.NO:
        return asides.put(replace(state, stage=Stage.confirming), Say("as_it_is"), "as_it_is")
    if heard.command == typed.YES:
        return request.open_case(state)
    return _other_words(state, heard)


def _other_words(state: State, heard: Heard) -> Decision:
    """Neither yes nor a correction: another matter, or more of the story, shown once more."""
    if met := additions.decide(state, heard) or reacting.decide(state, heard):
        return met
    other, is_instead = _other_told(state, heard)
    if other and is_instead:
        return request.begin_instead(state, heard, other)
    if other:
        return request.note_also(state, heard, other)
    if either := misunderstanding.either(state, heard):
        return either
    if not heard.text or heard.command:
        return request.missed(state, *request.go_on(state).acts)
    if "?" in heard.text:
        return asides.noted_question(state, heard)
    is_more = heard.move in (*reacting.TELL_MORE, "place", "name") or changing.tells(heard)
    is_more = is_more or background.is_of_them(heard.text)
    if details.denies(heard.text) and not heard.means(state.category or ""):
        correcting = replace(request.noting(state, heard), stage=Stage.correcting, misses=0)
        return Decision(correcting, pending.question(correcting))
    if len(heard.text.split()) < changing.WORTH_ADDING and not is_more:
        return _odd(state)
    return request.go_on(replace(request.noting(state, heard), misses=0), Say("noted"))


def _other_told(state: State, heard: Heard) -> tuple[str | None, bool]:
    """Another matter, and whether it takes the place of the one at hand. A detail that begins with
    «no» does not, and of a grave matter is none."""
    is_detail, corrects = details.is_one(heard.text), wording.corrects(heard.text)
    if state.category in several.GRAVE and (is_detail or corrects):
        return misunderstanding.changed_to(heard, state.category), True
    if changed := misunderstanding.changed_to(heard, state.category or ""):
        return changed, True
    is_instead = (state.stage is Stage.correcting or corrects) and not is_detail
    return request.other_matter(state, heard), is_instead


def _odd(state: State) -> Decision:
    """Everything is told, so nothing but yes or no is missing: a person is the last resort."""
    if state.aside != ODD:
        return Decision(replace(state, aside=ODD, asides=1), pending.shortly(state))
    if state.asides == 1:
        return asides.put(state, Say("check_it"), ODD)
    return request.missed(replace(state, misses=1), *pending.shortly(state))


def _with(state: State, changed: dict[str, str]) -> State:
    known = {each: told for each, told in {**state.facts, **changed}.items() if told}
    return replace(state, facts=known, misses=0)


def _left_out(state: State, fact: str) -> Decision:
    """«No sé la calle»: it goes, if it was there; nothing else is asked for."""
    if fact in state.facts:
        return request.go_on(erasing.without(state, fact), Say("without_it"))
    return asides.put(state, Say("as_it_is"), "as_it_is")


def _put_again(state: State, fact: str) -> Decision:
    """Also where the matter does not ask for it: they have told it, and want it otherwise."""
    again = _asked_again(state, fact)
    if fact in request.category_of(state).asks:
        return request.go_on(again)
    asking = replace(again, stage=Stage.collecting, asking=fact, options=())
    return Decision(asking, pending.question(asking))


def _asked_again(state: State, fact: str) -> State:
    """As if it had never been told."""
    kept = {name: value for name, value in state.facts.items() if name != fact}
    return replace(state, facts=kept, skipped=tuple(each for each in state.skipped if each != fact))
