"""What the citizen says to have meant: told as an act, and asked again without losing facts."""

from dataclasses import replace
from typing import Any

import pytest

from bot.dialogue import Decision, Heard, Stage, State, misunderstanding
from bot.dialogue.acts import AskCorrection, HandOver, Misunderstood, Say
from tests.bot.saying import asking, confirming, said, turn

MESSAGE = 7
HOLES = replace(asking("bacheo", "calle", municipio="Cajeme", colonia="Centro"), told_in=MESSAGE)
SUMMARY = replace(confirming(municipio="Cajeme"), told_in=MESSAGE)
WHICH = State(Stage.choosing, options=("alumbrado", "energia_electrica"), told_in=MESSAGE)


def message(number: int, text: str, intent: str, confidence: float = 0.95) -> Heard:
    return replace(said(text, intent, confidence), exchange_id=number)


def misunderstood(decision: Decision) -> list[tuple[int, str | None]]:
    noted = (act for act in decision.acts if isinstance(act, Misunderstood))
    return [(act.exchange_id, act.meant) for act in noted]


@pytest.mark.parametrize(
    ("words", "is_none"),
    [
        ("mi mamá trabaja en el gobierno", True),
        ("quiero felicitar al doctor Valdez", False),
        ("nos atendieron muy bien", False),
    ],
)
def test_what_nobody_is_thanked_in(words: str, *, is_none: bool) -> None:
    state = replace(State(), category="felicitacion", request=words)
    assert misunderstanding.is_no_praise(state) is is_none


def test_the_message_that_told_the_matter_is_remembered_to_the_end() -> None:
    state = turn(State(), message(7, "hay un bache en Cajeme", "bacheo")).state
    state = turn(state, message(8, "Centro", "saludo", 0.1)).state
    state = turn(state, message(9, "Nayarit 8", "saludo", 0.1)).state
    assert (state.stage, state.told_in) == (Stage.confirming, 7)
    assert turn(state, said("sí")).state.told_in == 0


@pytest.mark.parametrize("words", ["no, es otra cosa", "Es otra cosa.", "me entendió mal"])
@pytest.mark.parametrize(
    "state", [HOLES, SUMMARY, replace(SUMMARY, stage=Stage.correcting)], ids=lambda each: each.stage
)
def test_another_matter_is_told_at_any_question(state: State, words: str) -> None:
    decision = turn(state, said(words))
    assert decision.acts == (Misunderstood(MESSAGE), Say("misunderstood"))
    assert (decision.state.stage, decision.state.category) == (Stage.idle, None)
    assert decision.state.facts == state.facts
    assert (decision.state.told_in, decision.state.request) == (0, state.request)
    assert decision.state.denied == state.category


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("no, la queja es porque tiran basura en la esquina", "basura_parques"),
        ("no oiga, recolección de basura", "basura_parques"),
        ("no, basura tirada", "basura_parques"),
    ],
)
@pytest.mark.parametrize("state", [HOLES, SUMMARY], ids=lambda each: each.stage)
def test_what_it_is_takes_the_place_of_what_was_understood(
    state: State, text: str, meant: str
) -> None:
    decision = turn(state, message(9, text, "basura_parques"))
    assert decision.state.category == meant
    assert decision.state.request == f"{state.request}\n{text}"


def test_who_did_it_changes_no_grave_matter() -> None:
    state = replace(SUMMARY, category="denuncia_servidor_publico")
    decision = turn(state, message(9, "no es la maestra, es la directora", "educacion", 0.99))
    assert decision.state.category == "denuncia_servidor_publico"


def test_what_is_denied_is_not_heard_again() -> None:
    again = turn(HOLES, said("no, es otra cosa")).state
    heard = message(9, "no es para eso, es que tiran basura", "bacheo", 0.5)
    ranking = (("bacheo", 0.5), ("basura_parques", 0.45))
    heard = replace(heard, meaning=replace(heard.meaning, ranking=ranking))
    assert turn(again, heard).state.category == "basura_parques"


def test_not_that_skips_no_question_and_at_the_summary_asks_what() -> None:
    assert misunderstood(turn(HOLES, said("no es eso"))) == [(MESSAGE, None)]
    at_summary = turn(SUMMARY, said("no es eso"))
    assert at_summary.acts == (AskCorrection(("municipio",)),)
    matter = turn(at_summary.state, said(payload="dato:asunto_nuevo"))
    assert misunderstood(matter) == [(MESSAGE, None)]


def test_another_matter_and_which_in_one_message() -> None:
    text = "no, es otra cosa: no sale agua en mi casa"
    decision = turn(HOLES, message(9, text, "agua_potable"))
    assert misunderstood(decision) == [(MESSAGE, "agua_potable")]
    assert (decision.state.category, decision.state.told_in) == ("agua_potable", 9)
    assert decision.state.facts == HOLES.facts
    assert decision.state.request == f"{HOLES.request}\n{text}"


def test_a_fact_that_is_corrected_is_no_other_matter() -> None:
    decision = turn(SUMMARY, message(9, "no es eso, la calle es Nayarit 8", "bacheo", 0.4))
    assert misunderstood(decision) == []
    assert decision.state.facts["calle"] == "Nayarit 8"


def test_the_matter_is_corrected_in_its_own_words_at_the_summary() -> None:
    decision = turn(SUMMARY, message(9, "no, lo que no sale es agua", "agua_potable"))
    assert misunderstood(decision) == [(MESSAGE, "agua_potable")]
    assert decision.state.told_in == 9


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ({"payload": "categoria:energia_electrica"}, "energia_electrica"),
        ({"payload": "categoria:alumbrado"}, "alumbrado"),  # the log knows that it was believed
        ({"text": "2"}, "energia_electrica"),
        ({"payload": "otra_cosa"}, None),
        ({"text": "no, es otra cosa"}, None),
        ({"text": "no"}, None),
    ],
)
def test_which_of_two_was_meant(answer: dict[str, Any], meant: str | None) -> None:
    assert misunderstood(turn(WHICH, said(**answer))) == [(MESSAGE, meant)]


def test_misunderstood_twice_leads_to_a_person() -> None:
    state = turn(HOLES, said("no, es otra cosa")).state
    state = turn(state, message(9, "no sale agua", "agua_potable")).state
    decision = turn(state, said("no, es otra cosa"))
    assert misunderstood(decision) == [(9, None)]
    assert any(isinstance(act, HandOver) for act in decision.acts)
    assert decision.state.waits_for_person


def test_a_folio_that_nobody_asked_about() -> None:
    state = turn(State(), message(7, "quiero saber de mi apoyo", "seguimiento")).state
    assert misunderstood(turn(state, said("no, es otra cosa"))) == [(7, None)]
    asked = turn(State(), said("/folio")).state
    assert misunderstood(turn(asked, said("no, es otra cosa"))) == []


def test_nothing_was_understood_so_nothing_was_wrong() -> None:
    assert turn(State(), said("no, es otra cosa")).acts == (Say("what_is_it"),)
