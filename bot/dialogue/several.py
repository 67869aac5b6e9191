"""Several matters in one message: which is the main one, and which are told by themselves."""

import re
from dataclasses import replace

from bot.dialogue import harm
from bot.dialogue.acts import AskWhich
from bot.dialogue.reading import (
    background,
    excluded,
    languages,
    marked,
    saying,
    thanked,
)
from bot.dialogue.reading.heard import BEYOND_DOUBT, Heard
from handoff.rules import catalogue
from nlu import english
from nlu.interpretation import Interpretation

# A question that a person answers, if they want one; beside a matter it is of that one.
QUESTIONS = ("info_tramite",)
DELICATE = ("salud_mental", "violencia_genero", "desaparicion", "ninez")
GRAVE = (*DELICATE, "denuncia_delito", "denuncia_servidor_publico")
OF_CRIME = (*GRAVE, "seguridad")
LIKELY = 0.15  # confidence from which a category may be meant
# From which «did you mean…?» is worth asking: below it, two of three times it is none of them.
TOGETHER = 0.4
UNLIKELY = 0.35  # confidence below which half of what is offered is not meant
ALSO_FROM = 0.2  # confidence from which a second topic is kept
DELICATE_FROM = 0.4  # the same, where a word too many would hurt
HINTED = 0.3  # from which one is offered that no word of suffering bears out
OF_A_RULE = 2  # at most so many matters, where the words leave it between them (see `excluded`)
OF_FACTS = ("name", "contact")  # moves
OF_A_STORY = (*OF_FACTS, "detail", "since", "solved", "upset", "withhold", "leave", "thanks")
DOUBTED = 0.9  # confidence below which a delicate one must be borne out by a word
APART_FROM = 0.85  # confidence from which a sentence is a matter of its own
ALONE = 0.005  # chance in the whole message below which a sentence is only like its matter


# «Tengo tres asuntos»
_counts = saying.anywhere(
    r"\b(?:dos|tres|cuatro|cinco|[2-5]|vari[oa]s|un[oa]s) (?:asunt|cosa|problem|report|quej|tema"
    r"|peticion|solicitud)\w*"
)


_FOR_WHOM = re.compile(r"(?:(?:y|es|seria|pues) )*(?:para|pa) \w+(?: \w+){0,2}")  # «es pa mi hija»
is_besides = saying.first(r"(?:y )?(?:ademas|tambien|tampoco|aparte) ")  # a clause of another


def second_topic(heard: Heard, main: str) -> str | None:
    """A matter that the whole message may be about, and some part of it is, while another is about
    the main one."""
    told = _matters_of_parts(heard, heard.thresholds.unsure)
    if main not in told:
        return None  # of «tiene 71 y no le llega la pensión» the only matter, by another name
    others = (
        name
        for name, confidence in heard.meaning.ranking[:3]
        if name != main and confidence >= _also_from(name) and name in told and _is_own(name, heard)
    )
    return next(others, None)


def _also_from(name: str) -> float:
    return DELICATE_FROM if name in DELICATE else ALSO_FROM


