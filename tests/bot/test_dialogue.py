"""What the bot decides: pure, so every situation is a line here."""

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogue import Heard, Stage, State, acts, consent, decide, directing, from_json, within
from bot.dialogue.reading import facts as told
from handoff.rules import catalogue
from handoff.rules.reasons import Reason
from handoff.store.models import Owner
from nlu.interpretation import Urgency
from tests.bot.saying import NOW, asking, confirming, kinds, said, situation, turn

CATEGORIES = catalogue.load().categories
# How people answer when they are asked for a fact.
ANSWERS = {
    "municipio": "Cajeme",
    "colonia": "la Cortinas",
    "calle": "Sufragio 230",
    "tramo": "el camino a Cócorit",
    "escuela": "la Benito Juárez",
    "institucion": "el Hospital General",
    "ruta": "la 12",
    "nivel_escolar": "primaria",
    "beneficiario": "para mi mamá",
    "folio": "CS-2026-000001-5",
    "asunto": "un terreno",
    "descripcion": "copia de un contrato",
    "nombre": "Ana Soto",
    "contacto": "644 123 4567",
}


@pytest.mark.parametrize("key", CATEGORIES)
def test_every_matter_ends_with_a_folio_and_no_fact_is_asked_twice(key: str) -> None:
    decision = turn(State(), said("quiero algo", key, 0.95))
    asked: list[str] = []
    for _ in range(len(told.ORDER) + 2):
        opened = [act for act in decision.acts if isinstance(act, acts.OpenCase)]
        if opened:
            break
        question = decision.acts[-1]
        if isinstance(question, acts.Ask):
            assert question.fact not in asked
            assert not question.again
            asked.append(question.fact)
        answer = ANSWERS[question.fact] if isinstance(question, acts.Ask) else "sí"
        decision = turn(decision.state, said(answer))
    else:
        pytest.fail(f"no case after {asked}")
    assert set(CATEGORIES[key].asks) - set(opened[0].facts) == set() or not asked


@pytest.mark.parametrize("first", list(itertools.combinations(("colonia", "calle", "contacto"), 2)))
def test_what_was_told_at_first_is_not_asked(first: tuple[str, ...]) -> None:
    words = {"colonia": "colonia Cortinas", "calle": "calle Sufragio 230", "contacto": "6441234567"}
    text = f"no hay agua en Cajeme, {', '.join(words[fact] for fact in first)}"
    decision = turn(State(), said(text, "agua_potable", 0.95))
    [asked] = [act.fact for act in decision.acts if isinstance(act, acts.Ask)]
    assert asked not in (*first, "municipio")


STAGES = {
    "idle": State(),
    "choosing": State(Stage.choosing, options=("bacheo", "alumbrado")),
    "collecting": asking("bacheo", "colonia"),
    "confirming": confirming(municipio="Cajeme"),
    "correcting": State(Stage.correcting, category="bacheo", facts={"municipio": "Cajeme"}),
    "folio": State(Stage.folio),
    "key": State(Stage.key, folio="CS-2026-000001-5"),
}
STATES = {
    **STAGES,
    "waiting": State(waits_for_person=True),
    "refused": State(refused_notice=True),
}
in_every_state = pytest.mark.parametrize("state", STATES.values(), ids=STATES)
in_every_stage = pytest.mark.parametrize("state", STAGES.values(), ids=STAGES)
in_every_question = pytest.mark.parametrize(
    "state", list(STAGES.values())[1:], ids=list(STAGES)[1:]
)
DANGER = Urgency(value=True, score=0.9, reason="disparos o persona armada")


@in_every_state
@pytest.mark.parametrize("has_notice", [True, False])
def test_danger_comes_first_in_every_state(state: State, *, has_notice: bool) -> None:
    heard = said("hay balazos aqui afuera", urgent=DANGER)
    decision = decide(state, heard, situation(has_notice=has_notice))
    person = acts.HandOver(Reason.danger, 0)
    assert decision.acts == (acts.Safety(), acts.AskIfSafe("danger"), person)
    assert decision.state.danger == "danger"


def test_danger_while_a_person_attends_shows_the_line_once_and_nothing_else() -> None:
    heard = said("hay balazos", urgent=DANGER)
    first = decide(State(), heard, situation(Owner.analyst))
    assert first.acts == (acts.Safety(), acts.HandOver(Reason.danger, 0))
    assert decide(first.state, heard, situation(Owner.analyst)).acts == (
        acts.HandOver(Reason.danger, 0),
    )


