"""After the folio, in the line, without the notice, and in other languages: pure decisions."""

import re
from dataclasses import replace

import pytest

from bot.dialogue import Stage, State, acts, after, consent, decide, directing
from bot.dialogue.danger import CRY
from bot.dialogue.reading import languages, questions, typed
from handoff.rules import catalogue
from nlu import training_data
from nlu.interpretation import Urgency
from tests.bot.saying import NOW, asking, kinds, said, situation, turn

WAITING = State(waits_for_person=True, told_wait_at=NOW)
FOLIO = "CS-2026-000001-5"


@pytest.mark.parametrize("key", catalogue.load().categories)
def test_who_refuses_the_notice_is_told_whose_every_matter_is(key: str) -> None:
    decision = turn(State(refused_notice=True), said("quiero algo de esto", key, 0.95))
    opened = [each for each in decision.acts if isinstance(each, acts.OpenCase)]
    assert opened == []
    assert directing.Orient in kinds(decision) or key == "arco"
    assert decision.state.refused_notice


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("bueno, sí acepto", typed.ACCEPT_NOTICE),
        ("ahora sí acepto el aviso de privacidad", typed.ACCEPT_NOTICE),
        ("yes, I accept", typed.ACCEPT_NOTICE),
        ("pues no acepto", typed.REFUSE_NOTICE),
        ("no acepto que usen mis datos", typed.REFUSE_NOTICE),
        ("ya no acepto", typed.WITHDRAW),
        ("retiro mi consentimiento", typed.WITHDRAW),
        ("ya no quiero que tengan mis datos", typed.WITHDRAW),
        ("quiero que borren mis datos", None),
        ("no quiero que usen mis datos", typed.REFUSE_NOTICE),
        ("no quiero pero acepto", None),
        ("who should I call?", typed.WHOM),
        ("¿y a quién le hablo?", typed.WHOM),
        ("a quién le hablo de mi beca que no llega", None),
        ("sí acepto pues", typed.ACCEPT_NOTICE),
        ("mándalo", typed.SEND),
        ("sí, envíenlo por favor", typed.SEND),
        ("Send it", typed.SEND),
        ("no lo mande", None),
        ("mándeme el número", None),
        ("olvídelo", typed.CANCEL),
        ("ya no, gracias", typed.CANCEL),
    ],
)
def test_what_is_said_about_the_notice(text: str, command: str | None) -> None:
    assert typed.command_in(text) == command


@pytest.mark.parametrize("state", [State(), State(waits_for_person=True), asking("arco", "nombre")])
def test_one_may_accept_at_any_moment(state: State) -> None:
    decision = turn(replace(state, refused_notice=True), said("sí acepto"))
    assert consent.AcceptNotice in kinds(decision)
    assert not decision.state.refused_notice
    assert decision.state.waits_for_person is state.waits_for_person


def test_in_the_line_not_every_message_is_answered_but_each_question_is() -> None:
    state, answers = WAITING, []
    for _ in range(9):
        decision = turn(state, said("otra cosa más"))
        state = decision.state
        answers.append(len(decision.acts))
    assert answers == [1, 0, 0, 0, 1, 0, 0, 0, 1]
    assert turn(state, said("¿siguen ahí?")).acts == (acts.StillWaiting(asked=True),)
    assert kinds(turn(state, said("horario"))) == [acts.TellHours]


def test_a_key_is_looked_up_in_the_line() -> None:
    asked = turn(WAITING, said(f"{FOLIO} 4K7P-9XQ2"))
    assert asked.acts == (acts.TellStatus(FOLIO, "4K7P-9XQ2"),)
    assert asked.state.waits_for_person
    assert kinds(turn(asked.state, said("4K7P-9XQ3"))) == [acts.TellStatus]


def test_whether_it_is_solved_is_asked_once_the_other_matter_has_ended() -> None:
    state = replace(asking("bacheo", "colonia"), read=FOLIO)
    assert after.AskIfRead not in kinds(turn(state, said("la Sahuaro")))
    ended = turn(state, said("cancelar"))
    assert ended.acts[-1] == after.AskIfRead(FOLIO)
    assert ended.state.read is None


def test_what_was_offered_is_still_offered_after_another_message() -> None:
    offered = State(Stage.second, apart=("arco",), request="mis datos", refused_notice=True)
    between = turn(offered, said("hay un bache", "bacheo", 0.95))
    assert directing.Orient in kinds(between)
    assert acts.Ask in kinds(turn(between.state, said("sí")))


@pytest.mark.parametrize(
    "text",
    [
        "¿cuánto tarda la licencia?",
        "cuándo pasa la basura",
        "¿cuándo van a arreglar el bache de la calle Sol?",
        "¿es gratis el acta?",
        "no hay agua, ¿cuándo vienen?",
        "quién me contesta",
        "¿quién habla?",
        "cuánto cuesta",
        "hablar",
    ],
)
def test_what_may_be_another_matter_is_not_asked_about_the_case(text: str) -> None:
    assert after.ExplainCase not in kinds(turn(State(), said(text)))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("¿es gratis?", after.ExplainCase("free")),
        ("¿para qué quieren mi teléfono?", after.ExplainCase("use", "contacto")),
        ("y me van a llamar", acts.StillWaiting()),
        ("¿cuánto tarda?", acts.StillWaiting(asked=True)),
        ("cuantos faltan", acts.StillWaiting(asked=True)),
    ],
)
def test_in_the_line_the_time_that_is_asked_for_is_that_of_the_line(
    text: str, act: acts.Act
) -> None:
    assert turn(WAITING, said(text)).acts == (act,)


