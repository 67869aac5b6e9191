"""Who is missing, who is found, and who only looks missing."""

from dataclasses import replace

import pytest

from bot.dialogue import State, decide, missing, perils
from bot.dialogue.acts import Accompany, AskIfSafe, Guide, Say
from bot.dialogue.consent import ShowNotice
from handoff.store.models import Owner
from nlu.interpretation import Urgency
from tests.bot.saying import said, situation, turn

ALARM = Urgency(value=True, score=0.9, reason="se parece a un peligro: «no llego»")


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("mi hija no llegó de la escuela y ya son las 8", True),
        ("no encuentro a mi niño en el parque", True),
        ("no encuentro a mi hijo en la lista de becas", False),
        ("mi hermano salió el sábado a jalar al valle y no ha vuelto", True),
        ("a mi papá no lo encuentro, mi tío salió y no regresó", True),
        ("mi abuelito se perdió en el centro", True),
        ("mi hijo se perdió la beca", False),
        ("mi hijo no aparece en la lista de la beca", False),
        ("mi hijo no llega a tiempo a la escuela", False),
        ("cuiden a mi mamá, yo ya no llego a mañana", False),
        ("mi perro no aparece", False),
    ],
)
def test_who_did_not_come_back(text: str, *, is_told: bool) -> None:
    assert missing.is_told(text) == is_told


@pytest.mark.parametrize(
    ("text", "is_now"),
    [
        ("anda perdida mi mamá", True),
        ("mi papá con demencia se salió en la madrugada y no lo hallamos", True),
        ("mi hijo anda perdido en la droga", False),
        ("su mamá anda perdida y yo cuido a los niños", False),
        ("mis papás no llegaron anoche a la casa y no contestan", True),
        ("mis hijos no regresaron de la escuela y ya es de noche", True),
        ("mi hermana y su niño no llegaron anoche de Hermosillo", True),
        ("mi esposo cruzó el desierto y no sabemos de él desde el jueves", True),
        ("no aparecen mis sobrinas, salieron al parque en la tarde", True),
        ("se perdieron mis hijos en el monte", True),
        ("ayer en la tarde se perdió mi niño en la playa, lo halló un salvavidas", False),
        ("no llegó mi hijo a clases en la tarde", False),
        ("mis primos se metieron al monte hace tres días y no hemos sabido nada de ellos", True),
        ("mi hijo cruzó el desierto hace tres años y no sabemos nada de él", False),
        ("mi papá no ha regresado al trabajo desde el lunes", False),
        ("mi hermano está detenido y no sabemos nada de él desde ayer", False),
        ("mi hija no llegó anoche, ya apareció", False),
        ("a mi mamá no le llegó la pensión desde el martes", False),
    ],
)
def test_who_is_gone_these_days(text: str, *, is_now: bool) -> None:
    assert missing.is_now(text) is is_now


def test_the_search_is_told_with_the_alarm() -> None:
    decision = turn(State(), said("mi hija no llegó de la escuela", "educacion", 0.6, ALARM))
    assert decision.acts[1] == AskIfSafe(perils.MISSING)
    over = turn(decision.state, said("ya apareció gracias a dios"))
    assert over.acts[0] == Accompany(perils.MISSING, denied=True)
    assert not over.state.waits_for_person


def test_who_is_back_hurt_is_looked_for_no_more() -> None:
    alarm = said("mi hija no llegó de la escuela", "educacion", 0.6, ALARM)
    back = turn(turn(State(), alarm).state, said("ya regresó pero golpeada"))
    assert back.acts == (Accompany(perils.ANY),)
    assert back.state.danger == perils.ANY


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("hold on, I can't find my card", True),
        ("I lost my phone and I can't find my daughter", False),
        ("se murió mi papá y no me entregan el cuerpo", True),
        ("mi perrita se salió y no ha vuelto", True),
        ("se perdió mi credencial de elector", True),
        ("extravié los papeles del carro", True),
        ("se perdió mi niña y traía mi celular", False),
        ("busco a mi gato", True),
        ("mi mamá murió buscando a mi hermano desaparecido", False),
        ("se perdió el perro y mi abuelo, que salió a buscarlo, no regresa", False),
        ("mi hijo no aparece", False),
    ],
)
def test_what_looks_like_it(text: str, *, is_none: bool) -> None:
    assert missing.is_none(text) == is_none


def test_what_else_was_likely_becomes_likelier() -> None:
    heard = said("mi perro no aparece", "desaparicion", 0.8)
    ranking = (("desaparicion", 0.8), ("maltrato_animal", 0.15))
    told = missing.as_it_is(replace(heard, meaning=replace(heard.meaning, ranking=ranking)))
    assert told.intent == "maltrato_animal"
    assert told.meaning.confidence == pytest.approx(0.75)


def test_who_tells_of_a_death_is_condoled_once() -> None:
    first = turn(State(), said("murió mi papá, necesito el acta", "registro_civil", 0.95))
    assert first.acts[0] == Say("condolence")
    again = turn(first.state, said("murió mi papá en Guaymas", "registro_civil", 0.95))
    assert Say("condolence") not in again.acts


def test_what_helps_stands_before_the_notice() -> None:
    heard = said("mi hijo no aparece", "desaparicion", 0.95)
    decision = decide(State(), heard, situation(Owner.bot, has_notice=False))
    assert decision.acts[0] == Guide("desaparicion")
    assert decision.acts[-1] == ShowNotice()


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("lo encontraron, gracias a Dios", True),
        ("apareció sano y salvo", True),
        ("no lo encontraron", False),
        ("lo encontraron golpeado, pero vivo", False),
        ("lo encontraron en el canal", False),
    ],
)
def test_who_is_found_well(text: str, is_found: bool) -> None:
    assert missing.is_found(text) is is_found