def test_danger_told_again_is_answered_shortly_and_in_full_after_ten_minutes() -> None:
    heard = said("siguen los balazos", urgent=DANGER)
    recent = State(danger="danger", danger_at=NOW - timedelta(minutes=2), waits_for_person=True)
    assert decide(recent, heard, situation(Owner.queue)).acts[0] == acts.Safety(again=True)
    old = State(danger="danger", danger_at=NOW - timedelta(minutes=11), waits_for_person=True)
    assert decide(old, heard, situation(Owner.queue)).acts[0] == acts.Safety()


def test_in_danger_cancel_does_not_leave_the_queue() -> None:
    state = State(danger="violence", danger_at=NOW, waits_for_person=True)
    decision = decide(state, said("cancelar"), situation(Owner.queue))
    assert decision.acts == (acts.Accompany("violence"),)


@in_every_state
@pytest.mark.parametrize("owner", [Owner.analyst, Owner.closed])
def test_the_bot_is_silent_while_a_person_owns_the_conversation(state: State, owner: Owner) -> None:
    assert decide(state, said("hola", "saludo", 0.99), situation(owner)).acts == ()


@in_every_stage
@pytest.mark.parametrize("word", ["persona", "0", "Asesor", "¡Hablar con una persona!"])
def test_a_person_is_reachable_at_any_moment(state: State, word: str) -> None:
    decision = turn(state, said(word))
    assert kinds(decision) == [acts.HandOver]
    assert decision.state.waits_for_person


@in_every_question
@pytest.mark.parametrize(
    "heard",
    [said("Cancelar"), said("ya no quiero nada", "cancelar", 0.95)],
    ids=["word", "meaning"],
)
def test_cancel_is_reachable_at_any_moment(state: State, heard: Heard) -> None:
    is_lookup = state.stage in (Stage.folio, Stage.key)  # what has a folio is not cancelled by that
    said = "folio_goes_on" if is_lookup else "cancelled"
    assert turn(state, heard).acts == (acts.Say(said),)


@in_every_question
@pytest.mark.parametrize(
    "heard",
    [
        said("hola", "saludo", 0.99),
        said("ayuda"),
        said("eres un robot?", "identidad_bot", 0.99),
        said(payload="de:otra:pregunta"),
        said(attachments=[{"id": "foto"}]),
    ],
    ids=["saludo", "ayuda", "robot", "boton", "foto"],
)
def test_an_aside_is_answered_and_the_question_put_again(state: State, heard: Heard) -> None:
    decision = turn(state, heard)
    assert len(decision.acts) == 2
    assert replace(decision.state, aside=None, asides=0, fruitless=0) == state


@in_every_stage
def test_messages_that_are_not_understood_lead_to_a_person(state: State) -> None:
    """To the second one which of two is meant a person is offered first."""
    first = turn(state, said("¿xq zz ññ?"))
    second = turn(first.state, said("¿ww kk jj?"))
    if second.state.stage is Stage.choosing:
        assert acts.Say("offer_person") in second.acts
        second = turn(second.state, said("¿yy hh?"))
    assert acts.HandOver in (*kinds(first), *kinds(second))


@in_every_state
@pytest.mark.parametrize(
    "heard",
    [
        said("¿mande?"),
        said(""),
        said("sí"),
        said("no"),
        said("omitir"),
        said("xyz", "bacheo", 0.9),
        said("algo", "nlu_fallback", 0.9),
        said(payload="x"),
        said(location={"lat": 29.0, "lon": -110.9}),
    ],
    ids=["mande", "nada", "si", "no", "omitir", "bache", "fallback", "boton", "ubicacion"],
)
def test_the_bot_is_never_silent(state: State, heard: Heard) -> None:
    assert turn(state, heard).acts


@in_every_state
def test_a_state_is_the_same_after_it_was_stored(state: State) -> None:
    assert from_json(state.as_json()) == state


