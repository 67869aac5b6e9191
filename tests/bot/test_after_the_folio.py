"""What is said once there is a folio, in the summary before it, and of whom to call."""

import pytest

from bot.dialogue import Stage, State, acts, after, decide, directing
from bot.dialogue.reading import claims, questions, ways
from tests.bot.saying import kinds, said, situation, turn

FOLIO = "CS-2026-000001-5"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("oiga y en cuánto tiempo vienen", "visit"),
        ("a quién se lo mandaron", "whose"),
        ("¿y quién lo atiende?", "whose"),
        ("y si no vienen a quién le reclamo", "unheeded"),
        ("¿y si no hacen caso?", "unheeded"),
        ("no me dieron la clave, me la repite", "key"),
        ("¿y la clave?", "key"),
        ("la clave del wifi no sirve", None),
        ("si no hay agua no hay vida", None),
        ("quién atiende los baches", None),
    ],
)
def test_what_is_asked_of_a_folio(text: str, topic: str | None) -> None:
    assert questions.whole(text) == topic


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("dame el contacto", True),
        ("deme el número mejor", True),
        ("sí, el número de ellos por favor", True),
        ("¿es el 071?", True),
        ("es el 071", False),
        ("el número de la casa es 14", False),
        ("mi número es 6621234567", False),
        ("el teléfono de mi mamá", False),
    ],
)
def test_who_asks_for_the_contact(text: str, asks: bool) -> None:
    assert ways.asks_theirs(text) is asks


@pytest.mark.parametrize("stage", [Stage.notified, Stage.resolving])
@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("mentira, no ha venido nadie", after.Deny),
        ("pues a medias, una sí y la otra no", after.Deny),
        ("pues sigue igual", after.Deny),
        ("simón ya quedó, muchas gracias", after.Confirm),
        ("por fin hay luz", after.Confirm),
    ],
)
def test_whether_it_is_solved(stage: Stage, text: str, act: type) -> None:
    state = State(stage, folio=FOLIO, category="alumbrado")
    assert kinds(turn(state, said(text, "queja_atencion", 0.9))) == [act]


def test_what_is_worse_is_not_solved() -> None:
    state = State(Stage.notified, folio=FOLIO, category="alumbrado")
    decision = turn(state, said("ya está peor que antes", "alumbrado", 0.9))
    assert after.Confirm not in kinds(decision)


def test_the_summary_is_sent_by_its_words_and_kept_from_the_line_by_odd_ones() -> None:
    facts = {"municipio": "Hermosillo", "colonia": "Sahuaro", "calle": "Nayarit 14"}
    state = State(Stage.confirming, category="bacheo", request="un bache", facts=facts)
    assert acts.OpenCase in kinds(turn(state, said("mándalo", "cancelar", 0.9)))
    for _ in range(2):
        decision = turn(state, said("mmm"))
        state = decision.state
        assert acts.HandOver not in kinds(decision)
    assert acts.HandOver in kinds(turn(state, said("mmm")))


def test_a_yes_to_two_ways_is_asked_once_which() -> None:
    state = State(Stage.way, category="energia_electrica", request="no hay luz")
    first = decide(state, said("sí"), situation())
    assert (first.state.stage, kinds(first)) == (Stage.way, [acts.Say, directing.AskWay])
    assert directing.TellContact in kinds(decide(first.state, said("sí"), situation()))


def test_a_report_to_the_police_is_no_claim_to_have_told_it_here() -> None:
    assert claims.is_claim("ya le puse la calle")
    assert not claims.is_claim("ya puse la denuncia, me dijeron que esperara")
