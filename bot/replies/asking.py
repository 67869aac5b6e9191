"""Words that ask: the welcome, questions, the summary."""

from bot.dialogue import acts, facts, typed
from bot.replies import phrases
from bot.replies.phrases import WORDS, Buttons, Context
from handoff.rules import catalogue


def welcome(said: acts.Welcome, context: Context) -> tuple[str, Buttons]:
    desk, notice = context.desk, context.desk.notice
    parts = [
        WORDS["welcome"].format(
            greeting=phrases.greeting(context), desk=desk.name, government=desk.government
        ),
        WORDS["notice"].format(responsible=notice.responsible, address=notice.address),
    ]
    if notice.full_text:
        parts.append(WORDS["full_notice"].format(full_text=notice.full_text))
    if said.opens:
        parts.append(WORDS["how_can_we_help"])
    return "\n\n".join(parts), ()


def ask(said: acts.Ask, context: Context) -> tuple[str, Buttons]:
    question = WORDS["ask"][said.fact]
    if said.again:
        again = WORDS["ask_again"]
        question = again.get(said.fact) or f"{again['other']} {question}"
    label = WORDS["skip"] if said.fact in ("nombre", "contacto") else WORDS["skip_unknown"]
    return question.format(prefix=context.desk.folio_prefix), ((label, typed.SKIP),)


def ask_which_place(said: acts.AskWhichPlace, _context: Context) -> tuple[str, Buttons]:
    return WORDS["ask_which_place"], tuple(
        (name, f"municipio:{name}") for name in said.municipalities
    )


def ask_which(said: acts.AskWhich, _context: Context) -> tuple[str, Buttons]:
    options = tuple((phrases.category(key), f"categoria:{key}") for key in said.categories)
    return WORDS["ask_which"], (*options, (WORDS["person"], typed.PERSON))


def jurisdiction(said: acts.Jurisdiction, context: Context) -> str:
    category = catalogue.load().categories[said.category]
    agency = phrases.agency(category.destination[0], context)
    name = agency.name_in(said.municipality)
    text = WORDS["jurisdiction"][category.level].format(
        agency=phrases.with_article(name, agency.level)
    )
    contact = WORDS["contact"].format(contact=agency.contact) if agency.contact else ""
    return f"{text} {contact}".strip()


def orient(said: acts.Orient, context: Context) -> tuple[str, Buttons]:
    category = catalogue.load().categories[said.category]
    agency = phrases.agency(category.destination[0], context)
    name = phrases.with_article(agency.name_in(said.municipality), agency.level)
    return WORDS["orient"].format(agency=name), ((WORDS["person"], typed.PERSON),)


def summary(said: acts.Summary, _context: Context) -> tuple[str, Buttons]:
    lines = [
        WORDS["summary"],
        WORDS["summary_category"].format(name=phrases.category(said.category)),
    ]
    if said.also:
        lines.append(WORDS["summary_also"].format(name=phrases.category(said.also)))
    shown = (*facts.ORDER, "codigo_postal", "ubicacion")
    lines += [
        WORDS["summary_fact"].format(label=WORDS["labels"][fact], value=said.facts[fact])
        for fact in shown
        if fact in said.facts
    ]
    if said.request:
        lines.append(WORDS["summary_request"].format(request=phrases.quote(said.request)))
    lines += ["", WORDS["summary_question"]]
    buttons = ((WORDS["confirm"], typed.YES), (WORDS["correct"], typed.CORRECT))
    return "\n".join(lines), (*buttons, (WORDS["person"], typed.PERSON))


def ask_correction(said: acts.AskCorrection, _context: Context) -> tuple[str, Buttons]:
    known = tuple((WORDS["labels"][fact], f"dato:{fact}") for fact in said.facts)
    return WORDS["correction"], (*known, (WORDS["correct_matter"], "dato:asunto_nuevo"))


def ask_folio(said: acts.AskFolio, context: Context) -> str:
    name = "ask_folio_again" if said.again else "ask_folio"
    return str(WORDS[name].format(prefix=context.desk.folio_prefix))


def ask_key(said: acts.AskKey, _context: Context) -> str:
    return str(WORDS["ask_key_again" if said.again else "ask_key"])