def test_the_notice_comes_before_anything_else_but_mere_courtesy() -> None:
    new = situation(has_notice=False)
    assert kinds(decide(State(), said("un bache", "bacheo", 0.9), new))[0] is acts.Welcome
    assert kinds(decide(State(), said("asdkjh"), new)) == [acts.Rephrase]  # nothing is kept
    kept = decide(State(), said("lo de siempre de aquella vez"), new)
    assert kinds(kept) == [acts.Welcome, acts.Rephrase]
    assert decide(State(), said("gracias", "gracias", 0.99), new).acts == (acts.Say("thanks"),)


def test_another_matter_told_meanwhile_is_kept() -> None:
    text = "tampoco hay luz en toda la cuadra"
    decision = turn(asking("bacheo", "colonia"), said(text, "energia_electrica", 0.95))
    assert decision.acts == (within.Noted("energia_electrica"), acts.Ask("colonia", "bacheo"))
    assert decision.state.also == "energia_electrica"
    assert text in decision.state.request


def test_the_matter_itself_can_be_corrected() -> None:
    heard = said("no, lo que no sirve es la lámpara", "alumbrado", 0.95)
    decision = turn(confirming(municipio="Cajeme"), heard)
    assert decision.state.category == "alumbrado"
    assert decision.state.facts == {"municipio": "Cajeme"}


def test_what_alone_is_likely_is_taken_and_said() -> None:
    decision = turn(State(), said("lo de la calle", "bacheo", 0.4))
    assert within.Taken("bacheo") in decision.acts
    assert decision.state.category == "bacheo"
    assert decision.state.request == "lo de la calle"


def test_after_a_folio_the_person_is_not_asked_again_who_they_are() -> None:
    known = {"municipio": "Cajeme", "nombre": "Ana Soto", "contacto": "6441234567"}
    opened = turn(confirming(**known), said("sí"))
    assert opened.state.facts == {"nombre": "Ana Soto", "contacto": "6441234567"}


def test_refusing_the_notice_leaves_nothing_of_people_and_still_gives_orientation() -> None:
    refused = turn(confirming(municipio="Cajeme", nombre="Ana Soto"), said("no acepto"))
    assert refused.acts == (consent.RefuseNotice(opens=False), directing.Orient("bacheo", "Cajeme"))
    assert (refused.state.category, refused.state.facts) == ("bacheo", {"municipio": "Cajeme"})
    decision = turn(refused.state, said("un bache en Guaymas", "bacheo", 0.95))
    assert decision.acts == (directing.Orient("bacheo", "Guaymas"),)
    assert decision.state.facts == {"municipio": "Guaymas"}
    accepted = turn(decision.state, said("acepto"))
    assert accepted.acts[0] == consent.AcceptNotice(opens=False)
    assert accepted.state.asking == "colonia"


MISSPELT_FOLIO = acts.AskFolio(again=True, misspelt=True)


@pytest.mark.parametrize(
    "state", [State(), State(Stage.folio), State(Stage.key, folio="CS-2026-000001-5")]
)
@pytest.mark.parametrize("text", ["CS-2026-000001-7", "folio cs 2026 000001 7 clave AAAA-1111"])
def test_a_misspelt_folio_is_never_looked_up(state: State, text: str) -> None:
    decision = turn(state, said(text, "seguimiento", 0.95))
    assert (decision.acts, decision.state.stage) == ((MISSPELT_FOLIO,), Stage.folio)
    again = turn(decision.state, said(text, "seguimiento", 0.95))
    assert [type(act) for act in again.acts] == [acts.HandOver]


def test_a_folio_written_right_mends_a_misspelt_one() -> None:
    wrong = turn(State(), said("CS-2026-000001-7"))
    right = turn(wrong.state, said("perdón, CS-2026-000001-5"))
    assert right.acts == (acts.TellStatus("CS-2026-000001-5"),)


def test_a_matter_that_asks_for_a_folio_asks_again_for_a_misspelt_one() -> None:
    decision = turn(asking("queja_atencion", "folio"), said("CS-2026-000001-7"))
    assert decision.acts == (acts.Ask("folio", "queja_atencion", again=True),)


def test_when_it_happened_is_no_answer_and_hinders_no_courtesy() -> None:
    farewell = turn(asking("bacheo", "colonia"), said("gracias, hasta mañana", "despedida", 0.95))
    assert farewell.acts == (acts.Say("see_you"),)
    matter = turn(State(Stage.folio), said("no hay agua desde ayer", "agua_potable", 0.95))
    assert matter.state.category == "agua_potable"