LATELY = State(lately=FOLIO, lately_about="alumbrado")


@pytest.mark.parametrize(
    ("text", "intent", "confidence", "act"),
    [
        ("se me olvidó decirles que son tres postes", "alumbrado", 0.9, after.Add),
        ("ya lo arreglaron, muchas gracias", "gracias", 0.93, after.Add),
        ("cancelen mi reporte", "cancelar", 0.9, after.Add),
        ("ya pasó el camión, cancelen mi reporte", "transporte_publico", 0.9, after.Add),
        ("mi teléfono cambió, ahora es 6319998877", "info_tramite", 0.5, after.Add),
        ("hay otra lámpara apagada", "alumbrado", 0.95, after.OfferToAdd),
        ("¿cómo va lo de la lámpara?", "alumbrado", 0.95, after.TellCases),
        ("no me deja mandar la foto", "negar", 0.5, after.OfferToAdd),
        ("hay un bache enorme", "bacheo", 0.95, directing.Jurisdiction),
        ("se me olvidó: también hay un bache", "bacheo", 0.95, directing.Jurisdiction),
        ("no hay luz en la calle Sol de Cananea", "alumbrado", 0.95, directing.Jurisdiction),
        ("gracias", "gracias", 0.95, acts.Say),
    ],
)
def test_what_follows_a_folio_goes_with_it(
    text: str, intent: str, confidence: float, act: type
) -> None:
    assert act in kinds(turn(LATELY, said(text, intent, confidence)))


def test_another_one_of_the_same_kind_is_registered_apart() -> None:
    offered = turn(LATELY, said("hay otra lámpara apagada", "alumbrado", 0.95)).state
    another = turn(offered, said("no", "negar", 0.95)).state
    assert (another.stage, another.category) == (Stage.collecting, "alumbrado")


def test_words_choose_the_only_case_that_they_fit() -> None:
    shown = State(Stage.which_case, options=("A", "B"), matters=("bacheo", "alumbrado"))
    told = turn(shown, said("el del bache", "bacheo", 0.95))
    assert told.acts == (after.TellState("A"),)
    twice = replace(shown, matters=("bacheo", "bacheo"))
    assert after.TellState not in kinds(turn(twice, said("el del bache", "bacheo", 0.95)))


def test_a_matter_told_in_the_line_may_be_registered_there() -> None:
    told = turn(WAITING, said("no sirve la lámpara de mi calle", "alumbrado", 0.95))
    assert told.state.waits_for_person
    begun = turn(told.state, said("sí", "afirmar", 0.95))
    assert (begun.state.waits_for_person, begun.state.category) == (False, "alumbrado")
    assert acts.LeaveQueue not in kinds(begun)
    declined = turn(told.state, said("no", "negar", 0.95))
    assert declined.state.waits_for_person
    assert declined.state.stage is Stage.idle


def test_who_asks_first_is_welcomed() -> None:
    first = decide(State(), said("¿es gratis?"), situation(has_notice=False))
    assert kinds(first) == [acts.Welcome, after.ExplainCase]


def test_no_example_is_about_a_case_by_itself() -> None:
    """They are first messages, of matters to be told."""
    assert [each.text for each in training_data.load() if questions.whole(each.text)] == []


@pytest.mark.parametrize(
    "text",
    ["Lios em chaniavu", "Lios enchi anía, ketche allea?", "Inepo kaita bwe", "hant comcaac quih",
     "Hablo yaqui", "solo hablamos mayo", "Привет, нужна помощь", "水水"],
)  # fmt: skip
def test_a_language_that_we_do_not_know_is_told_from_ours(text: str) -> None:
    decision = turn(State(), said(text, "saludo", 0.95))
    assert kinds(decision) == [acts.OtherLanguage]


def test_no_message_in_spanish_is_taken_for_another_language() -> None:
    """The examples hold greetings and thanks in Yaqui and Mayo, some in other letters, and some in
    French and Italian."""
    caught = {each.text for each in training_data.load() if languages.is_unknown(each.text)}
    other = re.compile(
        r"lio[sh] |ketche|chiokoe|^[^a-z]+$|je suis|bonjour|^merci|pizza", re.IGNORECASE
    )
    assert [each for each in caught if not other.search(each)] == []


CRIES = Urgency(value=True, score=0.7, reason=CRY)


@pytest.mark.parametrize(
    ("text", "urgent", "is_danger"),
    [
        ("Socorro López", CRIES, False),
        ("socorro lópez", CRIES, False),
        ("María Auxilio Méndez", CRIES, False),
        ("Socorro", CRIES, False),
        ("socorro", CRIES, True),
        ("SOCORRO", CRIES, True),
        ("¡Socorro!", CRIES, True),
        ("Socorro Ayuda", CRIES, True),
        ("SOCORRO LOPEZ", CRIES, True),
        ("Socorro Mi Hijo", CRIES, True),
        ("socorro vengan", CRIES, True),
        ("Socorro Bomberos", Urgency(value=True, score=0.95, reason=CRY), True),
        ("Socorro López", Urgency(value=True, score=0.7, reason="incendio"), True),
    ],
)
def test_a_name_is_no_cry_for_help(text: str, urgent: Urgency, *, is_danger: bool) -> None:
    asked = turn(asking("becas", "nombre"), said(text, urgent=urgent))
    assert (acts.Safety in kinds(asked)) is is_danger
    assert acts.Safety in kinds(turn(State(), said(text, urgent=urgent)))
