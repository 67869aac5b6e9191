"""How the citizen was attended: a score, pressed or typed, and what they like to add."""

import re
from dataclasses import replace

from bot.dialogue import request
from bot.dialogue.acts import Say
from bot.dialogue.after import AskRating, Comment, Rate
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, saying, typed
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from handoff import surveys
from nlu import text as spelling

# Said about how one was attended, these are no new matter.
_OPINIONS = ("felicitacion", "sugerencia", "queja_atencion")
_NUMBERS = {
    "1": 1, "2": 2, "3": 3, "4": 4, "5": 5,
    "6": 6, "7": 7, "8": 8, "9": 9, "10": 10,
    "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10,
}  # fmt: skip
_GRADES = {
    1: r"muy mal[ao]?|pesim[ao]|porqueria|basura|asco|horrible|fatal|terrible|awful|very bad",
    2: r"mal[ao]?|bad|poor",
    3: r"regular|mas o menos|ni bien ni mal|ni fu ni fa|fair|so so",
    4: r"bien|buen[ao]?|(?:pretty )?good",
    5: r"(?:muy|super) (?:bien|buen[ao]?)|excelente|perfect[ao]?|excellent|great|very good",
}
_LEAD = (
    r"(?:pues|la verdad|la neta|yo|le (?:doy|pongo)|(?:mi |la )?(?:calificacion|atencion)|es|fue"
    r"|estuvo|todo|me atendieron|me parecio|una?|it was|i give it|the service was|a)"
)
_OUT_OF = r"(?: de| out of|/) ?"
_OF = rf"(?:(?P<ten>{_OUT_OF}(?:10|diez|ten))|{_OUT_OF}(?:5|cinco)| (?:estrella|punto|star)s?)"
_ABOUT = r"(?: (?:la |el |su |the )?(?:atencion|servicio|trato|service)| atendid[oa]s?)"
_TAIL = r"(?: (?:pon|ponle|pongale|le (?:doy|pongo)|yo|i guess|i think|pues|nada mas|nomas))*"
_NUMBER = (
    rf"(?P<number>{'|'.join(_NUMBERS)})\b{_OF}?(?: y medio)?"
    rf"(?: (?:{'|'.join(_GRADES.values())}))?{_TAIL}"
)
_GRADE = "|".join(rf"(?P<grade{score}>{words})" for score, words in _GRADES.items())
_AND = "porque|por|pero|y|ya que|aunque|solo que|gracias|because|but|and|thank"
# A score, whole or as far as a sign or a word that begins another clause.
_SCORE = re.compile(
    rf"(?:{_LEAD},? )*(?:{_NUMBER}|(?:{_GRADE})\b(?: (?:de|un[oa]?))*{_ABOUT}?{_TAIL})"
    rf"(?=\W*$|\s*[,.;:!()-]| (?:{_AND}))(?P<rest>.*)",
    re.DOTALL,
)
_IN_THE_END = re.compile(rf"(?P<rest>.+?),? (?:pero|but)(?: {_LEAD})* (?:{_GRADE})")
_STARS = re.compile(r"\W*[⭐★🌟]\W*")
_LATER = re.compile(
    r"(?:(?:ahora|ahorita|luego|despues|al rato|mas tarde|hoy|no|puedo|tengo tiempo|ocupad[oa]"
    r"|estoy|la|contesto|not now|later|por favor|gracias)(?: |$)){2,}"
)
FEWEST = 2  # words that are kept as a comment; «gracias» is none
FEW = 4  # words


def pressed(state: State, heard: Heard) -> Decision | None:
    """The button names its survey, so it is understood whenever it is pressed, whoever attends."""
    found = surveys.pressed(heard.content)
    return Decision(state, (Rate(*found),)) if found else None


def answer(state: State, heard: Heard) -> Decision | None:
    """What is typed in answer to the survey; None if it is about something else."""
    if state.stage is Stage.commenting and heard.text:
        return _comment(state, heard)
    if state.stage is not Stage.rating:
        return None
    score, rest = read(heard.text)
    if score is None:
        return _unscored(state, heard)
    words = heard.text if len(rest.split()) >= FEWEST else ""
    rate = Rate(state.survey, score, words)
    if not words or not _tells_matter(heard) or heard.means("seguimiento"):
        return Decision(state, (rate,))
    offering = replace(state.afresh(), stage=Stage.second, apart=(heard.intent,))
    offering = replace(offering, request=heard.text, told_in=heard.exchange_id)
    offering = replace(offering, facts={**offering.facts, **facts.told_by(heard)})
    return Decision(offering, (rate,))  # which asks what stands open


def _unscored(state: State, heard: Heard) -> Decision | None:
    """«No» gives no score. What may be one, «me ayudaron mucho», is asked once which it is."""
    if _LATER.fullmatch(saying.bare(heard.text)):  # a score is taken whenever it comes
        return Decision(state, (Say("farewell"),))
    if heard.declines:
        return Decision(state.afresh(), (Say("farewell"),))
    is_opinion = heard.intent in (*_OPINIONS, "gracias", "afirmar", "seguimiento")
    may_be = is_opinion or not _has_letters(heard.text)
    is_asked = len(heard.text.split()) <= FEW and heard.command in (None, typed.YES)
    tells_more = heard.is_courtesy or heard.facts or state.misses
    if not heard.text or not may_be or not is_asked or tells_more:
        return None
    return Decision(replace(state, misses=1), (AskRating(state.survey),))


def read(text: str) -> tuple[int | None, str]:
    """The score of «un 4», «muy buena», «muy mal, tardaron un mes», and what follows it."""
    if _STARS.fullmatch(text):
        return min(len(re.findall("[⭐★🌟]", text)), max(_GRADES)), ""
    plain = spelling.fold(text).strip(" .,;:¡!¿?")
    found = _SCORE.match(plain)
    if found and found["number"]:
        return _of_five(_NUMBERS[found["number"]], of_ten=bool(found["ten"])), _rest(found)
    found = found or _IN_THE_END.fullmatch(plain)
    if found is None:
        return None, ""
    return next(score for score in _GRADES if found[f"grade{score}"]), _rest(found)


def _of_five(number: int, *, of_ten: bool) -> int:
    """«Un 8» is said of ten, as in school."""
    return (number + 1) // 2 if of_ten or number > max(_GRADES) else number


def _rest(found: re.Match[str]) -> str:
    return re.sub(r"^\W+", "", found["rest"])


def _comment(state: State, heard: Heard) -> Decision | None:
    """What is added to a score; a new matter is not mistaken for it."""
    if _tells_matter(heard):
        return None
    is_thanks = heard.is_courtesy and len(heard.text.split()) <= 2
    is_nothing = heard.command is not None or is_thanks or heard.means("negar")
    kept = () if is_nothing else (Comment(state.survey, heard.text),)
    return Decision(state.afresh(), (*kept, Say("rated_thanks")))


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _tells_matter(heard: Heard) -> bool:
    no_matters = (*_OPINIONS, *request.QUESTIONS)
    is_matter = heard.is_matter and heard.intent not in no_matters
    return heard.is_sure and (is_matter or heard.intent == "seguimiento")
