"""Which language a message is written in, by its small words."""

import re
import unicodedata
from functools import lru_cache

from bot.dialogue.reading import foreign, saying
from nlu import english, facts
from nlu import text as spelling

_SPANISH = frozenset({
    "hay", "que", "mi", "por", "favor", "quiero", "necesito", "no", "esta", "tengo", "cuando", "se",
    "donde", "gracias", "hola", "si", "pero", "porque", "una", "es", "en", "buenas", "buenos",
    "dias", "tardes", "noches", "muy", "ya", "como", "puedo", "hablar", "espanol", "calle", "casa",
    "agua",
})  # fmt: skip
_ENGLISH = frozenset({
    "the", "is", "are", "my", "have", "has", "help", "need", "want", "please", "hello", "hi",
    "there", "water", "street", "house", "where", "how", "what", "can", "you", "do", "speak",
    "english", "i", "to", "it", "was", "of", "on", "at", "am", "talk", "someone", "myself", "would",
    "like", "don", "know", "they", "she", "we", "your", "who", "when", "why", "yes", "thanks",
    "lost", "passport", "report", "and", "with", "for", "from", "not", "this", "in", "out", "since",
    "last", "week", "here", "that", "but", "or", "be", "been", "had", "does", "did", "will", "any",
    "some", "our", "his", "her", "good", "morning", "afternoon", "evening", "night", "today",
    "about", "again", "nobody", "because", "privacy", "notice", "permit",
    "looking", "work", "im", "great", "service", "guys", "days", "without", "next",
    "gave", "got", "get", "he", "him", "just", "were", "officer", "fine",
    "few", "after", "ago", "all", "also", "always", "another", "around", "asked", "back", "bad",
    "before", "broke", "by", "call", "called", "came", "car", "city", "coming", "cop", "cops",
    "dollars", "down", "drive", "everywhere", "find", "found", "getting", "give", "going", "gone",
    "highway", "hour", "hours", "if", "into", "its", "keeps", "kids", "left", "live", "lives",
    "many", "money", "month", "months", "more", "mother", "much", "never", "nothing", "now",
    "off", "only", "other", "over", "own", "paid", "people", "right", "road", "running", "should",
    "something", "still", "their", "them", "these", "took", "town", "up", "us", "very", "went",
    "which", "while", "wrong", "years", "yet", "picked", "charged", "dead", "married",
    "neighbor", "neighbors", "neighborhood", "every", "near", "broken", "loud", "garbage", "trash",
    "pothole", "potholes", "leak", "sewage", "sidewalk", "streetlight", "streetlights", "light",
    "lights", "dog", "dogs", "school", "noise", "wheelchair", "dump", "corner", "between",
    "boss", "bosses", "owes", "owe", "owed", "pay", "pays", "weeks", "fired", "wages", "salary",
    "hired", "worked", "working", "job", "jobs", "company", "employer", "teacher", "teachers",
    "children", "child", "student", "students", "kid", "sick", "medicine", "surgery", "nurse",
    "appointment", "mom", "dad", "father", "daughter", "wife", "husband", "grandmother", "retired",
    "birth", "certificate", "doesnt", "didnt", "dont", "wont", "cant", "isnt", "wants",
    "minute", "minutes", "moment", "second", "wait", "hold", "one",
    "needs", "wanna", "first", "two", "three", "each", "than", "too", "says", "said",
})  # fmt: skip
_CONTRACTED = re.compile(
    r"\b(?:what|who|where|how|that|it|there|i|you|we|they|he|she|let|(?:do|does|did|ca|is|was|are"
    r"|wo|has|have)n)['’](?:s|m|t|re|ve|ll|d)\b",
    re.IGNORECASE,
)
_ENGLISH_ALONE = ("hello", "hi", "english", "help")  # that say it without another word
_ENGLISH_COMMANDS = ("/status", "/privacy", "/person", "/cancel", "/help")  # of the menu in English
# Of Yaqui and Mayo: who and whom, what, where, how, yes, nothing, well; greetings and thanks. After
# the basics of arizonahiaki.org and «Yaqui language» of Wikipedia, with spellings that are heard
# besides (h is also written j); no speaker has read the list yet.
_CAHITA = (
    "inepo inapo empo aapo itepo itapo emee bempo vempo enchi enchim itom jume hume haisa jaisa"
    " hachin jachin hita jita habe jabe haksa jaksa heewi jeewi kaita kaabe katchan ketun ketchi"
    " bweituk bwe chea lios ania aniavu aniabu chania chaniavu chaniabu hiokoe jiokoe chiokoe"
    " utteesia uttesia ketche ketchem allea alleaka achai noki nokki hiak jiak aneme"
)
# Of Seri, from «Seri language» of Wikipedia: articles, «this», «that», and what they call
# themselves and their speech.
_SERI = "quih hizac hipcom hipcop himcom himcop hipiix himiix tiix taax xah hant ziix cmiique iitom"
_NATIVE = frozenset(f"{_CAHITA} {_SERI} comcaac cocsar yaza".split())
_NAMES = (
    "yaqui|mayo|yoreme|yoeme|seri|comca[aá]c|guarij[ií]o|makurawe|pima|o.?odham|k[iu]ckap[uú]"
    "|cucap[aá]|mixteco|triqui|zapoteco|n[aá]huatl|maya|tarahumara|rar[aá]muri|lengua"
)
_SPEAKS = re.compile(
    rf"\b(?:habl(?:o|amos|a|an)|entiend(?:o|emos|e|en)) (?:(?!de )\w+ ){{0,2}}(?:{_NAMES})\b",
    re.IGNORECASE,
)
_PLEASE = r"(?: (?:please|por favor|porfa(?:vor)?|thanks|gracias|mejor))*"
# «Do you speak English?», «English please», «prefiero en inglés».
_wants_english = saying.only(
    r"(?:\w+ ){0,4}(?:speaks?|understands?|write|talk|have|in) (?:\w+ )?english(?: \w+){0,3}"
    rf"|(?:(?:hello|hi|sorry|only|just|no) )*english{_PLEASE}"
    r"|(?:(?:hello|hi|sorry|but|i|we) )*(?:do not|don t|dont|can t|cant) (?:speak|understand)"
    r"(?: \w+)? spanish(?: \w+){0,2}"
    rf"|(?:(?:hola|quier[oe]|prefiero|pued[eo]n?|podemos|mejor|hablar|escribir|seguir) )*"
    rf"(?:en )?ingles{_PLEASE}"
)
_wants_spanish = saying.only(
    r"(?:(?:hello|hi|sorry|can|could|do|may|you|we|i|would|like|to|want|prefer|rather|speak|talk"
    rf"|write|switch|continue|only|just|better|please|in) )*spanish{_PLEASE}"
    r"|(?:(?:hola|oiga|quier[oe]|prefiero|pued[eo]n?|podemos|mejor|hablar|escribir|seguir|seguimos"
    r"|contest\w+|habl[aeo]n?|h?ableme|solo|yo|si|ahora|digame(?:lo)?|no entiendo|ingles"
    r"|por favor) )*"
    rf"(?:en )?espanol{_PLEASE}"
)
SHORT = 6  # words of a message that says which language somebody speaks, and nothing else


