"""The citizen says that their matter was misunderstood: it is told, and they are asked again."""

import re
from dataclasses import replace

from bot.dialogue import contrasts, several, wanted
from bot.dialogue.acts import Act, AskWhich, HandOver, Misunderstood, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import (
    agencies,
    background,
    called,
    irony,
    languages,
    treatment,
    wording,
)
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from handoff.rules import catalogue
from handoff.rules.reasons import Reason
from nlu import english

MOST_DENIALS = 2
GUESSED = 2  # words in which a matter is hardly told
FEW, MOST_OF_CLOSER = 5, 8  # words that may mean its neighbour, and of those that tell which
_CALL = r"^\W*(?:(?:ah|ay|bueno|oiga|pues|perd[oó]n|disculpe)\W+)*"
_NO = (
    rf"{_CALL}no\W+(?:(?:no|oiga|mire|olv[ií]de(?:se|lo)|espere|perd[oó]n|disculpe|pues"
    r"|(?:as[ií]|eso) no)\W+)*"
)
_CHANGES = re.compile(
    rf"{_CALL}(?:no\W+)?(?:mejor\b|no (?:es|era)\b|me equivoqu\w+|m[aá]s bien\b"
    r"|(?:para|del?|el|la|los|las)\b.* no, (?:para|del?|el|la|los|las)\b)",
    re.IGNORECASE,
)
_MINE = (
    r"(?:yo )?(?:la|mi|el|lo) (?:queja|solicitud|petici[oó]n|asunto|problema|reporte|denuncia"
    r"|m[ií]o|que (?:(?:[eé]l|ella|mi \w+) )?(?:quier[oe]|necesit[oa]|ocup[oa]|pid[oe])) "
)
# With words enough that it is no name.
_IT_IS = re.compile(
    rf"{_NO}(?:(?:{_MINE})?(?:es|era|se trata)|yo (?:quiero|queria)|(?<=\W )(?:quiero|queria))"
    r"(?: \w+){2,}",
    re.IGNORECASE,
)
_NOT_THAT = r"es|era|fue|se trata|tiene(?: nada)? que ver con"
_WANTS = r"(?:quiero|ocupo|necesito|pido|busco|hablo)"
# «No es despensa, es medicina», «no es para despensa, es que…»: what is denied is named as well.
_BUT_IS = re.compile(
    rf"{_NO}(?:no )?(?:(?:{_NOT_THAT})\b.{{2,40}}?\W(?:{_MINE})?(?:es|era|sino)"
    rf"|(?:{_NOT_THAT}|{_WANTS})\b.{{2,40}}?,\s*(?:yo )?(?:lo que )?{_WANTS})\b",
    re.IGNORECASE,
)
# «No es la maestra, es la directora»: who did it, of a grave matter.
_WHO = re.compile(
    rf"{_NO}(?:es|era|fue) (?:mi|la|el|una?) \w+\W+(?:es|era|fue|sino) (?:mi|la|el|una?) \w+\W*$",
    re.IGNORECASE,
)
# «No oiga, licencia de manejo»: no more is said than what it is.
_NAMES_IT = re.compile(
    rf"{_CALL}no(?:\s*[,.;:]+|\W+oiga\b)\W*(?:(?:oiga|mire)\W+)*(?P<what>\w+ .+)"
)
# «No es solicitud nueva, es queja porque no me contestaron», of a request for information.
_COMPLAINS = re.compile(
    r"\b(?:es|era|quiero|quisiera)(?: poner| hacer)?(?: una)? queja\b(?!.*\b(?:saber|cu[aá]nt))",
    re.IGNORECASE,
)
BEYOND_DOUBT = 0.9  # confidence of what is said in so few words
LEAST_LEFT = 0.3  # of the chance, for what is not the matter that is denied
_THIS_NOT_THAT = re.compile(rf"{_CALL}no\b.{{2,40}},|\bno\s*,", re.IGNORECASE)
_IS_NOT = re.compile(rf"{_CALL}no (?:es|era|se trata)\b(?!.*\W(?:es|era)\b)", re.IGNORECASE)
_IS = re.compile(rf"{_CALL}(?:no\W+)?(?:es|era) (?!en\b)\w+", re.IGNORECASE)
_TELLS_WHICH = re.compile(
    rf"{_CALL}(?:es|era|son|eran|del?|en|al?|para|por|l[ao]s? del?|me refiero al?|hablo del?)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(rf"{_CALL}(?:mejor\W+)?no\b(?! es[eao]\b)", re.IGNORECASE)
# «Mejor no eso, quiero reportar…», when all was told.
_INSTEAD = re.compile(
    rf"{_CALL}(?:no\W+)?(?:mejor\W+(?:(?:ya )?no\b|olv[ií]d|dej|quiero\b|quisiera\b)|siempre no\b)",
    re.IGNORECASE,
)


def changed_to(heard: Heard, matter: str) -> str | None:
    """The matter told instead: «no, mejor no es beca, es que le falta mesabanco», «no, es
    información pública», «no es despensa, es medicina»."""
    others = catalogue.load().categories.keys() - {matter}
    if languages.looks_english(heard.text) and contrasts.is_of_another(matter, heard.text):
        return next((each for each in english.matters(heard.text) if each in others), None)
    if treatment.turns_to_gain(matter, heard):
        return treatment.FOR_GAIN
    is_grave = matter in several.GRAVE or heard.intent in several.GRAVE
    if _is_where(heard) or (is_grave and _WHO.match(heard.text)):
        return None
    if matter == "info_publica" and _COMPLAINS.search(heard.text):
        return treatment.BADLY
    is_contrast = _BUT_IS.search(heard.text) or contrasts.is_rather(heard.text)
    if is_contrast and heard.intent in others:
        chances = dict(heard.meaning.ranking)
        left = heard.meaning.confidence / max(1 - chances.get(matter, 0.0), LEAST_LEFT)
        if left >= heard.thresholds.sure:
            return heard.intent
    if _IT_IS.search(heard.text) or _names_it(heard.text):
        is_told = len(heard.text.split()) >= wording.STORY
        least = several.APART_FROM if is_told else BEYOND_DOUBT
        is_plain = heard.meaning.confidence >= least and heard.intent in others
        return heard.intent if is_plain else None
    if not _CHANGES.search(heard.text):
        return None
    told = [each for each in (*heard.parts, heard.meaning) if not _DENIES.search(each.text)]
    sure = (each.intent for each in told if each.confidence >= heard.thresholds.sure)
    return next((each for each in sure if each in others), None)


def told_at_last(state: State, heard: Heard) -> str | None:
    """«Apoyo», and then «un bache en la colonia Pitic»: what was taken from a word or two that do
    not name it was a guess, and gives way. So does «no hay luz» to «de la calle»."""
    if closer := _closer(state, heard):
        return closer
    is_guess = 0 < len(state.request.split()) <= GUESSED and bool(state.category)
    is_guess = is_guess and state.asking in ("municipio", wanted.OPEN)
    is_told = heard.meaning.confidence >= BEYOND_DOUBT and heard.is_matter
    is_told = is_told and heard.move in ("", "matter")  # not a place
    is_told = is_told and len(heard.text.split()) > 1 and not heard.command
    is_told = is_told and not background.adds(heard.text)  # «tampoco hay luz»
    if not (is_guess and is_told) or heard.intent == state.category:
        return None
    is_named = state.asking != wanted.OPEN and called.among(state.request, (state.category or "",))
    return None if is_named else heard.intent


def _closer(state: State, heard: Heard) -> str | None:
    """What few words mean with those that follow, unless these add to them."""
    is_few = 0 < len(state.request.split()) <= FEW and len(heard.text.split()) <= MOST_OF_CLOSER
    is_more = heard.facts or heard.command or background.adds(heard.text)
    is_more = is_more or heard.move == "matter" or not _TELLS_WHICH.match(heard.text)
    if heard.story is None or not is_few or is_more or "?" in heard.text:
        return None
    others = catalogue.load().categories.keys() - {*several.GRAVE, *state.apart, state.category}
    is_plain = heard.story.confidence >= BEYOND_DOUBT and state.category is not None
    return heard.story.intent if is_plain and heard.story.intent in others else None


def is_no_praise(state: State) -> bool:
    """«Mi mamá trabaja en el gobierno», taken for thanks, in which nobody is thanked."""
    return state.category == irony.PRAISE and not irony.praises(state.request)


def _is_where(heard: Heard) -> bool:
    """«No, es en la Sahuaro», «no es Tampico, es Sonora», «no es del IMSS, es del Estado»: a place,
    a phone, an office, and hardly more."""
    is_told = any(each.entity in wording.BESIDE_WORDS for each in heard.facts)
    return (is_told and not wording.says_more(heard)) or agencies.is_only_named(heard.text)


def _names_it(text: str) -> bool:
    found = _NAMES_IT.search(text)
    return found is not None and not wording.is_sentence(found["what"])


def is_instead(text: str) -> bool:
    """What is told takes the place of what was to be registered."""
    return bool(_INSTEAD.search(text))


def clarified(state: State, heard: Heard) -> Decision | None:
    """«No el urbano, el de la basura», «es piso firme»: which of both, before anything is told of
    the one that was understood. None if it says nothing of this."""
    other = _likelier(state, heard)
    if state.category is None or "?" in heard.text:
        return None
    if other and not heard.facts:
        return _which(state, heard, (other, state.category))
    return either(state, heard) or denied(state, heard)


def either(state: State, heard: Heard) -> Decision | None:
    """«No, así no, yo lo que quiero es un apoyo»: which, where it is not clear."""
    options = _told_instead(state, heard)
    return _which(state, heard, options) if options else None


def _which(state: State, heard: Heard, options: tuple[str, ...]) -> Decision:
    text = f"{state.request}\n{heard.text}".strip()
    kept = replace(state, stage=Stage.choosing, asking=None, options=options, request=text)
    return Decision(replace(kept, told_in=0), (AskWhich(options),))


def denied(state: State, heard: Heard) -> Decision | None:
    """«No es de vivienda», by the name that they were told, and it is not clear what it is."""
    if state.category is None or _WHO.match(heard.text):
        return None
    if not contrasts.denies(state.category, heard.text):
        return None
    return ask_again(replace(state, request=f"{state.request}\n{heard.text}".strip()))


def _likelier(state: State, heard: Heard) -> str | None:
    """What is denied is named as well, and a model takes it for what is meant."""
    ours = catalogue.load().categories.keys() - {*several.GRAVE, *state.apart}
    if state.category in several.GRAVE:
        return None
    if _THIS_NOT_THAT.search(heard.text) and heard.intent == state.category:
        told = (name for name, chance in heard.meaning.ranking if chance >= several.LIKELY)
        return next((each for each in told if each in ours - {state.category}), None)
    is_plain = state.asking == "municipio" and heard.meaning.confidence >= BEYOND_DOUBT
    is_other = _IS.match(heard.text) and heard.intent in ours - {state.category}
    return heard.intent if is_plain and is_other else None


def _told_instead(state: State, heard: Heard) -> tuple[str, ...]:
    """«No, yo lo que quiero es una pensión»: one or another, but not what was denied."""
    is_it = _IT_IS.search(heard.text) and not (_IS_NOT.match(heard.text) or _is_where(heard))
    is_it = is_it and heard.intent != state.category
    if not is_it or state.category is None or state.category in several.GRAVE:
        return ()
    ours = {state.category, *several.GRAVE, *state.apart}
    told = several.worth_asking(heard) or several.likely_matters(heard)
    likely = tuple(each for each in told if each not in ours)
    return likely if len(likely) > 1 else (*likely, state.category)[: 2 * len(likely)]


def noted(state: State, meant: str | None = None) -> tuple[Act, ...]:
    """`meant` if they have said what it is instead. Nothing before anything was understood."""
    return (Misunderstood(state.told_in, meant),) if state.told_in else ()


def ask_again(state: State, *, is_denied: bool = True) -> Decision:
    """What is it, then? Misunderstood twice leads to a person."""
    again = start_again(state)
    again = again if is_denied else replace(again, denied=None)
    if again.denials < MOST_DENIALS:
        words = Say("misunderstood" if state.told_in else "what_is_it")
        return Decision(again, (*noted(state), words))
    waiting = replace(again, denials=0, waits_for_person=True)
    return Decision(waiting, (*noted(state), HandOver(Reason.not_understood, 2)))


def start_again(state: State) -> State:
    """What was told of people and places holds, whatever the matter is, and so do their words."""
    denials = state.denials + 1 if state.told_in else state.denials
    again = replace(state.afresh(), facts=state.facts, skipped=state.skipped, denials=denials)
    return replace(again, request=state.request, denied=state.category or state.denied)
