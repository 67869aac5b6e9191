"""Words that ask: the welcome, questions, the summary."""

from bot.dialogue import acts, confirmation, consent, request, wanted, within
from bot.dialogue.reading import facts, typed
from bot.replies import forms, phrases
from bot.replies.phrases import WORDS, Buttons, Context
from handoff.rules import catalogue, desk

# Facts that a phone knows better than its owner can type them.
OFFERED = {
    "municipio": "location",
    "colonia": "location",
    "calle": "location",
    "tramo": "location",
    "contacto": "contact",
}


def welcome(said: acts.Welcome, context: Context) -> tuple[str, Buttons]:
    ours = context.desk
    greeting = WORDS["welcome"].format(
        greeting=phrases.greeting(context), desk=ours.name, government=ours.government
    )
    parts = [greeting, show_notice(consent.ShowNotice(), context)]
    if said.opens:
        parts.append(WORDS["how_can_we_help"])
    return "\n\n".join(parts), ()


def show_notice(said: consent.ShowNotice, context: Context) -> str:
    notice = context.desk.notice
    words = WORDS["notice_short" if said.short else "notice"]
    text = words.format(responsible=notice.responsible, address=notice.address)
    if notice.full_text:
        is_ours = notice.full_text.endswith(desk.NOTICE)  # it has a part for each language
        full_text = notice.full_text + (WORDS["full_notice_part"] if is_ours else "")
        return f"{text} {WORDS['full_notice'].format(full_text=full_text)}"
    return f"{text} {phrases.on_channel(WORDS['full_notice_at'], context)}"


def withdraw_notice(_said: consent.WithdrawNotice, _context: Context) -> tuple[str, Buttons]:
    return WORDS["withdraw_notice"], ((WORDS["confirm"], typed.YES), (WORDS["no"], typed.NO))


def got_file(said: acts.GotFile, _context: Context) -> str:
    return str(WORDS["got_file"][said.kind])


def refuse_notice(said: consent.RefuseNotice, _context: Context) -> str:
    opens = f" {WORDS['refused_how_can_we_help']}" if said.opens else ""
    return f"{WORDS['refuse_notice']}{opens}"


def accept_notice(said: consent.AcceptNotice, _context: Context) -> str:
    return str(WORDS["accept_notice" if said.opens else "accept_notice_told"])


def ask(said: acts.Ask, context: Context) -> tuple[str, Buttons]:
    question = WORDS["ask"][said.fact]
    if said.fact == wanted.OPEN:
        question = WORDS["ask_of"].get(said.category, question)
    if said.again:
        again = WORDS["ask_again"]
        question = again.get(said.fact) or f"{again['other']} {question}"
    if said.whose:
        question = WORDS["ask_name_of"].format(whose=said.whose)
    label = WORDS["skip"] if said.fact in ("nombre", "contacto") else WORDS["skip_unknown"]
    skip = (label, f"{typed.SKIP}:{said.fact}")
    return question.format(prefix=context.desk.folio_prefix), (skip,)


def typed_answer(said: object) -> str | None:
    """What may take the place of typing the answer (see Words), if that is how it is given."""
    if not isinstance(said, acts.Ask):
        return None
    offered = OFFERED.get(said.fact, "words")
    return "words" if said.placed and offered == "location" else offered


def ask_which_place(said: acts.AskWhichPlace, _context: Context) -> tuple[str, Buttons]:
    [first, *others] = said.municipalities
    if said.there:
        words = WORDS["ask_same_place"].format(there=said.there, place=first)
        return words, ((WORDS["same_place"], typed.YES), (WORDS["other_place"], typed.NO))
    words = WORDS["ask_which_place"] if others else WORDS["ask_there_too"].format(place=first)
    return words, tuple((name, f"municipio:{name}") for name in said.municipalities)


def ask_which(said: acts.AskWhich, _context: Context) -> tuple[str, Buttons]:
    options = tuple((phrases.category(key), f"categoria:{key}") for key in said.categories)
    several = "ask_which_unlikely" if said.unlikely else "ask_which"
    words = WORDS[several if len(options) > 1 else "ask_which_one"]
    other = (WORDS["none_of_these"], typed.OTHER)
    return words, (*options, other, (WORDS["person"], typed.PERSON))


