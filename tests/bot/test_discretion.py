"""Who will see what is told, and whether somebody will know who told it."""

from bot.dialogue import within
from bot.dialogue.reading import discretion, saying
from bot.dialogue.state import Stage, State
from tests.bot.saying import confirming, said, turn

ASKED = (
    "y el vecino se va a enterar que fui yo",
    "el vecino va a saber que yo lo reporte?",
    "que no sepan quien soy",
    "esto lo ven en hacienda??",
    "no quiero que él sepa que fui yo",
    "tengo miedo de que me deporten si dejo mi nombre",
    "se va a enterar ella?",
    "se va a enterar ella que fui yo?",
    "y mi jefe se va a dar cuenta?",
    "le van a decir quien lo reporto?",
    "nadie se va a enterar verdad?",
    "es anonimo?",
    "¿cómo sé que no me van a buscar?",
    "y como se que no se va a desquitar",
    "le avisan a mi patron?",
    "esto es anónimo verdad?",
    "sale mi nombre en el reporte?",
    "me da miedo que me corran si doy mi nombre",
    "no quiero que se entere mi marido",
    "que nadie sepa que fui yo",
    "que no le vayan a decir que fui yo",
    "no le digan que fui yo",
    "temo que haya represalias",
    "y el director va a saber quien se quejo",
    "mi queja la va a leer la directora?",
    "esto lo va a ver mi patron?",
    "will my landlord know it was me?",
    "is it anonymous?",
    "I don't want him to find out",
    "me preocupa que tomen represalias contra mi hijo",
    "lo que escribo lo lee mi jefa?",
    "no compartan mis datos con nadie",
    "van a poner mi nombre?",
    "y los vecinos van a saber?",
    "se entera el dueño que yo lo denuncie?",
    "sin que sepan que fui yo",
    "la doctora va a saber que yo puse la queja?",
    "no quiero que la maestra se entere de que yo reporté",
)
TAKEN_BACK = (
    "mejor ya no, me da miedo que me anden buscando",
    "se me hace que mejor no, me da miedo",
    "ya no quiero nada, tengo miedo que me corran",
    "mejor cancelen la queja por miedo a que me despidan",
)
NOT_TAKEN_BACK = (
    "me da miedo pasar por ahí",
    "mejor no, tengo miedo que se enoje mi esposo",
    "ya no aguanto, tengo miedo que me pegue",
    "no sé, me da miedo",
)
TOLD = (
    "me da miedo pasar por ahi de noche",
    "tengo miedo que se caiga la barda",
    "quiero saber cuando pagan",
    "mi esposo no sabe leer",
    "se enteraron de la fuga y no vienen",
    "quien sabe",
    "no se que calle es",
    "el maestro no sabe dar clase",
    "nadie nos avisa cuando cortan el agua",
    "que sepan los del ayuntamiento que esto es un cochinero",
    "para que sepan donde es",
    "ya saben que no hay agua",
    "me da miedo que se enferme mi niño",
    "el perro me da miedo",
    "va a saber dios",
    "se dieron cuenta tarde",
    "la calle la van a ver bien fea",
    "mi mama va a saber el dato",
    "no aparece mi nombre en la lista de becas",
    "mi nombre es Ana",
    "no sale mi nombre en el padron",
    "es para que sepan",
    "no les avisan a los papas",
    "quiero que se enteren todos",
    "tengo miedo de mi esposo",
    "la luminaria la ven en la esquina",
    "a mi hijo le pegan en la escuela y la maestra no se da cuenta",
    "no me avisaron",
    "como se que no me van a ignorar",
    "se enteró que yo la denuncié y me amenazó",
    "me va a matar si se entera que fui yo",
    "tengo miedo de que se entere mi marido",
)


def test_it_is_asked_wished_and_feared_in_many_words() -> None:
    assert [text for text in ASKED if discretion.topic(saying.bare(text)) is None] == []


def test_other_fears_and_wishes_are_no_question() -> None:
    assert [text for text in TOLD if discretion.topic(saying.bare(text))] == []


def test_it_is_answered_at_the_summary_and_before_a_matter_is_chosen() -> None:
    feared = turn(confirming(), said("no quiero que él sepa que fui yo", "negar", 0.95))
    assert feared.acts[0] == within.Explain("known", "bacheo", None, "")
    choosing = State(Stage.choosing, options=("cfe", "alumbrado"))
    seen = turn(choosing, said("¿quién va a ver mi queja?", "seguimiento", 0.95))
    assert seen.acts[0] == within.Explain("who", None, None, "")
    assert seen.state.options == choosing.options


def test_what_was_told_is_taken_back_for_fear() -> None:
    assert [text for text in TAKEN_BACK if not discretion.takes_back(text)] == []
    assert [text for text in NOT_TAKEN_BACK if discretion.takes_back(text)] == []