def apart(heard: Heard, main: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """The matters that some sentence is surely about, while another one is about the main one;
    and those told `before`."""
    is_told = main in _matters_of_parts(heard, heard.thresholds.sure)
    enough = heard.thresholds.sure if _counts(heard.text) else APART_FROM
    told = [*_matters_of_parts(heard, enough), *_borne_out(heard, main)] if is_told else []
    own = (each for each in told if _is_own(each, heard))
    return tuple(each for each in dict.fromkeys((*before, *own)) if each != main)


def _is_own(matter: str, heard: Heard) -> bool:
    if matter in QUESTIONS:
        return False
    said = [each.text for each in heard.parts if each.intent == matter] or [heard.text]
    borne_out = (each for each in said if matter not in DELICATE or harm.is_suffered(each))
    return any(excluded.is_own(matter, each) for each in borne_out)


def _borne_out(heard: Heard, main: str) -> list[str]:
    """What less sure sentences are about: the whole message is likely about it too, or it was
    listed: «no hay agua ni luz» (see `together.parts`)."""
    also, listed = second_topic(heard, main), _listed(heard)
    is_added = any(is_besides(each.text) for each in heard.parts)
    own = [each.intent for each in heard.parts if is_added or _is_stated(each, main)]
    told = _matters_of_parts(heard, TOGETHER if is_added else heard.thresholds.sure)
    return [each for each in told if each in (also, *listed, *own)]


def _is_stated(part: Interpretation, main: str) -> bool:
    """As a problem, which beyond doubt is not the main one."""
    is_other = dict(part.ranking).get(main, 0.0) < ALONE
    return is_other and part.move.name == "matter" and part.move.confidence >= BEYOND_DOUBT


def _listed(heard: Heard) -> list[str]:
    told = replace(heard, parts=tuple(each for each in heard.parts if each.text not in heard.text))
    return _matters_of_parts(told, heard.thresholds.sure)


def told_first(heard: Heard) -> str:
    """Of several matters that are each surely told, the first, unless the message is about a grave
    one; else what the message is about, though not by an age alone: «tengo 65 años y no me dan
    trabajo»."""
    told = _matters_of_parts(heard, APART_FROM)
    who = (each.text for each in heard.parts if each.intent == heard.intent)
    is_who = any(map(background.is_all, who)) and not any(
        excluded.instead(each, heard.text) for each in told[:1]
    )
    is_listed = heard.intent in told or (is_who and bool(told))
    return told[0] if is_listed and heard.intent not in GRAVE else heard.intent


def besides(heard: Heard, options: tuple[str, ...]) -> tuple[str, ...]:
    """The matters that are surely told beside the one that is being asked for."""
    told = dict.fromkeys(_matters_of_parts(heard, APART_FROM))
    return tuple(each for each in told if each not in options)


def worth_asking(heard: Heard) -> tuple[str, ...]:
    """The categories to offer, that the words bear out; none where only chance speaks for them."""
    chances = dict(heard.meaning.ranking)
    is_told = harm.is_suffered(heard.text)
    ranked = _ranked(heard)
    likely = [
        each
        for each in ranked
        if each not in DELICATE or is_told or chances.get(each, 0.0) >= HINTED
    ]
    if not is_told and set(likely) <= {*DELICATE}:
        return ()  # «soy la mamá de un niño con autismo»: it would hurt
    first = {each: chances.get(each, 0.0) for each in ranked[:2]}
    left = 1 - sum(chance for each, chance in first.items() if each not in likely)
    is_worth = sum(chance for each, chance in first.items() if each in likely) >= TOGETHER * left
    if languages.looks_english(heard.text):
        return tuple(likely[:2])
    is_told_so = heard.is_sure or len(heard.meaning.ranking) <= OF_A_RULE
    own = (each for each in likely if is_told_so or excluded.is_own(each, heard.text))
    return tuple(own)[:2] if is_worth else ()


def which(heard: Heard, options: tuple[str, ...]) -> AskWhich:
    """Asked openly where each is rather not meant."""
    chances = dict(heard.meaning.ranking)
    is_unlikely = max(chances.get(each, 0.0) for each in options) < UNLIKELY
    return AskWhich(options, is_unlikely and not languages.looks_english(heard.text))


def likely_matters(heard: Heard) -> tuple[str, ...]:
    """The one or two categories that may be meant, when it is not clear which."""
    return _ranked(heard)[:2]


def _ranked(heard: Heard) -> tuple[str, ...]:
    if languages.looks_english(heard.text):
        return english.matters(heard.text)
    if not heard.is_understood or not any(map(str.isalpha, heard.text)):
        return ()  # «5» names nothing
    if _FOR_WHOM.fullmatch(saying.bare(heard.text)) and marked.value(heard, "beneficiario"):
        return ()
    categories = catalogue.load().categories
    ranked = (name for name, chance in heard.meaning.ranking if chance >= LIKELY)
    return tuple(name for name in ranked if name in categories)


def in_one_part(heard: Heard) -> str | None:
    """The likeliest matter of a long story, if one sentence of it is surely about that; the first
    of those that were listed."""
    listed = dict.fromkeys(_listed(heard))
    if len(listed) > 1 and heard.intent not in GRAVE:
        return next(iter(listed))
    told = _matters_of_parts(heard, heard.thresholds.sure)
    return told_first(heard) if heard.is_understood and heard.intent in told else None


def _matters_of_parts(heard: Heard, confidence: float) -> list[str]:
    return [
        each.intent
        for each in heard.parts
        if each.confidence >= confidence
        and each.intent in catalogue.load().categories
        and not (background.is_all(each.text) or _is_no_matter(each) or _is_by_the_way(heard, each))
    ]


def _is_by_the_way(heard: Heard, part: Interpretation) -> bool:
    """«…y no nos alcanza para pagar», «…y con este calorón»: it does something else than to tell a
    matter, and nothing of it is left in the whole."""
    is_told = part.move.name not in OF_A_STORY or part.intent in GRAVE
    is_told = is_told or background.adds(heard.text) or _counts(heard.text)
    is_first = part is heard.parts[0] or part.text not in heard.text  # or listed
    return not (is_told or is_first) and dict(heard.meaning.ranking).get(part.intent, 0.0) < ALONE


def _is_no_matter(part: Interpretation) -> bool:
    """A signature, «viuda de López»; what cannot get there, «no puede entrar la ambulancia»; thanks
    to a teacher."""
    is_told = part.move.name in OF_FACTS and part.move.confidence >= BEYOND_DOUBT
    is_praise = part.intent == "felicitacion"
    is_none = is_told or background.is_blocked(part.text)
    is_none = is_none or (not is_praise and thanked.is_to_somebody(part.text))
    return part.intent not in GRAVE and is_none
