"""What answers nothing is met by what it does, and taken for no fact."""

import pytest

from bot.dialogue import Stage, State, acts, after, reacting, within
from tests.bot.saying import asking, confirming, kinds, said, turn

FOLIO = "CS-2026-000001-5"


@pytest.mark.parametrize(
    ("move", "act"),
    [
        ("upset", acts.Say("upset")),
        ("about_you", acts.Say("help")),
        ("wait", acts.Say("no_hurry")),
        ("thanks", acts.Say("we_were_here")),
        ("papers", acts.Say("noted_question")),
        ("unclear", within.Meant("colonia")),
        ("term", within.Explain("term", "bacheo", None, "colonia")),
        ("worse", within.Explain("again", "bacheo", None, "colonia")),
        ("follow", within.Explain("notified", "bacheo", None, "colonia")),
    ],
)
def test_no_answer_in_a_form(move: str, act: acts.Act) -> None:
    decision = turn(asking("bacheo", "colonia"), said("ira nomas tu", move=move))
    assert decision.acts == (act, acts.Ask("colonia", "bacheo"))
    assert (decision.state.facts, decision.state.misses) == ({}, 0)


def test_more_of_the_matter_goes_with_it_and_is_no_colonia() -> None:
    decision = turn(asking("bacheo", "colonia"), said("bien hondo ese", move="detail"))
    assert decision.acts == (acts.Say("noted"), acts.Ask("colonia", "bacheo"))
    assert decision.state.request == "hola\nbien hondo ese"
    assert "colonia" not in decision.state.facts


def test_what_is_called_by_its_name_is_taken_whatever_it_seems_to_do() -> None:
    decision = turn(asking("bacheo", "colonia"), said("colonia La Espera", move="wait"))
    assert decision.state.facts["colonia"] == "La Espera"


def test_whoever_withholds_the_name_is_not_asked_again() -> None:
    decision = turn(asking("bacheo", "nombre"), said("ni al caso", move="withhold"))
    assert "nombre" in decision.state.skipped


def test_what_is_said_of_a_name_leaves_out_no_street() -> None:
    decision = turn(asking("bacheo", "calle"), said("sin que salga mi nombre", move="withhold"))
    assert "calle" not in decision.state.skipped


def test_a_yes_in_unusual_words_registers_only_beyond_doubt() -> None:
    sure = turn(confirming(municipio="Cajeme"), said("ira pues", move="agree"))
    assert kinds(sure)[0] is acts.OpenCase
    long = turn(confirming(municipio="Cajeme"), said("ira pues " * 4, move="agree"))
    assert acts.OpenCase not in kinds(long)


def test_who_leaves_loses_nothing() -> None:
    decision = turn(confirming(municipio="Cajeme"), said("ai luego", move="leave"))
    assert decision.acts == (acts.Say("left_open"),)
    assert decision.state.facts == {"municipio": "Cajeme"}


@pytest.mark.parametrize("move", ["detail", "since", "add", "correction", "contact"])
def test_after_the_folio_it_goes_with_it(move: str) -> None:
    state = State(lately=FOLIO, lately_about="bacheo")
    decision = turn(state, said("bien hondo ese", move=move))
    assert decision.acts == (after.Add(FOLIO, "bien hondo ese"),)


def test_after_the_folio_good_news_is_heard_as_such() -> None:
    state = State(lately=FOLIO, lately_about="bacheo")
    decision = turn(state, said("ira que bien", move="solved"))
    assert decision.acts == (acts.Say("good_news"), after.Add(FOLIO, "ira que bien"))


def test_a_surely_other_matter_begins_its_own() -> None:
    state = State(lately=FOLIO, lately_about="bacheo")
    heard = said("mi hija quiere una beca", "becas", 0.95, move="matter")
    assert after.Add not in kinds(turn(state, heard))


def test_before_anything_is_told_only_what_holds_of_any_matter_is_answered() -> None:
    assert turn(State(), said("pa cuando", move="term")).acts == (after.ExplainCase("term"),)
    assert after.ExplainCase not in kinds(turn(State(), said("ira tu", move="unheeded")))


def test_in_the_survey_it_is_a_comment() -> None:
    commenting = State(Stage.commenting, survey=1, lately=FOLIO)
    assert after.ExplainCase not in kinds(turn(commenting, said("tardaron", move="term")))


def test_a_name_in_capitals_does_nothing_else() -> None:
    heard = said("Ya Mero Llegamos", move="term")
    assert (heard.move, reacting.is_no_answer("colonia", heard)) == ("", False)
