"""Whatever is written, facts, places and dates are found in bounded time and without failing."""

from datetime import date
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu import dates, entities, places

WORDS = st.sampled_from(
    (
        "el", "la", "en", "de", "y", "a", "5", "mayo", "16", "septiembre", "calle", "col", "entre",
        "hermosillo", "obregon", "santa", "ana", "hace", "tres", "dias", "lunes", "pasado", "cp",
        "83000", "CS-2026-004512-6", "6621234567", "rosa", "arroba", "correo", "punto", "com",
        "seis", "sesenta", "aqui", "vivo", "sahuaro", "-", "/", ",", ".", "#", "31/12/26",
        "GODE561231GR8", "november", "yesterday", "🙏", "水", "ﬁ", "İ", "ſ", "٣", "\x00", "\udcff",
    )
)  # fmt: skip
TODAY = date(2026, 11, 25)
ANY = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join))
LONG = (
    "a", "1 ", "1/", "a.", "uno ", "treinta y ", "el 5 de ", "hace ", "calle 5 de mayo y ", "col ",
    "Reforma y ", "hermosillo - ", "en la sahuaro y ", "entre A y B ", "🙏", "水道", "\x00\xff",
    "a punto ", "@", "rosa arroba ", "GODE561231", "santa ", "san pedro de la ",
)  # fmt: skip


@given(ANY)
def test_no_text_fails_and_every_entity_is_where_it_says(text: str) -> None:
    place, found = entities.find(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert place.municipality is None or not place.candidates
    assert all(0 < each.confidence <= 1 and each.value for each in found)
    when = [dates.resolve(each.value, TODAY) for each in found if each.entity == "fecha"]
    assert all(day is None or isinstance(day, date) for day in when)


@given(ANY, st.sampled_from(["municipio", "colonia", "calle"]))
def test_no_answer_fails(text: str, asked: places.Asked) -> None:
    place = places.find(text, expecting=asked)
    assert place.municipality is None or not place.candidates


@given(ANY, st.dates())
def test_no_phrase_fails(phrase: str, today: date) -> None:
    day = dates.resolve(phrase, today)
    assert day is None or isinstance(day, date)


@pytest.mark.parametrize("piece", LONG)
def test_a_hundred_thousand_characters_take_bounded_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    started = process_time()
    entities.find(text)
    assert process_time() - started < 1
