"""The words that exclude a matter, or that it needs, and what is wrong in their file."""

import pytest

from bot.dialogue import instead
from bot.dialogue.reading import excluded
from bot.dialogue.several import GRAVE
from nlu import training_data
from tests.bot.saying import said

LIKE, HEARD, SAYS = "like: Mi carro", "heard: [agua_cobro]", "says: carros?"
MEANT = "meant: {placas_licencias: 0.5}"


def rules(*lines: str) -> str:
    return "lists:\n  vehicle: carros? | motos?\nbeside: {}\nrules:\n  - " + "\n    ".join(lines)


def test_a_rule_of_the_file() -> None:
    words = excluded.read(rules(LIKE, HEARD, "says: <vehicle> | tro(ca|ka)*", MEANT))
    (rule,) = words.rules
    assert rule.meant == (("placas_licencias", 0.5),)
    assert [each for each in ("mi moto", "la troquita", "mi troca", "la motocicleta")
            if rule.fits(each)] == ["mi moto", "mi troca"]  # fmt: skip


def test_each_rule_of_the_file_fits_its_examples() -> None:
    assert excluded.read(excluded.FILE.read_text(encoding="utf-8")).rules


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (rules(LIKE, HEARD, MEANT), "excluded.yml:5: unknown or missing: says"),
        (rules(LIKE, HEARD, SAYS, MEANT, "sino: agua"), "excluded.yml:5: .*sino"),
        (rules(LIKE, HEARD, "says: (carros?", MEANT), "excluded.yml:5: .*unterminated"),
        (rules(LIKE, HEARD, "says: <boat>", MEANT), "excluded.yml:5: .*boat"),
        (rules(LIKE, HEARD, "says: no", MEANT), "excluded.yml:5: no words: False"),
        (rules(LIKE, "heard: [agua]", SAYS, MEANT), "excluded.yml:5: .*agua"),
        (rules("like: Mi moto", HEARD, SAYS, MEANT), "excluded.yml:5: does not fit «Mi moto»"),
        (rules(LIKE, "unlike: Un carro", HEARD, SAYS, MEANT), "excluded.yml:5: fits «Un carro»"),
        ("rules: []\nbeside: {}\nlist: {}", "excluded.yml:1: unknown or missing: list, lists"),
        ("lists: {}\nrules: []\nbeside:\n  agua: agua", "excluded.yml:4: .*agua"),
        ("lists:\n  a: <a>\nrules: []\nbeside: {}", "excluded.yml:2: .*a"),
        ("lists: {}\nbeside: {}\nrules:\n  - Mi carro", "excluded.yml:4: "),
        ("rules:\n  - [", "excluded.yml:[23]: "),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        excluded.read(text)


@pytest.mark.parametrize(
    ("text", "is_lure"),
    [
        ("me llegó un mensaje de una multa y que pague en un link", True),
        ("me llegó la multa y quiero pagar con tarjeta", False),
    ],
)
def test_what_lures_into_paying_is_a_crime(text: str, *, is_lure: bool) -> None:
    assert (instead.of(said(text, "multas_transito")) == instead.LURING) is is_lure


@pytest.mark.parametrize(
    ("matter", "text", "is_own"),
    [
        ("educacion", "va en 2do de prepa", False),
        ("educacion", "y los maestros no van", True),
        ("juridico", "no me quieren pagar", False),
        ("juridico", "y ocupo un abogado", True),
        ("empleo", "no me pagan el aguinaldo", False),
        ("empleo", "y me corrieron del jale", True),
        ("salud_atencion", "en la clínica del seguro popular", False),
        ("salud_atencion", "y el doctor nunca va", True),
        ("denuncia_servidor_publico", "le pidieron dinero a mi comadre", False),
        ("denuncia_servidor_publico", "los policías me pidieron mordida", True),
        ("felicitacion", "ps tratan bien mal las enfermeras", False),
        ("felicitacion", "y las enfermeras muy amables", True),
        ("migrantes_indigenas", "soy Fermín pero le dicen el chino", False),
        ("migrantes_indigenas", "y deportaron a mi hermano", True),
        ("adultos_mayores", "y a mi mamá que es viejita no le alcanza", False),
        ("adultos_mayores", "y a mi mamá no le llega la pensión", True),
        ("proteccion_civil", "con la lluvia es un lodazal", False),
        ("proteccion_civil", "y se está cayendo la barda", True),
        ("educacion_infraestructura", "mi hija sale tarde de la escuela", False),
        ("educacion_infraestructura", "y la escuela no tiene techo", True),
        ("info_tramite", "ya tengo el comprobante de domicilio", False),
        ("info_tramite", "y qué papeles piden para el acta", True),
        ("discapacidad", "mi hijo tiene diabetes", False),
        ("discapacidad", "y ocupa una silla de ruedas", True),
        ("vivienda", "vivo en un cuartito con mis hijos", False),
        ("vivienda", "y quiero una casa del Infonavit", True),
        ("alumbrado", "la colonia está toda oscura", False),
        ("alumbrado", "y en mi calle no sirven las lámparas", True),
        ("educacion", "tengo tres hijos en la escuela", False),
        ("pensiones_isssteson", "y por eso no me quieren pagar mi pensión", False),
        ("pensiones_isssteson", "y no me cae la pensión de viudez", True),
        ("empleo", "y perdí el día de trabajo", False),
        ("agua_cobro", "y ya hablamos a Oomapas y no vienen", False),
        ("agua_cobro", "y me cobraron el doble", True),
        ("queja_atencion", "y nadie me da respuesta", False),
        ("queja_atencion", "y en su oficina me trataron muy mal", True),
        ("bacheo", "y así", True),
    ],
)
def test_what_is_told_beside_another_matter(matter: str, text: str, *, is_own: bool) -> None:
    assert excluded.is_own(matter, text) == is_own


def test_few_messages_are_taken_from_the_matter_that_people_marked() -> None:
    marked = [(each.intent, each.text) for each in training_data.load()]
    others = [text for matter, text in marked
              if (meant := excluded.instead(matter, text)) and meant[0][0] != matter]  # fmt: skip
    assert len(others) <= 0.0021 * len(marked), others


@pytest.mark.parametrize("matter", GRAVE)
def test_no_words_for_any_matter_exclude_a_grave_one(matter: str) -> None:
    assert excluded.instead("caminos", "perdí mi folio de la solicitud")
    assert not excluded.instead(matter, "perdí mi folio de la solicitud")
    assert not excluded.instead(matter, "ya no quiero la vida")
