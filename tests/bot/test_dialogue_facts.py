"""How the bot takes what people say: answers, corrections, what they leave out."""

from dataclasses import replace

import pytest

from bot.dialogue import Decision, State, acts, request, within
from bot.dialogue.reading import facts as told
from tests.bot.saying import asking, confirming, kinds, said, turn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no, es en la Choyal", {"colonia": "Choyal"}),
        ("no, es en la choyal", {"colonia": "Choyal"}),
        ("perdón, era en Navojoa", {"municipio": "Navojoa"}),
        ("la calle es Reforma 12", {"calle": "Reforma 12"}),
        ("sí pero mi tel es 662 123 4567", {"contacto": "6621234567"}),
    ],
)
def test_a_correction_changes_the_summary(text: str, expected: dict[str, str]) -> None:
    known = {"municipio": "Cajeme", "colonia": "Centro", "calle": "Sufragio"}
    decision = turn(confirming(**known), said(text))
    only_that = [within.Corrected, within.AskIfRight]
    assert kinds(decision) == ([acts.Summary] if "municipio" in expected else only_that)
    assert decision.state.facts == {**known, **expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no le dije que 45, es 54", {"calle": "Diéguez 54"}),
        ("no es López, es Lopes", {"nombre": "Ana Lopes"}),
        ("no es Cajeme, es Naco", {"municipio": "Naco"}),
        ("ah y no es Cajeme es Naco", {"municipio": "Naco"}),
    ],
)
def test_one_word_is_put_in_place_of_another(text: str, expected: dict[str, str]) -> None:
    known = {"municipio": "Cajeme", "calle": "Diéguez 45", "nombre": "Ana López"}
    decision = turn(asking("bacheo", "contacto", **known), said(text))
    assert decision.state.facts == {**known, **expected}


@pytest.mark.parametrize("text", ["acepto", "luego se lo doy", "no tiene teléfono"])
def test_what_answers_no_question_is_no_fact(text: str) -> None:
    known = {"municipio": "Cajeme", "colonia": "Centro"}
    assert turn(asking("bacheo", "calle", **known), said(text)).state.facts == known


def test_more_of_the_story_goes_with_the_words() -> None:
    before = asking("bacheo", "municipio")
    text = "desde ayer en la noche, en la salida a Bahía de Kino"
    state = turn(before, said(text)).state
    assert (state.facts["municipio"], text in state.request) == ("Hermosillo", True)


def test_a_village_tells_its_municipality_and_is_the_place() -> None:
    state = turn(State(), said("no hay agua en pótam", "agua_potable", 0.95)).state
    assert (state.facts["municipio"], state.facts["colonia"]) == ("Guaymas", "Pótam")


@pytest.mark.parametrize(
    ("where", "is_taken"),
    [((29.07, -110.96), True), ((32.48, -114.78), True), ((19.43, -99.13), False)],
)
def test_a_place_outside_the_state_is_not_taken(
    where: tuple[float, float], *, is_taken: bool
) -> None:
    shared = said("", location={"lat": where[0], "lon": where[1]})
    state = turn(asking("bacheo", "colonia", municipio="Hermosillo"), shared).state
    assert (told.POINT in state.facts) == is_taken


def test_without_a_telephone_none_is_asked_for() -> None:
    text = "hay baches en Guaymas, colonia Centro, calle 10, sin teléfono"
    assert kinds(turn(State(), said(text, "bacheo", 0.95)))[-1] is acts.Summary


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("contacto", "no"),
        ("contacto", "prefiero no darlo"),
        ("nombre", "quiero que sea anónimo"),
        ("folio", "no tengo folio"),
        ("folio", "no me acuerdo"),
        ("colonia", "no sé cuál es la colonia"),
        ("calle", "la verdad no sé"),
        ("ruta", "no sé qué ruta"),
    ],
)
def test_what_somebody_does_not_know_or_want_to_say_is_left_out(fact: str, text: str) -> None:
    decision = turn(asking("bacheo", fact, municipio="Cajeme"), said(text))
    assert fact in decision.state.skipped
    assert fact not in decision.state.facts


@pytest.mark.parametrize("text", ["no tengo agua desde ayer", "no hay luz", "no sirve la lámpara"])
def test_a_complaint_that_begins_with_no_is_not_left_out(text: str) -> None:
    assert turn(asking("bacheo", "colonia"), said(text, "agua_potable", 0.95)).state.skipped == ()


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("nombre", "me llamo juan perez", "Juan Perez"),
        ("nombre", "Soy María López", "María López"),
        ("nombre", "a nombre de Ana Soto", "Ana Soto"),
        ("colonia", "la sahuaro", "Sahuaro"),
        ("colonia", "en villa de seris", "Villa de Seris"),
        ("calle", "reforma 45", "Reforma 45"),
        ("escuela", "se llama Benito Juárez", "Benito Juárez"),
        ("contacto", "por aquí mismo", told.THIS_CHANNEL),
        ("contacto", "ana arroba correo punto com", "ana@correo.com"),
        ("ruta", "es la ruta 12", "12"),
    ],
)
def test_an_answer_is_taken_as_people_give_it(fact: str, text: str, value: str) -> None:
    decision = turn(asking("bacheo", fact, municipio="Cajeme"), said(text))
    assert decision.state.facts[fact] == value


