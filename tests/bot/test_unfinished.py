"""Which messages are plainly the beginning of a sentence, and which are whole."""

import pytest

from bot.dialogue.reading import unfinished

BEGINNINGS = """
mi marido me
me negaron el
se cayo un
quiero felicitar al
Santa Ana y
la muchacha que
batallo para
y no le
mi hija tiene
mi casa es
hola quiero
aqui en
de paso en
me quitaron mis
del hospital de
y no me
una cita para
de INFONAVIT y
corrió de la
casa y se
quedó con mis
dijo que aqui
eso, es que
pasa por la
se metio el
agua a la
casa con la
15 años y
hijos batallo para
quiero quejarme de
la pedi en
bien grande de
buenas que
se jubilo en
sin agua en
poste en mi
horas esperando con
lo de la
de computacion para
mi viejo lo
mi mama necesita
los vecinos tienen
buenas tardes necesito
oiga disculpe yo quiero
quiero saber si
kiero saver
no tenemos agua ni
ayer me robaron pero
el camión no pasa porque
me la quieren
mi papá se llama
vivo en el ejido de los
MI HIJO NO TIENE LOS
mi marido me...
no hay luz en la…
los del
hace tres dias que
mi nombre es
el problema es la
fui con la doctora y me
my husband and
the light in the
se llevaron a los
el maestro le
"""
WHOLE = """
para mi
es para mi
abusó de mi
es para el
con el
fue el
creo que es el
no se
no lo se
la verdad ya ni se
y que
por que
para que
que
el
y
si la de
si
no
Juan de la O
María de la O
vivo en la calle A
manzana 4 lote a
Hermosillo
hola
quiero una despensa
no hay agua
no hay agua en mi colonia
se cayó un poste.
mi marido me pega
me negaron el acta
es todo
ya no
asi es
como se llama
quien es
cuanto es
a que hora es
el no tiene
ya lo tengo
mi hija la tiene
eso es
dicen que no
creo que si
el ruido no para
y eso por que
no se por que
es nuestra
solo una
tengo dos hijos
se que me escuchan
vivo sola
nos quitaron la luz.
¿me ayudan con un?
me robaron y 👍
cancelar
CS-2026-000123-8
6621234567
calle obregon 45
con revolucion
los olivos
no es para mí
no fue él
ya no sé
dime por qué
Mario Icedo
help me
call me
they overcharged me
what is this for
where are you from
it is my right to
Karely con k y con y
gracias por todo
"""


def listed(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", listed(BEGINNINGS))
def test_the_beginning_of_a_sentence_is_unfinished(text: str) -> None:
    assert unfinished.is_told(text)
    assert unfinished.may_be(text)


@pytest.mark.parametrize("text", listed(WHOLE))
def test_what_may_be_whole_is_not_unfinished(text: str) -> None:
    assert not unfinished.is_told(text)


@pytest.mark.parametrize(
    "text", ["para mi", "es para el", "no se", "y que", "el camion no", "y tengo 3", "opero a mi",
             "bueno no es", "numero es el", "no hay agua,", "Icedo y no"],
)  # fmt: skip
def test_more_may_come_after_what_is_whole_without_accents(text: str) -> None:
    assert unfinished.may_be(text)


@pytest.mark.parametrize(
    "text", ["no hay agua", "Hermosillo", "calle 15", "si.", "no sé", "gracias", "hay un bache", ""]
)
def test_nothing_more_need_be_waited_for(text: str) -> None:
    assert not unfinished.may_be(text)


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("en una", True), ("y el", True), ("mmm este", True), ("", False), ("me pega", False),
     ("no", False), ("con una pistola", False)],
)  # fmt: skip
def test_small_words_alone_tell_nothing(text: str, is_so: bool) -> None:
    assert unfinished.tells_nothing(text) is is_so
