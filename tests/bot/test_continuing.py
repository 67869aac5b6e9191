"""What is written after a folio goes with it, or is another matter."""

from dataclasses import replace

import pytest

from bot.dialogue import Stage, State, acts, after, missing
from bot.dialogue.reading import continuing, irony, questions
from tests.bot.saying import kinds, said, turn

FOLIO = "CS-2026-000001-5"
LATELY = State(lately=FOLIO, lately_about="alumbrado")


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("no me acuerdo del folio, la puse por el bache", True),
        ("no tengo el folio a la mano, es lo de la pensión", True),
        ("ya van tres días y no me resuelven lo del drenaje", True),
        ("nadie nos ha dado solución a lo de la luz", True),
        ("sigo sin respuesta de lo del acta", True),
        ("ya reporté el bache hace un mes y nada", True),
        ("ya van dos veces que reporto la fuga", True),
        ("hice un reporte de una lámpara y no han venido", True),
        ("no arreglan el drenaje", False),
        ("quiero hacer un reporte de un bache", False),
        ("no tengo folio, quiero reportar un bache", False),
        ("me llegó el reporte de la escuela", False),
    ],
)
def test_what_may_have_its_folio(text: str, *, may: bool) -> None:
    assert continuing.may_have_folio(text) is may


@pytest.mark.parametrize(
    "text",
    [
        "se me olvidó decirle que pasaba a las 5 y media",
        "se me pasó decirle que hay una familia del otro lado",
        "oiga, no le dije que también está tirado el poste",
        "quiero agregar que ahora tampoco pasa de día",
        "agreguen que es urgente",
        "es que tengo la audiencia el viernes, no puedo esperar hasta enero",
        "ya la arreglaron, ya prende",
        "sí, ya quedó",
        "ya pasó ayer el camión",
        "ya no hace falta que vengan",
        "ya no la ocupamos",
        "cancelen mi reporte",
        "fíjese que mi mamá falleció, cancele por favor",
        "no llamar yo sordo. escribir",
        "por favor no me llamen, no oigo. escríbanme",
        "no me llamen en la mañana porque trabajo",
        "escríbame por favor al correo, no oigo",
        "se me fue la onda: son dos lámparas, no una",
        "oiga y era la unidad 1147, pa que la anoten",
        "cambie la calle, es Sonora",
        "perdón, quise decir calle 12",
        "quedó reparada, les agradezco",
        "oigan ya lo limpiaron hoy",
        "actually no, cancel my report",
    ],
)
@pytest.mark.parametrize("stage", [Stage.idle, Stage.second])
def test_it_goes_with_the_folio(text: str, stage: Stage) -> None:
    state = State(stage, lately=FOLIO, lately_about="alumbrado", apart=("becas",))
    added = turn(state, said(text, "cancelar", 0.95)).acts[-1]
    assert isinstance(added, after.Add)
    assert (added.folio, added.words) == (FOLIO, text)


@pytest.mark.parametrize(
    "text",
    [
        "no me vayan a cobrar recargos por favor",
        "es que tampoco hay agua desde ayer",
        "la audiencia es pasado mañana en la tarde",
        "y que es peligroso para los niños de la primaria",
        "la maestra dice que ya hablaron ellos también",
        "hay riesgo de que se caiga, dicen los de protección civil",
        "bueno pero va y viene",
        "soy adulto mayor",
        "es enfrente de la primaria",
        "ya llamé dos veces al 072",
    ],
)
def test_it_may_go_with_the_folio(text: str) -> None:
    decision = turn(LATELY, said(text, "becas", 0.97))
    assert kinds(decision) == [after.OfferToAdd]
    other = turn(decision.state, said("no"))
    assert other.state.category == "becas"


@pytest.mark.parametrize("text", ["nadie ha venido y ya van tres días", "sigue apagada"])
def test_who_waits_is_told_how_it_stands(text: str) -> None:
    assert kinds(turn(LATELY, said(text, "becas", 0.97))) == [after.TellState]


@pytest.mark.parametrize("text", ["Rogelio Gaxiola", "fue el martes en la mañana", "6379998877"])
@pytest.mark.parametrize("stage", [Stage.idle, Stage.about, Stage.offering])
def test_a_name_a_time_or_a_phone_goes_with_it(text: str, stage: Stage) -> None:
    state = replace(LATELY, stage=stage, folio=FOLIO, category="alumbrado")
    assert turn(state, said(text)).acts == (after.Add(FOLIO, text),)


