"""What may be meant instead, where the words exclude what a message looks like."""

import re
from dataclasses import replace

from bot.dialogue import gone_by, missing, several
from bot.dialogue.reading import chances, either, excluded, irony, lures, saying, thanked, treatment
from bot.dialogue.reading.heard import Heard
from handoff.rules import catalogue
from nlu.interpretation import Interpretation, Move

PRAISED = 0.9  # confidence of thanks to somebody
EITHER = 0.45  # of two that may be meant
HELP = "ayuda"
_HELP_WITH = re.compile(r"\b(?:ayud\w+|apoy\w+|help) (?:con|para|de|en|sobre|with) \w+")
OF_MIGRANTS = "migrantes_indigenas"
LURING = (("denuncia_delito", 0.9),)
CRIME = (("seguridad", 0.45), ("denuncia_delito", 0.4))
# What a message that lures people into paying looks like.
LURED = (
    "adultos_mayores", "agua_cobro", "apoyos_sociales", "ayuda", "becas", "denuncia_delito",
    "energia_electrica", "hablar_con_persona", "identidad_bot", "multas_transito",
    "negocio_credito", "placas_licencias",
)  # fmt: skip
_WHERE_FROM = re.compile(
    r"\b(?:migra\w*|deporta\w*|indigen\w*|yaqui\w*|mayos?|seris?|pimas?|guarijio\w*|etnia\w*"
    r"|inpi|inm)\b"
)


def as_meant(heard: Heard) -> Heard:
    """With what is meant, where the words exclude what it looks like; «y aparte tira basura» is a
    matter besides."""
    meant = of(heard)
    if not meant:
        return heard
    told = ranked(_of_no_person(heard), meant)
    besides = tuple(each for each in heard.parts if several.is_besides(each.text))
    besides = tuple(each for each in besides if not excluded.instead(each.intent, each.text))
    return replace(told, parts=(told.meaning, *besides)) if besides else told


def in_parts(heard: Heard) -> Heard:
    """The same of a sentence, where nothing in the others speaks for what it looks like."""
    meant = [excluded.instead(each.intent, each.text) for each in heard.parts]
    if not any(meant):
        return heard
    parts = tuple(
        _meaning(each, it) if it and it == excluded.instead(each.intent, heard.text) else each
        for each, it in zip(heard.parts, meant, strict=True)
    )
    return replace(heard, parts=parts)


def hinted(heard: Heard) -> Heard:
    """«Debo la renta y estoy desesperado, necesito trabajo»: beside the worry hardly anything else
    is told."""
    is_hinted = heard.is_matter and several.HINTED <= heard.meaning.confidence < EITHER
    return ranked(heard, ((heard.intent, EITHER),)) if is_hinted else heard


def ranked(heard: Heard, ranking: excluded.Ranking) -> Heard:
    return replace(heard, meaning=_meaning(heard.meaning, ranking), parts=())


def _meaning(said: Interpretation, ranking: excluded.Ranking) -> Interpretation:
    intent, confidence = ranking[0]
    return replace(said, intent=intent, confidence=confidence, ranking=ranking)


def _of_no_person(heard: Heard) -> Heard:
    """«Lo que necesita es que la atienda un doctor» is more of what was told."""
    if heard.move != "person":
        return heard
    return replace(heard, meaning=replace(heard.meaning, move=Move("add", 1.0)))


def of(heard: Heard) -> excluded.Ranking:
    """What may be meant; empty where nothing excludes what it looks like."""
    if told := _either(heard) or _to_be_helped_with(heard):
        return told
    if heard.is_sure and heard.intent == OF_MIGRANTS and _is_of_the_dead(heard.text):
        return excluded.QUESTION
    if _is_thanks(heard):
        return ((irony.PRAISE, PRAISED),)
    if treated := treatment.meant(heard.intent, heard.text, is_sure=heard.is_sure):
        return treated
    if heard.intent not in several.OF_CRIME and gone_by.is_crime(heard.text):
        return CRIME
    if heard.intent in LURED and lures.is_told(heard.text):
        return LURING
    return excluded.instead(heard.intent, heard.text)


def _to_be_helped_with(heard: Heard) -> excluded.Ranking:
    """«Ocupo ayuda con mi pensión» asks for no list of what can be done here."""
    if heard.intent != HELP or not _HELP_WITH.search(saying.bare(heard.text)):
        return ()
    rest = chances.without(heard.meaning, (HELP,), several.LIKELY)
    is_likely = dict(heard.meaning.ranking).get(rest.intent, 0.0) >= several.LIKELY
    return rest.ranking if is_likely else ()


def _either(heard: Heard) -> excluded.Ranking:
    """Both of what was told as alternatives, where nothing else tells which it is."""
    told = either.told(heard.text)
    sure = [each for each in heard.parts if each.confidence >= heard.thresholds.sure]
    matters = {each.intent for each in sure if each.intent in catalogue.load().categories}
    is_of_two = len(told) == len(matters) == 2 and not matters & {*several.GRAVE}
    if not is_of_two or any(each.text not in told for each in sure if each.intent in matters):
        return ()
    return tuple((each.intent, EITHER) for each in sure if each.intent in matters)


def _is_thanks(heard: Heard) -> bool:
    """To somebody of a school or a hospital, or for a road that was mended; in earnest."""
    if thanked.is_all(heard.text):
        return True
    if heard.intent == "gracias":  # not to us
        return thanked.is_to_somebody(heard.text) and not irony.is_sour(heard.text)
    is_matter = heard.is_matter and heard.intent not in several.GRAVE
    is_thanks = thanked.is_to_somebody(heard.text) or (
        (heard.move == "thanks" and heard.is_no_matter and not thanked.needs(heard.text))
        or thanked.is_nothing_else(heard.text)
    )
    return is_matter and is_thanks and not irony.is_sour(heard.text)


def _is_of_the_dead(text: str) -> bool:
    return missing.is_grief(text) and not _WHERE_FROM.search(saying.bare(text))
