"""What is said inside a form besides the answers: questions, claims, corrections, what is no
answer."""

import pytest

from bot.dialogue import acts, after, within
from bot.dialogue.reading import cancelling, claims, labels, omissions, questions
from bot.dialogue.state import State
from nlu.interpretation import Move
from tests.bot.saying import asking, confirming, kinds, said, turn


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("¿cuánto tarda?", "term"),
        ("y como cuanto tardan", "term"),
        ("oiga, ¿para cuándo lo arreglan?", "term"),
        ("¿para qué quieren mi teléfono?", "use"),
        ("¿y eso para qué?", "use"),
        ("por qué me piden mi nombre", "use"),
        ("¿es gratis?", "free"),
        ("¿tiene algún costo?", "free"),
        ("quién va a ver esto", "who"),
        ("¿quién lo va a ver?", "who"),
        ("¿cuándo vienen?", "visit"),
        ("oiga, ¿y a qué hora pasan?", "visit"),
        ("when are they coming?", "visit"),
        ("¿cómo sé?", "notified"),
        ("¿qué hago?", "next"),
        ("¿me van a avisar?", "notified"),
        ("cómo me entero", "notified"),
        ("¿es obligatorio?", "obliged"),
        ("¿y qué sigue?", "next"),
        ("how long will it take?", "term"),
        ("cuántos días son", "term"),
        ("y ahora qué", "next"),
        ("¿me van a llamar?", "notified"),
        ("¿cómo me entero de la respuesta?", "notified"),
        ("will someone call me?", "notified"),
        ("¿mis datos son confidenciales?", "who"),
    ],
)
def test_what_is_asked_is_understood_in_a_form_and_after_the_folio(text: str, topic: str) -> None:
    fact = labels.mentioned(text, "")
    asked = turn(asking("bacheo", "colonia"), said(text))
    assert within.Explain(topic, "bacheo", None, fact or "colonia") in asked.acts[:2]
    *_, told = turn(State(), said(text)).acts  # in English the notice is said before
    assert told == after.ExplainCase(topic, fact)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("se va a enterar ella que fui yo?", "known"),
        ("¿cuándo van a arreglar el bache de la calle Sol?", "term"),
        # Not about the form, or no question.
        ("cuánto cuestan las placas", None),
        ("llevo esperando mucho tiempo", None),
        ("cuando vienen los del agua nunca traen herramienta ni hacen nada", None),
        ("porque necesitan agua los niños", None),
        ("para que me arreglen el bache", None),
        ("me dijeron que es gratis", None),
        ("la Sahuaro", None),
        ("me cobran de más", None),
        ("cuando llamé no contestaron", None),
        ("se me perdió una placa, ¿qué hago?", None),
        ("¿para qué sirve el folio?", None),
    ],
)
def test_what_is_asked_about_the_form(text: str, topic: str | None) -> None:
    assert questions.topic(text) == topic


@pytest.mark.parametrize("fact", ["municipio", "colonia", "calle", "contacto"])
def test_a_question_about_the_form_is_answered_and_ours_put_again(fact: str) -> None:
    decision = turn(asking("bacheo", fact), said("¿cuánto tarda?", "ayuda", 0.9))
    assert decision.acts == (within.Explain("term", "bacheo", None, fact), acts.Ask(fact, "bacheo"))
    assert (decision.state.facts, decision.state.misses) == ({}, 0)


def test_a_question_asked_along_with_an_answer_is_answered_too() -> None:
    decision = turn(asking("drenaje", "contacto"), said("6621234567, ¿me van a llamar?"))
    assert decision.acts[0] == within.Explain("notified", "drenaje", None, "contacto")
    assert decision.state.facts == {"contacto": "6621234567"}


def test_at_the_summary_it_need_not_be_read_twice() -> None:
    decision = turn(confirming(municipio="Cajeme"), said("¿es gratis?"))
    assert kinds(decision) == [within.Explain, within.AskIfRight]


def test_a_question_about_another_matter_is_kept_for_later() -> None:
    heard = said("cuánto cuestan las placas", "placas_licencias", 0.95)
    decision = turn(asking("bacheo", "colonia", municipio="Cajeme"), heard)
    assert decision.acts == (within.Later("placas_licencias"), acts.Ask("colonia", "bacheo"))
    assert decision.state.apart == ("placas_licencias",)
    assert "colonia" not in decision.state.facts


def test_the_third_time_in_a_row_a_person_is_offered() -> None:
    state = asking("bacheo", "colonia")
    for expected in ("identity", "identity", "offer_person"):
        decision = turn(state, said("¿eres un robot?", "identidad_bot", 0.99))
        assert decision.acts[0] == acts.Say(expected)
        state = decision.state
    between = turn(state, said("la Sahuaro"))
    again = turn(between.state, said("¿eres un robot?", "identidad_bot", 0.99))
    assert again.acts[0] == acts.Say("identity")


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("colonia", "ya mero llegamos"),
        ("colonia", "me falta la llave"),
        ("escuela", "nadie hace nada"),
        ("nombre", "Centro"),
        ("calle", "Modelo"),  # told as the colonia
    ],
)
def test_what_is_hardly_the_fact_is_asked_once_more_and_then_taken(fact: str, text: str) -> None:
    colonia = {} if fact == "colonia" else {"colonia": "Modelo"}
    first = turn(asking("bacheo", fact, **colonia), said(text))
    assert first.acts == (acts.Ask(fact, "bacheo", again=True),)
    second = turn(first.state, said(text))
    assert fact in second.state.facts