def test_what_may_be_another_matter_is_asked_about() -> None:
    """It is begun where it is told surely, or with a place of its own."""
    asked = turn(LATELY, said("ahí andan batallando", "becas", 0.82))
    assert kinds(asked) == [after.OfferToAdd]
    assert turn(asked.state, said("no")).state.category == "becas"
    assert turn(LATELY, said("no hay becas en la escuela", "becas", 0.97)).state.category == "becas"


def test_a_question_of_its_course_is_for_who_answers_it() -> None:
    words = "¿qué papeles llevo si me hablan?"
    asked = turn(LATELY, said(words, "info_tramite", 0.98))
    assert asked.acts == (after.Add(FOLIO, words, asks=True),)


def test_more_of_it_told_meanwhile_goes_along() -> None:
    offering = State(Stage.offering, folio=FOLIO, lately=FOLIO, request="sigue apagada")
    more = turn(offering, said("y ya van dos semanas", "basura_parques", 0.4))
    assert more.acts == (after.Add(FOLIO, "sigue apagada\ny ya van dos semanas"),)


def test_a_question_meanwhile_leaves_it_offered() -> None:
    offering = State(Stage.offering, folio=FOLIO, lately=FOLIO, request="sigue apagada")
    asked = turn(offering, said("quién me va a hablar", "hablar_con_persona", 0.75))
    assert asked.acts == (after.ExplainCase("notified"),)
    assert asked.state.stage is Stage.offering


def test_a_grave_matter_is_taken_even_when_it_is_not_sure() -> None:
    assert turn(LATELY, said("mi papá me grita", "ninez", 0.82)).state.category != "alumbrado"
    assert after.OfferToAdd not in kinds(turn(LATELY, said("mi papá me grita", "ninez", 0.82)))


@pytest.mark.parametrize("text", ["sin contacto", "sin datos", "no tengo teléfono"])
def test_who_leaves_no_contact_is_told_how_they_will_know(text: str) -> None:
    assert turn(LATELY, said(text, "arco", 0.9)).acts == (after.ExplainCase("notified"),)
    reached = replace(LATELY, facts={"contacto": "6621234567"})
    assert turn(reached, said(text, "arco", 0.9)).acts == (after.Add(FOLIO, text),)


@pytest.mark.parametrize(
    "text",
    [
        "también quiero reportar un bache",
        "otra cosa, no hay becas en la escuela",
        "aparte se me olvidó decirle que también quiero una beca",
        "necesito una beca para mi hija",
        "cancelaron la beca de mi hija",
        "quiero que me cancelen la beca que no pedí",
        "ya llegó el aviso de la beca y viene mal",
        "ya hay luz pero no hay becas",
    ],
)
def test_it_is_another_matter(text: str) -> None:
    assert turn(LATELY, said(text, "becas", 0.97)).state.category == "becas"


@pytest.mark.parametrize(
    ("text", "is_solved"),
    [
        ("ya la arreglaron, ya prende", True),
        ("ya hay agua, gracias", True),
        ("por fin ya quedó", True),
        ("quedó reparada, les agradezco", True),
        ("ya vinieron a destaparla", True),
        ("ya me lo dieron", True),
        ("they fixed it, thanks", True),
        ("they said it was fixed but it is not", False),
        ("ya me la dieron incompleta", False),
        ("ya vinieron a verla", False),
        ("ya vinieron y no hicieron nada", False),
        ("ya pasó el camión", False),
        ("ya compraron foco los vecinos, ya jala", True),
        ("ya compraron foco los vecinos", False),
        ("ya quedó peor", False),
        ("ya me atendieron mal", False),
        ("a ver si ya quedó", False),
    ],
)
def test_what_is_good_news(text: str, *, is_solved: bool) -> None:
    assert continuing.is_solved(text) is is_solved


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("y si me pongo mal antes de abril a dónde corro", "worse"),
        ("y mientras qué hago con el niño, si le da la rabia", "worse"),
        ("¿y si le pica uno a mi bebé qué hago?", "worse"),
        ("y si mi mamá se pone peor a dónde la llevo", "worse"),
        ("y si se me pone mal y no respira qué hago", None),
        ("y si me mata qué hago", None),
        ("le picó uno a mi bebé, qué hago", None),
        ("si le da hambre come", None),
        ("oiga y me marcan o yo marco", "notified"),
        ("¿y a quién le pregunto?", "ask"),
        ("y si no pasa hoy tampoco qué hago", "unheeded"),
        ("olvidé mi clave", "key"),
        ("¿cuándo?", "term"),
        ("¿y para cuándo?", "term"),
        ("cuando me avisan", "term"),
        ("como cuánto tardan en hablarme", "term"),
        ("a qué hora me marcan", "term"),
        ("¿quién la tiene?", "whose"),
        ("y si cambio de número", "later"),
        ("¿le digo cómo se llama él?", "later"),
        ("le digo que no hay agua", None),
        ("¿me habla un señor o una señorita?", "notified"),
        ("no, ya para qué", None),
        ("¿para qué?", "use"),
        ("thank you, how will I know?", "notified"),
        ("a quién me dirijo si no vienen", "unheeded"),
        ("cuando llueve se inunda", None),
        ("quien la tiene es mi vecino", None),
    ],
)
def test_what_is_asked_after_it(text: str, topic: str | None) -> None:
    assert questions.whole(text) == topic


