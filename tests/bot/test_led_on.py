"""After an alarm that was only a guess, the way to a folio stays open; the alert stays, too."""

from dataclasses import replace

import pytest

from bot.dialogue import Decision, Stage, State, acts, perils
from bot.dialogue.after import OfferToAdd
from bot.dialogue.reading.heard import Heard
from nlu.interpretation import Urgency
from tests.bot.saying import asking, kinds, said, turn

ALIKE = Urgency(value=True, score=0.66, reason="se parece a un peligro: «están tirando»")
NAMED = Urgency(value=True, score=0.9, reason="no respira o no reacciona")
ALARM = "digo, están tirando escombro en el arroyo"
MEANWHILE = acts.Say("meanwhile")


def alarmed(state: State, text: str = ALARM, urgent: Urgency = ALIKE) -> State:
    decision = turn(state, said(text, "basura_parques", 0.5, urgent))
    assert kinds(decision)[0] == acts.Safety
    return decision.state


def after(state: State, *told: Heard) -> Decision:
    decision = Decision(state)
    for heard in told:
        decision = turn(decision.state, heard)
    return decision


def form() -> State:
    return asking("basura_parques", "municipio")


PLACE = said("en Hermosillo, colonia Sahuaro", move="place")
STREET = said("calle Jalapa 12", move="place")
PERSON = said("me llamo José Luis Ruiz, 662 101 2020", move="name")


def test_what_was_told_stays_with_the_form() -> None:
    decision = after(alarmed(form()), PLACE, said("no hay peligro"))
    assert ALARM in decision.state.request
    assert decision.state.facts["colonia"] == "Sahuaro"
    assert (decision.state.danger, decision.state.asking) == (None, "calle")


def test_a_second_answer_asks_whether_there_is_danger_and_a_third_leads_on() -> None:
    asked = after(alarmed(form()), PLACE, PERSON)
    assert asked.acts == (acts.AskIfDanger(),)
    led = turn(asked.state, STREET)
    assert led.acts[0] == MEANWHILE
    assert led.state.facts["contacto"] == "6621012020"
    assert not led.state.waits_for_person


def test_the_start_asks_it_at_once() -> None:
    asked = after(alarmed(form()), said("/start"))
    assert asked.acts == (acts.AskIfDanger(),)
    assert turn(asked.state, PLACE).acts[0] == MEANWHILE


def test_a_yes_keeps_a_person_beside_them() -> None:
    decision = after(alarmed(form()), said("/start"), said("sí", "afirmar", 0.99))
    assert kinds(decision) == [acts.Safety]
    assert decision.state.danger == perils.ANY


def test_no_form_leads_on_beside_what_a_rule_calls_danger() -> None:
    state = alarmed(form(), "mi papá se desmayó aquí", NAMED)
    decision = after(state, PLACE, STREET, PERSON, PERSON, STREET)
    assert MEANWHILE not in decision.acts
    assert decision.state.danger == perils.ANY
    assert "colonia" not in decision.state.facts
    assert "desmayó" not in decision.state.request


@pytest.mark.parametrize("kind", [perils.VIOLENCE, perils.SELF_HARM, perils.MISSING])
def test_nor_beside_who_is_in_other_danger(kind: str) -> None:
    state = State(Stage.collecting, "becas", asking="nombre", danger=kind, guessed=True, calm=-2)
    decision = turn(replace(state, waits_for_person=True), PERSON)
    assert MEANWHILE not in decision.acts
    assert decision.state.danger == kind


def test_a_matter_told_meanwhile_is_taken_up() -> None:
    asked = after(
        alarmed(State(), "no me dejan ver a mi hijo"),
        said("tengo convenio de custodia", "juridico", 0.99),
    )
    assert asked.acts == (acts.AskIfDanger(),)
    led = turn(asked.state, said("yo estoy en Hermosillo", move="place"))
    assert led.acts[0] == MEANWHILE
    assert (led.state.category, led.state.facts["municipio"]) == ("juridico", "Hermosillo")
    assert "tengo convenio de custodia" in led.state.request


def test_the_leak_that_has_its_folio_goes_with_that() -> None:
    state = State(lately="CS-2026-000001-5", lately_about="drenaje")
    raised = turn(state, said("sigue tirando y ya se hizo un charco", "drenaje", 0.99, ALIKE))
    left = turn(raised.state, said("no hay peligro, es el agua"))
    assert left.acts == (acts.Accompany(perils.ANY, denied=True), OfferToAdd("CS-2026-000001-5"))
    added = turn(left.state, said("sí", "afirmar", 0.99))
    assert any("charco" in str(act) for act in added.acts)


def test_who_answers_a_doctors_word_goes_on() -> None:
    state = alarmed(asking("ecologia", "municipio"), "mi bebé tose mucho y se pone mal")
    denied = turn(state, said("no, es por el humo, ya lo vio el doctor"))
    assert denied.acts[0] == acts.Accompany(perils.ANY, denied=True)


def test_a_cough_alone_is_no_alarm() -> None:
    calm = turn(asking("ecologia", "municipio"), said("mi bebé tose mucho", urgent=ALIKE))
    assert acts.Safety not in map(type, calm.acts)
