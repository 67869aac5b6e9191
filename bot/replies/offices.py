"""Words that tell who attends a matter, and how to reach them."""

from bot.dialogue.directing import AskWay, Jurisdiction, Orient, TellContact, TellOffice, TellWhose
from bot.dialogue.reading import typed
from bot.replies import phrases
from bot.replies.phrases import WORDS, Buttons, Context
from handoff.rules import catalogue, directory
from handoff.rules import jurisdiction as rules


def jurisdiction(said: Jurisdiction, context: Context) -> str:
    category = catalogue.load().categories[said.category]
    named = phrases.agency(said.agency, context) if said.agency else None
    known = rules.contact(category, said.municipality) if said.reached else ""
    contact = named.contact_in(said.municipality) if named else known
    names = phrases.responsible(said.category, said.municipality, context, said.agency)
    level = named.level if named else category.level
    if level == "federal":  # the sentence says so
        names = [each.removesuffix(" (federal)") for each in names]
    text = WORDS["jurisdiction"][level].format(to=phrases.to(names))
    besides = WORDS["jurisdiction_besides"].get(said.agency, "")
    return _sentences(text, besides, _contact(contact))


def orient(said: Orient, context: Context) -> tuple[str, Buttons]:
    names = phrases.responsible(said.category, said.municipality, context, said.agency)
    who = WORDS["orient" if len(names) == 1 else "orient_mixed"].format(to=phrases.to(names))
    contact = rules.contact(catalogue.load().categories[said.category], said.municipality)
    if said.asked and not said.refused:
        asked = _sentences(who, _contact(contact), WORDS["orient_asked"], WORDS["offer_to_send"])
        return asked, (*_person(), (WORDS["send_it"], typed.SEND))
    why = WORDS["orient_unregistered" if said.refused else "orient_by_choice"]
    return _sentences(who, _contact(contact), why), _person()


def ask_way(said: AskWay, context: Context) -> tuple[str, Buttons]:
    level = catalogue.load().categories[said.category].level
    words = WORDS["ask_way_again"] if said.again else WORDS["ask_way"][level]
    send = (WORDS["send_it"], typed.SEND)
    return words.format(to=_to(said, context)), ((WORDS["give_contact"], typed.WHOM), send)


def tell_contact(said: TellContact, context: Context) -> tuple[str, Buttons]:
    contact = rules.contact(catalogue.load().categories[said.category], said.municipality)
    text = WORDS["reach"].format(to=_to(said, context), contact=contact)
    if not said.offers:
        return text, ()
    return f"{text} {WORDS['offer_to_send']}", ((WORDS["send_it"], typed.SEND),)


def tell_office(said: TellOffice, context: Context) -> tuple[str, Buttons]:
    """Hours and addresses of others are not known here."""
    if said.agency == directory.OWN:
        words = WORDS["own_office"][said.asked]
        notice, desk = context.desk.notice, context.desk
        named = phrases.with_article(notice.responsible)
        responsible = named if said.asked == "head" else notice.responsible
        ours = {"address": notice.address, "responsible": responsible}
        return words.format(desk=desk.name, government=desk.government, **ours), _person()
    if said.asked == "level":
        return _level(said, context), ()
    reach = _reach(said, context)
    if said.asked == "phone" and reach:
        return reach, ()
    missing = WORDS["office"][said.asked]
    if said.alone or not (said.offers or reach):
        return missing, ()
    return f"{missing} {reach or WORDS['office_person']}", () if reach else _person()


def tell_whose(said: TellWhose, context: Context) -> tuple[str, Buttons]:
    agency = phrases.agency(said.agency, context)
    name = phrases.with_article(phrases.named(agency, said.municipality))
    contact = _contact(agency.contact_in(said.municipality))
    words = WORDS["whose_state" if agency.level == "estatal" else "whose"]
    whose = phrases.capital(words.format(name=name))
    then = WORDS["orient_asked" if said.asked else "whose_person"]
    return _sentences(whose, contact, then), _person()


def _level(said: TellOffice, context: Context) -> str:
    agency = phrases.agency(said.agency, context)
    name = phrases.with_article(phrases.named(agency, said.municipality))
    return str(WORDS["office_level"][agency.level].format(name=phrases.capital(name)))


def _reach(said: TellOffice, context: Context) -> str:
    agency = phrases.agency(said.agency, context)
    contact = agency.contact_in(said.municipality)
    name = phrases.with_article(phrases.named(agency, said.municipality))
    return str(WORDS["reach"].format(to=phrases.to([name]), contact=contact)) if contact else ""


def _person() -> Buttons:
    return ((WORDS["person"], typed.PERSON),)


def _to(said: AskWay | TellContact, context: Context) -> str:
    return phrases.to(phrases.responsible(said.category, said.municipality, context))


def _contact(contact: str) -> str:
    return str(WORDS["contact"].format(contact=contact)) if contact else ""


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)
