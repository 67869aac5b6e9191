"""Words inside a form: what is said between its questions; some of it afterwards, too."""

import re
from collections.abc import Mapping

from bot.dialogue import lately, procedures, request, whose, within
from bot.dialogue.reading import typed
from bot.dialogue.reading.facts import THIS_CHANNEL
from bot.dialogue.state import PERSONAL
from bot.replies import phrases
from bot.replies.phrases import WORDS, Buttons, Context
from handoff.rules import catalogue, directory, jurisdiction

# «Para: mí» would be the machine.
ONESELF = re.compile(
    r"(?:es |son )?(?:para )?(?:m[ií](?: mism[oa])?|yo(?: mism[oa])?|me|myself)", re.IGNORECASE
)


def explain(said: within.Explain, context: Context) -> str:
    """What holds always, and what before the folio or after it; or what is said of any matter,
    where none is known."""
    words: dict[str, str] = WORDS["explain"][_name(said)]
    parts = [words.get("always"), words.get("after" if said.case else "before")]
    if said.category is None and said.case is None and "general" in words:
        parts = [words["general"]]
    term = _term(said, said.category, context) if said.category else _by(said, context)
    news = WORDS["course"]["news"].format(folio=said.case.folio) if said.case else ""
    known = {"folio": said.case.folio if said.case else "", "contact": _contact(said)}
    known["matter"] = phrases.category(said.category) if said.category else ""
    call = known["contact"] or WORDS["office"]["reach"]
    text = " ".join(filter(None, parts))
    told = text.format(term=term, desk=context.desk.name, news=news, call=call, **known)
    return " ".join(told.split())


def meant(said: within.Meant, _context: Context) -> str:
    words: dict[str, str] = WORDS["meant"]
    return words.get(said.fact, words["other"])


def _contact(said: within.Explain) -> str:
    """Of who has to answer, where it is another government."""
    if said.category is None or not whose.is_others(said.category):
        return ""
    category = catalogue.load().categories[said.category]
    contact = jurisdiction.contact(category, said.municipality)
    if said.agency:
        contact = directory.load()[said.agency].contact_in(said.municipality)
    return str(WORDS["contact"].format(contact=contact)) if contact else ""


def _name(said: within.Explain) -> str:
    """Which words answer it."""
    match said.topic:
        case "use" if said.fact in PERSONAL:
            return "use_personal"
        case "who" | "unnamed" if catalogue.is_reserved(said.category):
            return "who_reserved"
        case "known" if catalogue.is_reserved(said.category):
            return "known_reserved"
        case "known" if said.category == "felicitacion":
            return "known_praised"
        case "feared" if catalogue.is_reserved(said.category):
            return "feared_reserved"
        case "meanwhile" if said.category in (None, *lately.OF_HEALTH):
            return "worse"
        case "meanwhile" if "colonia" in catalogue.load().categories[said.category or ""].asks:
            return "again"
        case "denounced" if said.category not in procedures.CRIMES:
            return "denounced_here"
        case "notified" if said.case and said.case.has_contact:
            return "called"
        case _:
            return said.topic


def _term(said: within.Explain, key: str, context: Context) -> str:
    """Who answers, by when. No term of another government is known here."""
    names = phrases.responsible(key, said.municipality, context, said.agency)
    due = said.case.due if said.case else None
    if key in request.NO_PERSON:
        kind = "nobody"
    elif said.case is None and (_is_of_state(said, context) or not whose.is_others(key)):
        kind = "days"
    else:
        kind = "others" if len(names) == 1 else "mixed"
        kind = phrases.of_date("due", "past", due, context) if due else kind
    words: str = WORDS["course"][kind]
    day = phrases.day(due, context) if due else ""
    days = context.desk.working_days_to_answer(key)
    return words.format(agency=phrases.capital(names[0]), to=phrases.to(names), due=day, days=days)


def _by(said: within.Explain, context: Context) -> str:
    """By when, and not who: what the case is about is not told."""
    if said.case is None or (said.case.due is None and said.topic in ("asked", "notified")):
        return ""
    if said.case.due is None:
        return str(WORDS["course"]["undated"])
    kind = phrases.of_date("by", "by_past", said.case.due, context)
    return str(WORDS["course"][kind].format(due=phrases.day(said.case.due, context)))


def _is_of_state(said: within.Explain, context: Context) -> bool:
    named = phrases.agency(said.agency, context) if said.agency else None
    return named is not None and named.level == "estatal"


def later(said: within.Later, _context: Context) -> str:
    return str(WORDS["later"].format(name=phrases.category(said.category)))


def met(said: within.Met, _context: Context) -> str:
    return str(WORDS["met"].format(name=said.name))


def corrected(said: within.Corrected, _context: Context) -> str:
    return str(WORDS["corrected"].format(facts=_listed(said.facts)))


def without(said: within.Without, _context: Context) -> str:
    """«De acuerdo: queda sin nombre ni contacto.»"""
    labels = WORDS["labels"]
    names = [
        labels[each].lower() if each in labels else phrases.category(each) for each in said.facts
    ]
    return str(WORDS["without"].format(facts=WORDS["nor"].join(names)))


def known(said: within.Known, _context: Context) -> str:
    words = WORDS["known" if said.facts else "known_words"]
    return str(words.format(facts=_listed(said.facts)))


def ask_if_right(_said: within.AskIfRight, _context: Context) -> tuple[str, Buttons]:
    return WORDS["ask_if_right"], to_confirm()


def offer_here(said: within.OfferHere, _context: Context) -> tuple[str, Buttons]:
    if said.category is None:
        return WORDS["go_on_here"], ((WORDS["go_on"], typed.GO_ON),)
    text = WORDS["offer_here"].format(name=phrases.category(said.category))
    return text, ((WORDS["confirm"], typed.YES), (WORDS["no"], typed.NO))


def to_confirm() -> Buttons:
    """What may be done with a summary."""
    return (
        (WORDS["confirm"], typed.YES),
        (WORDS["correct"], typed.CORRECT),
        (WORDS["person"], typed.PERSON),
    )


def counted(files: Mapping[str, int]) -> str:
    """«2 fotos, 1 nota de voz»."""
    return ", ".join(
        WORDS["files"][kind][count > 1].format(count=count) for kind, count in files.items()
    )


def _listed(facts: Mapping[str, str]) -> str:
    return "; ".join(map(labelled, facts, facts.values()))


def labelled(name: str, value: str) -> str:
    """«Calle: Rayón», not «Calle: calle Rayón»."""
    label, said = WORDS["labels"][name], in_words(value)
    if name == "beneficiario" and ONESELF.fullmatch(said):
        said = str(WORDS["yourself"])
    if name in ("calle", "colonia"):
        said = re.sub(rf"^(?:la )?{label} (?=[^\W\d])", "", said, count=1, flags=re.IGNORECASE)
        said = f"{said[:1].upper()}{said[1:]}"
    return f"{label}: {said}"


def in_words(fact: str) -> str:
    return str(WORDS["this_channel"]) if fact == THIS_CHANNEL else fact
