"""Classes of meaning: words, stems and phrases."""

from nlu.lexicon import LEXICON, Lexicon, lexicon
from nlu.text import fold

SMALL = ["recipiente: tinaco*, pila, tambo de agua", "fuga: tirando agua, pila"]


def test_a_word_belongs_to_the_classes_that_name_it_or_its_stem() -> None:
    small = Lexicon(SMALL)
    assert small.of_word("tinacos") == ["<recipiente>"]
    assert small.of_word("pila") == ["<recipiente>", "<fuga>"]
    assert small.of_word("pilas") == []


def test_a_phrase_is_found_wherever_it_stands() -> None:
    tokens = ["esta", "tirando", "agua", "el", "tambo", "de", "agua"]
    assert list(Lexicon(SMALL).of_phrases(tokens)) == ["<fuga>", "<recipiente>"]


def test_every_entry_can_be_met_in_a_folded_text() -> None:
    for line in LEXICON.read_text(encoding="utf-8").splitlines():
        name, colon, entries = line.partition(": ")
        assert colon, name
        assert all(each == fold(each) and each.strip(" *") for each in entries.split(", ")), line


def test_the_vessels_of_a_house_are_of_one_kind() -> None:
    assert set(lexicon().of_word("tinaco")) & set(lexicon().of_word("cubeta"))
