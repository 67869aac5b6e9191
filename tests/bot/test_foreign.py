"""Languages written in our letters are told from Spanish, with its foreign names and words."""

import pytest

from bot.dialogue import State, acts
from bot.dialogue.reading import languages
from tests.bot.saying import kinds, said, turn


@pytest.mark.parametrize(
    "text",
    ["Bonjour, je m'appelle Marie et il n'y a pas d'eau", "Je veux parler à quelqu'un",
     "JE VEUX PARLER A QUELQU'UN", "il y a un gros trou dans la rue", "on m'a volé mon passeport",
     "Mi chiamo Paolo, ho bisogno di aiuto", "Buongiorno, non ho acqua a casa",
     "c'è una buca nella strada", "mi hanno rubato il passaporto",
     "Bom dia, não tenho água em casa",
     "preciso falar com uma pessoa", "tem um buraco na minha rua", "nao falo espanhol",
     "Ich brauche Hilfe bitte", "Wir haben kein Wasser"],
)  # fmt: skip
def test_it_is_noticed_before_what_it_looks_like(text: str) -> None:
    decision = turn(State(), said(text, "arco", 0.95))
    assert kinds(decision) == [acts.OtherLanguage]


@pytest.mark.parametrize(
    "text",
    ["vivo en la calle Rue de la Paix", "fraccionamiento Villa di Roma, calle Via della Rosa",
     "hay un bache frente al restaurante Il Bambino", "me llamo Francesca della Torre",
     "mi hijo se llama Jean Paul du Bois", "colonia ville de france, calle rue de paris",
     "hay un pothole en mi street", "I need ayuda con mi water bill", "no ay agua em mi kasa",
     "ola quero ablar con una persona", "nel, ya no qui", "estoy em la colonia pelo seco",
     "the street light is out, non functional", "ho no, otra vez", "bonjour", "ciao"],
)  # fmt: skip
def test_spanish_and_english_are_left_alone(text: str) -> None:
    assert not languages.is_unknown(text)
