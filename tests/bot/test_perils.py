"""Which danger a message tells of, and what is answered to somebody in one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogue import Decision, State, acts, company, decide, perils, pleas
from bot.dialogue.reading.heard import Heard
from handoff.store.models import Owner
from nlu.interpretation import Urgency
from tests.bot.saying import NOW, asking, said, situation

GUESSED = Urgency(value=True, score=0.97, reason="se parece a un peligro: «ya no»")


def told(text: str, matter: str = "fuera_de_ambito", reason: str | None = None) -> Heard:
    urgent = replace(GUESSED, reason=reason) if reason else GUESSED
    return said(text, matter, 0.6, urgent)


def surely(text: str, matter: str) -> Heard:
    return said(text, matter, 0.95, replace(GUESSED, reason="agresión en curso"))


@pytest.mark.parametrize(
    ("heard", "kind"),
    [
        (told("ya no quiero vivir", reason=perils.SUICIDE), perils.SELF_HARM),
        (told("ya no puedo más con mi vida", "salud_mental"), perils.SELF_HARM),
        (told("I took a bunch of pills", "insulto"), perils.SELF_HARM),
        (told("I took my pills to the pharmacy", "negar"), perils.ANY),
        (told("mi hermana dejó una carta de adiós y no contesta", "desaparicion"), perils.ANOTHER),
        (told("mi hijo mandó un mensaje despidiéndose", reason="no respira"), perils.ANOTHER),
        (told("no encuentro a mi niño en el parque", "desaparicion"), perils.MISSING),
        (
            told("detuvieron a mi sobrino y lo están golpeando", reason="agresión en curso"),
            perils.ANY,
        ),
        (told("se quedó un niño encerrado en el carro", "ninez"), perils.ANY),
        (told("tienen a un niño encerrado en el cuarto", "ninez"), perils.VIOLENCE),
        (told("ando en el puente y ya no le hallo", "caminos"), perils.SELF_HARM),
        (told("hay un choque feo en la salida a kino", "salud_mental"), perils.ANY),
        (told("hubo un accidente y ya no quiero vivir", "salud_mental"), perils.SELF_HARM),
        (told("a nadie le hago falta", "despedida"), perils.SELF_HARM),
        (told("ya me despedí de mis hijos, cuídenlos", "juridico"), perils.SELF_HARM),
        (told("mi hija me odia y me quiero matar", reason=perils.SUICIDE), perils.SELF_HARM),
        (told("mi vecina se cortó las venas", reason=perils.SUICIDE), perils.ANOTHER),
        (told("mi hija dice que no quiere vivir", reason=perils.SUICIDE), perils.ANOTHER),
        (told("mi tía se tomó todo el frasco", "salud_medicamentos"), perils.ANOTHER),
        (told("mi papá la quiere matar", reason=perils.SUICIDE), perils.VIOLENCE),
        (told("si lo dejo me mata y llega a las 6", "violencia_genero"), perils.VIOLENCE),
        (told("me está pegando", reason="agresión en curso"), perils.VIOLENCE),
        (surely("el profe lo va a matar en educación física", "educacion"), perils.ANY),
        (surely("con esta deuda del agua me van a ahorcar", "agua_cobro"), perils.ANY),
        (surely("mi esposo me va a matar por el recibo", "agua_cobro"), perils.VIOLENCE),
        (told("le duele el pecho", "violencia_genero", "emergencia médica"), perils.ANY),
        (told("mi esposo trae un cuchillo", reason="disparos o persona armada"), perils.VIOLENCE),
        (
            told("mi papá se mete a mi cuarto", reason="intrusión o asalto en curso"),
            perils.VIOLENCE,
        ),
        (told("asaltan a mi hermano", reason="intrusión o asalto en curso"), perils.ANY),
        (told("un señor trae pistola", reason="disparos o persona armada"), perils.ANY),
        (told("se quema el monte", "ecologia", reason="agresión en curso"), perils.ANY),
        (told("hay balazos", reason="disparos o persona armada"), perils.ANY),
        (told("vinieron por mi primo", "desaparicion"), perils.ANY),
        (told("me quitaron a mi bebé", "salud_mental"), perils.MISSING),
        (told("me acaban de violar"), perils.VIOLENCE),
        (told("mi patrón no me deja salir del campo", "violencia_genero"), perils.ANY),
        (told("trabajo en casa, me quitó mi pasaporte", "violencia_genero"), perils.ANY),
        (told("mi esposo no me deja salir a trabajar", "violencia_genero"), perils.VIOLENCE),
        (told("a mi hijo la policía lo golpeó", "violencia_genero"), perils.ANY),
        (told("mi hijo dice que ya no le ve caso a nada"), perils.ANOTHER),
        (told("mi hermano salió y no ha vuelto", "desaparicion"), perils.MISSING),
        (told("los voy a matar", reason=perils.SUICIDE), perils.THREAT),
        (told("voy a apuñalar al director", reason="disparos o persona armada"), perils.THREAT),
        (told("me voy a matar", reason=perils.SUICIDE), perils.SELF_HARM),
        (told("mi vecina dice que se va a tomar el cloro"), perils.ANOTHER),
        (told("mi hermana se fue y dejó una carta de despedida", "salud_mental"), perils.ANOTHER),
        (told("mi hijo anda muy mal", "salud_mental"), perils.ANOTHER),
        (told("my sister wants to kill herself", reason=perils.SUICIDE), perils.ANOTHER),
        (told("mis hijos estarían mejor sin mí", "salud_mental"), perils.SELF_HARM),
        (told("al rato me aviento del puente"), perils.SELF_HARM),
        (told("tell my kids I love them", reason=perils.SUICIDE), perils.SELF_HARM),
        (told("el bebé no respira", "ninez", "no respira o no reacciona"), perils.ANY),
        (told("hay una niña sola llorando", "ninez", "niña o niño en riesgo"), perils.ANY),
        (told("lo golpeó y no respira", "ninez", "no respira o no reacciona"), perils.VIOLENCE),
        (told("mi esposa con contracciones y la cruz roja no llega"), perils.ANY),
        (told("a mi abuelo lo dejaron solo y no come", "salud_mental"), perils.HELPLESS),
    ],
)
def test_the_kind_of_danger(heard: Heard, kind: str) -> None:
    assert perils.kind(heard) == kind


def test_what_is_told_more_exactly_changes_the_words() -> None:
    state = State(danger=perils.ANY, danger_at=NOW - timedelta(minutes=1), waits_for_person=True)
    heard = told("ya no quiero vivir", reason=perils.SUICIDE)
    decision = decide(state, heard, situation(Owner.queue))
    assert decision.acts[:2] == (acts.Safety(), acts.AskIfSafe(perils.SELF_HARM))
    assert decision.state.danger == perils.SELF_HARM


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("ya hablé al 911 y no contestan", "no_answer"),
        ("no quiero llamar", "no_call"),
        ("usted es una máquina, ¿verdad?", "machine"),
        ("no hay nadie conmigo", "alone"),
        ("perdón por molestar", "thanks"),
        ("¿dónde lo puedo llevar con psicólogo?", "care"),
        ("no quiero que él se entere", "secret"),
        ("¿qué sigue?", "next"),
        ("Bácum", "place"),
        ("no hay señal para llamar, puro internet", "no_call"),
        ("el campo se llama La Esperanza, por la calle 36 norte", "place"),
        ("calle Sonora 45", "place"),
        ("km 45 carretera a Nogales", "place"),
        ("está en la calle Reforma 20", "place"),
        ("it's the Hospital General, 3rd floor", "place"),
        ("I have no signal", "no_call"),
        ("¿y van a ir hoy?", "coming"),
        ("¿cuándo vienen?", "coming"),
        ("¿le puedo mandar el número que me marcó?", "send"),
        ("tengo miedo de ir a mi casa", "afraid"),
        ("¿dónde queda la oficina más cercana?", "where"),
        ("está lloviendo", None),
        ("está en la cocina con el cuchillo", None),
        ("va a venir mi esposo", None),
        ("ya vienen armados", None),
        ("van a venir por mí", None),
        ("mi hermana no responde", None),
        ("me está molestando mi esposo", None),
    ],
)
def test_what_they_say_is_answered(text: str, about: str | None) -> None:
    answered = _beside(State(), text).acts[0]
    assert isinstance(answered, acts.Accompany)
    assert answered.about == about


def test_no_answer_is_given_twice_in_a_row() -> None:
    first = _beside(State(), "no hay nadie")
    second = _beside(first.state, "de veras no hay nadie")
    third = _beside(second.state, "pues no sé")
    assert len({first.acts, second.acts, third.acts}) == 3


@pytest.mark.parametrize("text", ["bueno, sigo con lo de la silla", "seguir"])
def test_who_says_so_goes_on_with_the_form(text: str) -> None:
    decision = _beside(asking("discapacidad", "nombre"), text, perils.VIOLENCE)
    assert decision.acts[0] == acts.Say("go_on")
    assert decision.acts[1] == acts.Ask("nombre", "discapacidad")
    assert (decision.state.waits_for_person, decision.state.danger) == (False, perils.VIOLENCE)


@pytest.mark.parametrize(
    "text",
    [
        "sigue aquí",
        "sigo con miedo",
        "ya no puedo seguir con lo de mi vida",
        "no quiero seguir",
        "sí",
    ],
)
def test_danger_that_goes_on_does_not(text: str) -> None:
    decision = _beside(asking("discapacidad", "nombre"), text, perils.VIOLENCE)
    assert decision.state.waits_for_person


def test_a_yes_after_the_danger_goes_on() -> None:
    over = _beside(asking("discapacidad", "nombre"), "ya se fue, ya pasó", perils.VIOLENCE)
    assert over.acts[-1] == acts.Say("may_go_on")
    assert _beside(over.state, "sí", perils.VIOLENCE).acts[0] == acts.Say("go_on")


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("busco a mi hermano, desapareció hace 2 años", True),
        ("desapareció en 2021 y la carpeta no avanza", True),
        ("mi hijo no aparece, salió de Empalme", False),
        ("no aparece mi niña, tiene 8 años de edad", False),
    ],
)
def test_who_is_missing_for_long_is_no_matter_of_now(text: str, *, past: bool) -> None:
    decision = decide(State(), said(text, "desaparicion", 0.95), situation())
    assert decision.acts[0] == acts.Guide("desaparicion", "past" if past else "")


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("ayuda psicológica para mi hijo", "salud_mental"),
        ("nadie me pega, quiero info de los talleres", "violencia_genero"),
        ("mi jefe me quiere matar si no entrego", "salud_mental"),
    ],
)
def test_what_is_no_crisis_opens_nothing_unasked(text: str, matter: str) -> None:
    decision = decide(State(), said(text, matter, 0.95), situation())
    assert decision.acts == (acts.AskWhich((matter,)),)


def test_who_wants_a_course_is_asked_whether_it_is_registered() -> None:
    told = said("quiero el curso de prevención del suicidio", "salud_mental", 0.95)
    decision = decide(State(), told, situation())
    assert [type(act).__name__ for act in decision.acts] == ["OfferAlso"]
    assert not decision.state.waits_for_person


def _beside(state: State, text: str, kind: str = perils.SELF_HARM) -> Decision:
    kept = replace(state, danger=state.danger or kind, danger_at=NOW, waits_for_person=True)
    return decide(kept, said(text), situation(Owner.queue))


def test_two_harmless_messages_ask_if_there_is_danger() -> None:
    first = _beside(State(), "está lloviendo", perils.ANY)
    second = _beside(first.state, "hace mucho aire", perils.ANY)
    third = _beside(second.state, "y frío", perils.ANY)
    assert first.acts == (acts.Accompany(perils.ANY),)
    assert second.acts == (acts.AskIfDanger(),)
    assert third.acts == (acts.Accompany(perils.ANY, times=1),)


def test_no_danger_goes_on_with_what_was_open() -> None:
    asked = replace(asking("discapacidad", "nombre"), aside=company.ASKED)
    for kind, kept in ((perils.ANY, None), (perils.VIOLENCE, perils.VIOLENCE)):
        decision = _beside(asked, "no", kind)
        assert decision.acts[0] == acts.Accompany(kind, denied=True)
        assert decision.acts[1] == acts.Ask("nombre", "discapacidad")
        assert (decision.state.waits_for_person, decision.state.danger) == (False, kept)


@pytest.mark.parametrize("text", ["no puedo salir", "sí"])
def test_danger_stays_where_it_is_asked_about(text: str) -> None:
    decision = _beside(State(aside=company.ASKED), text, perils.ANY)
    assert decision.state.waits_for_person
    assert decision.state.danger == perils.ANY


def test_who_told_where_is_not_asked_where() -> None:
    told = _beside(State(added=1), "en Magdalena", perils.ANY)
    assert told.acts == (acts.Accompany(perils.ANY, about="place", placed=True),)
    again = _beside(told.state, "hay mucho humo", perils.ANY)
    assert again.acts == (acts.Accompany(perils.ANY, times=1, placed=True),)


def test_who_may_harm_themselves_is_not_asked_after_calm_words() -> None:
    state = State()
    for text in ("está lloviendo", "hace aire", "y frío"):
        decision = _beside(state, text)
        assert isinstance(decision.acts[0], acts.Accompany)
        state = decision.state


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("ya le llame al 911 y ya vienen", pleas.CALLED),
        ("ya viene la ambulancia", pleas.CALLED),
        ("si ya llame vienen en camino", pleas.CALLED),
        ("ya llamé, pero llevan 20 minutos", pleas.CALLED),
        ("I already called, they are coming but it's been 20 minutes", pleas.CALLED),
        ("yes I called 911, what else can I do?", pleas.CALLED),
        ("the ambulance is on its way", pleas.CALLED),
        ("¿y qué más puedo hacer?", "at_a_loss"),
        ("they are coming for me", None),
        ("me da vergüenza hablar por teléfono", pleas.NO_CALL),
        ("I'm ashamed to call", pleas.NO_CALL),
        ("¿y cuánto tarda en contestarme alguien aquí?", "soon"),
        ("¿hay alguien ahí?", "soon"),
        ("when will someone answer", "soon"),
        ("hay alguien armado afuera", None),
        ("¿cuánto tarda la ambulancia?", "coming"),
        ("ya llamé y me va a matar", None),
        ("ya vienen por mí", None),
        ("ya vienen los policías a golpearnos", None),
        ("ya le hable al 911 y no vienen", "no_answer"),
        ("la ambulancia no llega", "no_answer"),
    ],
)
def test_who_has_called_is_not_told_to_call(text: str, topic: str | None) -> None:
    assert pleas.topic(text) == topic


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("no me contestan en el 911", True),
        ("llevo rato marcando al 911 y nadie contesta", True),
        ("una queja porque no me contestaron en el 911", False),
        ("ayer no me contestaron en el 911", False),
    ],
)
def test_the_line_does_not_answer(text: str, *, is_so: bool) -> None:
    assert pleas.is_unheard(text) is is_so


def test_fainting_is_no_despair() -> None:
    assert perils.kind(told("mi hija se acaba de desmayar", "salud_mental")) == perils.ANY
    hurt = told("mi hija se desmayó, se tomó unas pastillas", "salud_mental")
    assert perils.kind(hurt) == perils.ANOTHER
