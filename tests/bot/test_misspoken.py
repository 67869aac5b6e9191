import pytest

from bot.dialogue import misspoken


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("los aires de la técnica 23, es la general, digo", "los aires de la general 23"),
        ("la primaria Juárez, digo, la primaria Hidalgo", "la primaria Hidalgo"),
        ("un bache en la calle 5, perdón, la 6, en Guaymas", "un bache en la calle 6, en Guaymas"),
        ("en la 5, perdón, la 6", "en la 6"),
        ("el lunes me robaron, no, el martes", "el martes me robaron"),
        ("se llama Ana, digo, Anabel", "se llama Anabel"),
        ("no hay agua en la colonia Sahuaro, digo, la Modelo", "no hay agua en la colonia Modelo"),
        ("el camión 12, digo el 14, no pasa", "el camión 14, no pasa"),
        ("mi tel es 662 345 11 22, no, perdón, 662 345 11 23", "mi tel es 662 345 11 23"),
        ("Calle Sonora. No, perdón, es en la Sinaloa", "Calle Sinaloa"),
        ("nogales.. no perdon hermosillo", "hermosillo"),
        ("para mi hija, digo, para mi nieta", "para mi nieta"),
    ],
)
def test_only_what_is_meant_is_heard(said: str, meant: str) -> None:
    assert misspoken.put_right(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "no, perdón, es en la Sinaloa",
        "no hay agua, no, nunca llega",
        "mi marido me pegó, digo, me empujó",
        "la calle está mal, perdón la insistencia",
        "el martes no pasó la basura, no, el camión no viene",
        "mi hijo se cayó, no, la niña",
        "no es el bache, perdón, es la fuga de agua",
        "calle 8 no 9",
        "no le digo nada, perdón",
        "647 101 5544. perdón ando muy angustiada",
        "Ana Soto, perdón estoy muy triste",
        "buenas tardes, perdón la molestia, una pregunta",
    ],
)
def test_what_takes_no_place_is_let_be(said: str) -> None:
    assert misspoken.put_right(said) == said