def wanted(text: str) -> str | None:
    """The language that is asked for, and nothing else: "en" or "es"."""
    if _wants_spanish(text):
        return "es"
    return "en" if _wants_english(text) else None


def knows(word: str) -> bool:
    """One of the small words of English."""
    return word in _ENGLISH


def looks_spanish(text: str) -> bool:
    return _spanish_words(text) >= 2 and not (looks_english(text) or facts.is_key(text))


def _spanish_words(text: str) -> int:
    return sum(word in _SPANISH for word in re.findall(r"\w+", spelling.fold(text)))


@lru_cache(maxsize=spelling.AT_ONCE)
def looks_english(text: str) -> bool:
    if facts.is_key(text):  # «WE00-DAYS»
        return False
    words = re.findall(r"[a-z]+", text.lower())
    known = [word for word in words if word in _ENGLISH]
    is_one = len(words) == 1 and words[0] in _ENGLISH_ALONE
    is_one = is_one or text.strip().lower() in _ENGLISH_COMMANDS
    plain = [word for word in text.split() if not (word[0].isupper() or word[0].isdigit())]
    others = [word for word in plain if word.strip(".,;:!?").lower() not in _ENGLISH]
    if is_one or _CONTRACTED.search(text) or (len(known) >= 2 and len(known) * 2 >= len(others)):
        return True
    if "the" in known and len(known) >= 2 and not _spanish_words(text):
        return True
    return _spanish_words(text) < 2 and english.danger(text) is not None


def is_unknown(text: str) -> bool:
    """A language of these parts that nobody taught us, the wish to speak it, letters that are not
    ours, or another language in ours."""
    if len(text.split()) <= SHORT and _SPEAKS.search(text):
        return True
    if _looks_native(text) or _in_other_letters(text):
        return True
    return foreign.is_written(text) and not looks_english(text)


def _looks_native(text: str) -> bool:
    words = re.findall(r"\w+", re.sub(r"['’ʼ]", "", spelling.fold(text)))
    known = sum(word in _NATIVE for word in words)
    spanish = sum(word in _SPANISH for word in words)
    return known >= 2 and known * 3 >= len(words) and not spanish


def _in_other_letters(text: str) -> bool:
    letters = [each for each in text if each.isalpha()]
    ours = sum(unicodedata.name(each, "").startswith("LATIN") for each in letters)
    return len(letters) > 1 and ours * 2 < len(letters)