@pytest.mark.parametrize("fact", ["nombre", "escuela", "colonia", "ruta"])
@pytest.mark.parametrize("text", ["¿para qué?", "sí", "¿cuál es la diferencia?"])
def test_a_question_or_a_yes_is_not_an_answer(fact: str, text: str) -> None:
    decision = turn(asking("bacheo", fact, municipio="Cajeme"), said(text))
    assert fact not in decision.state.facts
    assert decision.acts[-1] == acts.Ask(fact, "bacheo")


@pytest.mark.parametrize("text", ["ok", "sí", "va", "está bien", "sí acepto", "aceptooo", "siii"])
def test_a_yes_to_what_was_said_is_no_failed_answer(text: str) -> None:
    decision = turn(asking("bacheo", "municipio"), said(text, "afirmar", 0.99))
    assert decision.acts == (acts.Say("accepted"), acts.Ask("municipio", "bacheo"))
    assert decision.state.misses == 0


@pytest.mark.parametrize("text", ["Simón Bravo", "sí, en Cajeme", "sí, deme un momento"])
def test_an_answer_that_begins_with_a_yes(text: str) -> None:
    assert acts.Say("accepted") not in turn(asking("bacheo", "municipio"), said(text)).acts


def test_a_farewell_in_the_middle_keeps_everything() -> None:
    state = asking("bacheo", "colonia", municipio="Cajeme")
    decision = turn(state, said("adiós", "despedida", 0.99))
    assert decision == Decision(replace(state, fruitless=1), (acts.Say("see_you"),))


def test_a_street_is_not_taken_for_a_colonia() -> None:
    decision = turn(asking("bacheo", "colonia", municipio="Cajeme"), said("calle 22"))
    assert decision.state.facts == {"municipio": "Cajeme", "calle": "Calle 22"}
    assert decision.acts == (acts.Say("noted"), acts.Ask("colonia", "bacheo"))


@pytest.mark.parametrize("word", ["corregir", "Corregir."])
def test_a_fact_can_be_corrected_before_the_summary(word: str) -> None:
    decision = turn(asking("bacheo", "calle", municipio="Cajeme"), said(word))
    assert decision.acts == (acts.AskCorrection(("municipio",)),)


@pytest.mark.parametrize(
    ("category", "text", "fact", "value"),
    [
        ("transporte_publico", "el camión de la ruta 5 nunca pasa", "ruta", "5"),
        ("salud_medicamentos", "no hay insulina en el IMSS", "institucion", "IMSS"),
        ("becas", "una beca de prepa", "nivel_escolar", "prepa"),
        ("discapacidad", "una andadera para mi mamá", "beneficiario", "mi mamá"),
        ("discapacidad", "una silla de ruedas para mi tata", "beneficiario", "mi tata"),
        ("discapacidad", "mi abuelita ocupa un andador", "beneficiario", "mi abuelita"),
        ("educacion", "en la telesecundaria 212 gritan", "escuela", "telesecundaria 212"),
        ("educacion", "en la primaria Juan Ruiz no hay maestro", "escuela", "primaria Juan Ruiz"),
        ("caminos", "la carretera de Ures a Rayón está mal", "tramo", "carretera de Ures a Rayón"),
        ("caminos", "arreglen el camino al ejido", "tramo", None),
        ("bacheo", "por donde pasa la ruta 5", "ruta", None),
    ],
)  # fmt: skip
def test_what_is_told_in_passing_is_not_asked_later(
    category: str, text: str, fact: str, value: str | None
) -> None:
    assert turn(State(), said(text, category, 0.95)).state.facts.get(fact) == value


@pytest.mark.parametrize(
    ("text", "is_noted"),
    [
        ("soy papá de un alumno, no pongo nombre", False),
        ("a mi hijo lo golpea el maestro todos los días", True),
    ],
)
def test_a_delicate_matter_is_borne_out_by_a_word(text: str, *, is_noted: bool) -> None:
    heard = said(text, "ninez", 0.85)
    state = asking("educacion", "contacto", municipio="Cajeme")
    assert (request.other_matter(state, heard) is not None) is is_noted