def test_what_is_for_tonight_needs_a_person() -> None:
    decision = turn(LATELY, said("¿y hoy dónde duermo?", "migrantes_indigenas", 0.6))
    assert kinds(decision) == [acts.Say, acts.HandOver]
    assert decision.state.waits_for_person


def test_of_several_folios_the_other_is_told() -> None:
    assert kinds(turn(LATELY, said("¿y el otro?", "seguimiento", 0.4))) == [after.TellCases]


def test_a_phone_told_while_it_is_asked_goes_along() -> None:
    offering = State(Stage.offering, folio=FOLIO, category="alumbrado", request="sigue apagada")
    told = turn(offering, said("6621459087", "cancelar", 0.2))
    assert told.acts == (after.Add(FOLIO, "sigue apagada\n6621459087"),)


def test_a_folio_from_elsewhere_is_cancelled_by_a_person() -> None:
    decision = turn(State(), said("quiero cancelar un folio", "cancelar", 0.95))
    assert kinds(decision) == [acts.HandOver]


@pytest.mark.parametrize(
    ("text", "is_doubted"),
    [
        ("felicidades al hospital, solo 9 horas en una silla, un aplauso", True),
        ("felicidades a la policía por llegar 3 horas después del robo", True),
        ("bravo por los del seguro, mi papá lleva 2 días en el pasillo", True),
        ("felicidades por dejarnos otra vez sin agua", True),
        ("felicidades a Aguas de Hermosillo, 5 días sin una gota y el recibo puntual", True),
        ("un aplauso al municipio, 3 semanas sin recoger la basura", True),
        ("felicito a la maestra, en tres años sin faltar un día", False),
        ("felicidades a los bomberos, 12 horas sin dormir apagando el incendio", False),
        ("felicidades!! se llevaron el único doctor, ahora sí estamos en la gloria", True),
        ("felicidades por el nuevo hospital, puro edificio y ni un médico", True),
        ("felicidades al doctor, no me cobró y ni un pero me puso", False),
        ("felicidades, ya se llevaron la basura de mi cuadra", False),
        ("felicidades por los 20 años de servicio de la maestra", False),
        ("felicito a los policías que llegaron en 5 minutos", False),
        ("felicidades por atenderme en solo 2 horas", False),
        ("gracias a la doctora por no dejarme sola", False),
    ],
)
def test_praise_may_be_meant_otherwise(text: str, *, is_doubted: bool) -> None:
    ranked = (("felicitacion", 0.97), ("salud_atencion", 0.01))
    praise = said(text, "felicitacion", 0.97)
    heard = irony.as_it_is(replace(praise, meaning=replace(praise.meaning, ranking=ranked)))
    assert heard.is_clear is not is_doubted


@pytest.mark.parametrize(
    ("text", "is_grief"),
    [
        ("hay un muerto que no nos entregan en el semefo", True),
        ("no nos quieren entregar a mi hermano en la morgue", True),
        ("mi mamá acaba de fallecer", True),
        ("no me entregan el acta en el registro", False),
        ("mi hermano no aparece y no nos entregan el reporte", False),
    ],
)
def test_whose_dead_are_not_given_to_them(text: str, *, is_grief: bool) -> None:
    assert missing.is_grief(text) is is_grief


@pytest.mark.parametrize(
    "text",
    [
        "y los niños no pueden ir a la escuela",
        "la necesito para la escuela de mi hija",
        "es para mi papá que lo van a operar el lunes",
        "llego tarde al trabajo por eso",
        "se me hace que robaron el cable",
        "y también se ve bien oscuro",
    ],
)
def test_it_continues(text: str) -> None:
    assert continuing.continues(text)


@pytest.mark.parametrize(
    "text",
    [
        "y quiero una beca para mi hija",
        "y también hay un bache",
        "la luz no sirve",
        "la moto que me robaron no aparece",
        "hay un bache enorme",
        "no hay medicinas en el centro de salud",
        "el maestro no va desde agosto",
    ],
)
def test_it_begins_another(text: str) -> None:
    assert not continuing.continues(text)
