"""English that is plain without an engine: one matter, a vague beginning, English itself."""

import pytest

from bot.dialogue.reading import in_english, languages


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("the street light on my corner is out", "alumbrado"),
        ("the garbage truck has not come for two weeks", "basura_parques"),
        ("it's about noise", "ecologia"),
        ("My boss owes me two weeks of pay", "empleo"),
        ("Hi, my boss in Nogales fired me and owes me", "empleo"),
        ("I was fired and the boss doesnt wanna pay me my last 2 weeks", "empleo"),
        ("he did not pay me my salary, in Obregon", "empleo"),
        ("I need a doctor appointment for my mom", "salud_atencion"),
        ("the nurse was rude to me", "queja_atencion"),
        ("its about a permit for my small restaurant", "info_tramite"),
        ("my boss touched me and then fired me", None),
        ("they fired shots last night", None),
        ("I want to thank a paramedic named Omar", "felicitacion"),
        ("complaint against a state trooper who took my phone", "denuncia_servidor_publico"),
        ("there is a leak and there is no water", None),
        ("is there any water today?", None),
        ("There are potholes on my street. Who can I call?", "bacheo"),
        ("There are potholes on my street. When will they be fixed?", None),
        ("my daughter is missing from school", None),
        ("hay un bache en el playground", None),
    ],
)
def test_the_one_matter_that_is_named(text: str, matter: str | None) -> None:
    assert in_english.matter(text) == matter


@pytest.mark.parametrize(
    ("text", "is_vague"),
    [
        ("I want to report something", True),
        ("hello, I have a problem", True),
        ("I want to report a pothole", False),
        ("I have something for you", False),
    ],
)
def test_a_vague_beginning(text: str, is_vague: bool) -> None:
    assert in_english.is_vague(text) is is_vague


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("do you speak English?", "en"),
        ("English please", "en"),
        ("I don't speak Spanish", "en"),
        ("prefiero en inglés", "en"),
        ("can you speak Spanish?", "es"),
        ("en español por favor", "es"),
        ("no entiendo inglés, en español", "es"),
        ("quiero clases de inglés", None),
        ("my Spanish teacher did not come", None),
        ("no hablo español", None),
    ],
)
def test_which_language_is_wanted(text: str, wanted: str | None) -> None:
    assert languages.wanted(text) == wanted


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("¿hablan inglés?", True),
        ("my English teacher did not come to school", False),
    ],
)
def test_whether_english_may_be_written(text: str, is_asked: bool) -> None:
    assert in_english.is_asked_for(text) is is_asked


@pytest.mark.parametrize(
    ("text", "is_english"),
    [
        ("No water for 4 days in Colonia Ampliacion Las Lomas in Agua Prieta, Calle 15", True),
        ("Vivo en la colonia On The Beach, no hay agua en la casa", False),
        ("No hay agua en San Carlos, sector Bahía", False),
    ],
)
def test_names_of_places_say_nothing_of_the_language(text: str, is_english: bool) -> None:
    assert languages.looks_english(text) is is_english


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("my car broke down near Santa Ana, who do I call", True),
        ("Can I drive my truck to Peñasco or do I need a permit?", True),
        ("the lamp on my corner is out and nobody comes", False),
        ("¿dónde queda el playground?", False),
    ],
)
def test_a_question_anywhere_in_it(text: str, *, asks: bool) -> None:
    assert in_english.asks(text) is asks


def test_the_article_is_english() -> None:
    assert languages.looks_english("the traffic light downtown is killing me")
    assert not languages.looks_english("fui al The Home Depot y no hay agua")