def rephrase(_said: acts.Rephrase, _context: Context) -> tuple[str, Buttons]:
    return WORDS["rephrase"], ((WORDS["person"], typed.PERSON),)


def other_language(_said: acts.OtherLanguage, _context: Context) -> tuple[str, Buttons]:
    return WORDS["other_language"], ((WORDS["person"], typed.PERSON),)


def noted(said: within.Noted, _context: Context) -> str:
    return str(WORDS["noted"].format(name=phrases.category(said.category)))


def taken(said: within.Taken, _context: Context) -> str:
    return str(WORDS["taken"].format(name=phrases.category(said.category)))


def offer_also(said: within.OfferAlso, _context: Context) -> tuple[str, Buttons]:
    if said.is_told:
        return WORDS["offer_folio"], ((WORDS["confirm"], typed.YES), (WORDS["no"], typed.NO))
    if said.category in request.QUESTIONS:
        return WORDS["offer_answer"], ((WORDS["answer_it"], typed.YES), (WORDS["no"], typed.NO))
    is_complaint = said.category == request.COMPLAINT
    words = WORDS["offer_complaint" if is_complaint else "offer_also"]
    words = words.format(name=phrases.category(said.category))
    return words, ((WORDS["confirm"], typed.YES), (WORDS["no"], typed.NO))


def summary(said: acts.Summary, context: Context) -> tuple[str, Buttons]:
    lines = [
        WORDS["summary"],
        WORDS["summary_category"].format(name=phrases.category(said.category)),
    ]
    lines += _responsible(said, context)
    lines += [WORDS["summary_also"].format(name=phrases.category(each)) for each in said.also]
    shown = (*facts.ORDER, "codigo_postal", "ubicacion")
    lines += [
        WORDS["summary_fact"].format(fact=forms.labelled(fact, said.facts[fact]))
        for fact in shown
        if fact in said.facts
    ]
    if said.files:
        lines.append(WORDS["summary_files"].format(files=forms.counted(said.files)))
    if said.request:
        lines.append(WORDS["summary_request"].format(request=phrases.quote(said.request)))
    lines += ["", WORDS["summary_question"]]
    return "\n".join(lines), forms.to_confirm()


def _responsible(said: acts.Summary, context: Context) -> list[str]:
    """Who answers; not for what stays with this department."""
    if catalogue.load().categories[said.category].level == "propio":
        return []
    names = phrases.responsible(said.category, said.facts.get("municipio"), context, said.agency)
    who = "summary_responsible" if len(names) == 1 else "summary_mixed"
    return [WORDS[who].format(to=phrases.to(names))]


def ask_if_theirs(said: acts.AskIfTheirs, _context: Context) -> tuple[str, Buttons]:
    words = WORDS["ask_if_theirs"].format(phone=said.phone)
    return words, (
        (WORDS["send_there"], f"{typed.PHONE}:{typed.YES}"),
        (WORDS["not_there"], f"{typed.PHONE}:{typed.NO}"),
    )


def ask_correction(said: acts.AskCorrection, _context: Context) -> tuple[str, Buttons]:
    known = tuple((WORDS["labels"][fact], f"dato:{fact}") for fact in said.facts)
    return WORDS["correction"], (
        *known,
        (WORDS["correct_matter"], f"dato:{confirmation.NEW_MATTER}"),
        (WORDS["correct_nothing"], typed.NO),
    )


def ask_folio(said: acts.AskFolio, context: Context) -> str:
    again = "ask_folio_misspelt" if said.misspelt else "ask_folio_again"
    name = again if said.again else "ask_folio"
    name = "ask_folio_other" if said.other else name
    return str(WORDS[name].format(prefix=context.desk.folio_prefix))


def ask_key(said: acts.AskKey, _context: Context) -> str:
    if said.wrong:
        return str(WORDS["ask_key_wrong"].format(folio=said.folio))
    return str(WORDS["ask_key_again" if said.again else "ask_key"])