@pytest.mark.parametrize("text", ["asdf", "qwerty uiop", "jajaja", "sdkjh", "lkjh"])
def test_keys_at_random_are_no_school(text: str) -> None:
    decision = turn(asking("educacion", "escuela"), said(text))
    assert decision.state.facts == {}


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("calle", "frente al hospital", "Frente al Hospital"),
        ("calle", "como a dos cuadras del parque", "Como a Dos Cuadras del Parque"),
        ("escuela", "primaria Benito Juárez", "primaria Benito Juárez"),
        ("institucion", "el hospital", "el hospital"),
        ("colonia", "las minas", "Minas"),
    ],
)
def test_what_resembles_another_matter_is_still_the_answer(
    fact: str, text: str, value: str
) -> None:
    decision = turn(asking("bacheo", fact), said(text, "salud_atencion", 0.5))
    assert decision.state.facts[fact] == value


def test_a_fact_told_anew_takes_the_place_of_the_old_one() -> None:
    state = asking("drenaje", "contacto", calle="Reforma 12")
    decision = turn(state, said("calle Pueblitos 45"))
    assert decision.acts[0] == within.Corrected({"calle": "calle Pueblitos 45"})
    more = turn(decision.state, said("frente al Oxxo"))
    assert more.state.facts["calle"] == "calle Pueblitos 45, frente al Oxxo"
    assert turn(more.state, said("frente al Oxxo")).state.facts == more.state.facts


def test_where_in_the_street_is_no_colonia() -> None:
    where = "frente a la tienda que está junto al campo"
    decision = turn(asking("bacheo", "colonia"), said(where))
    assert decision.state.facts == {"calle": where}


def test_the_town_that_a_street_is_called_after_is_not_told() -> None:
    decision = turn(confirming(municipio="Nogales"), said("no, la calle es Obregón 21"))
    assert decision.state.facts == {"municipio": "Nogales", "calle": "Obregón 21"}


def test_a_name_told_instead_of_the_phone_is_a_name() -> None:
    decision = turn(asking("queja_atencion", "contacto"), said("Pedro Ejemplo"))
    assert decision.state.facts == {"nombre": "Pedro Ejemplo"}
    assert decision.acts[0] == acts.Say("noted")


@pytest.mark.parametrize(
    ("text", "is_claim"),
    [
        ("ya te dije la colonia", True),
        ("para mi mamá, ya le dije", True),
        ("ya se lo puse", True),
        ("ahí lo puse, San Rafael", True),
        ("lo puse al principio", True),
        ("ahí dice", True),
        ("ya me dijeron que no", False),
        ("lo puse de tapón en el hoyo", False),
        ("ahí viene el camión", False),
        ("la Sahuaro", False),
    ],
)
def test_a_claim(text: str, *, is_claim: bool) -> None:
    assert claims.is_claim(text) is is_claim


def test_a_matter_told_along_with_an_answer_is_kept() -> None:
    text = "en la colonia Modelo, pero tampoco sirve el alumbrado"
    decision = turn(asking("bacheo", "colonia"), said(text, "alumbrado", 0.95))
    assert decision.state.facts["colonia"] == "Modelo"
    assert decision.state.apart == ("alumbrado",)
    assert within.Noted("alumbrado") in decision.acts


def test_what_was_told_is_said_back() -> None:
    state = asking("bacheo", "calle", colonia="Sahuaro")
    known = turn(state, said("ya le dije la colonia"))
    assert known.acts[0] == within.Known({"colonia": "Sahuaro"})
    missing = turn(state, said("ya le dije"))
    assert missing.acts == (acts.Say("did_not_get"), acts.Ask("calle", "bacheo"))
    assert kinds(turn(missing.state, said("ya le dije"))) == [acts.HandOver, within.OfferHere]


@pytest.mark.parametrize(
    ("text", "move", "is_meant"),
    [
        ("ahí lo puse", Move("correction", 0.3), False),
        ("lo puse al principio", Move("leave", 0.6), False),
        ("mejor ya no le mueva", Move("leave", 0.9), True),
        ("ya se arregló solo, quite mi reporte", Move("solved", 0.5), True),
        ("cancélelo por favor", Move("", 0.0), True),
    ],
)
def test_giving_up_needs_words_that_do(text: str, move: Move, *, is_meant: bool) -> None:
    assert cancelling.is_meant(text, move) is is_meant


@pytest.mark.parametrize(
    ("plain", "leaves_out"),
    [
        ("no se la calle", True),
        ("no me acuerdo", True),
        ("no tengo", True),
        ("no quiero dar mi nombre me da miedo", True),
        ("mi cel no lo doy", True),
        ("a ti que te importa mi nombre", True),
        ("no quiero decir que no hay agua", False),
        ("no tengo agua", False),
        ("no quiero dar mi nombre pero un policia me robo", False),
    ],
)
def test_what_leaves_a_fact_out(plain: str, *, leaves_out: bool) -> None:
    assert omissions.leaves_out(plain) is leaves_out


def test_another_fact_may_be_left_out_than_the_asked_one() -> None:
    decision = turn(asking("apoyos_sociales", "nombre"), said("no tengo teléfono"))
    assert decision.state.skipped == ("contacto",)


def test_nothing_of_it_concerns_who_is_not_in_a_form() -> None:
    assert within.Explain not in kinds(turn(State(), said("¿cuánto tarda?", "ayuda", 0.9)))
