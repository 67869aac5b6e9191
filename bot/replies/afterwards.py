"""Words after the folio: the news of a case, whether it is solved, how it was."""

from bot.dialogue import after, aftercare
from bot.dialogue.reading import typed
from bot.outcomes import KnownEvent, Noticed, OwnCase, OwnCases, StateOnly
from bot.replies import phrases
from bot.replies.phrases import WORDS, Buttons, Context
from handoff import surveys
from handoff.rules.case_states import REFERRED, CaseState

_TO_SEE = {CaseState.improcedente: "see_reason", CaseState.prevenido: "see_missing"}


def noticed(said: Noticed, context: Context) -> tuple[str, Buttons]:
    """What comes next is said with it: a term, something to read, or a question."""
    words = WORDS["news"]
    if said.state is None:
        return words["confidential"].format(folio=said.folio), ()
    text = words[said.state].format(folio=said.folio)
    if said.state in REFERRED:
        day = phrases.day(said.due, context) if said.due else ""
        due = WORDS["news_due"].format(due=day) if day else ""
        return " ".join(filter(None, [text, due, WORDS["news_ask"]])), ()
    if said.has_answer or said.state == CaseState.prevenido:
        label = WORDS[_TO_SEE.get(CaseState(said.state), "see_answer")]
        return text, ((label, f"{aftercare.SEE}:{said.folio}"),)
    if said.state == CaseState.concluido:
        question, buttons = ask_resolved(after.AskResolved(said.folio), context)
        return f"{text} {question}", buttons
    return text, ()


def ask_resolved(said: after.AskResolved, context: Context) -> tuple[str, Buttons]:
    text = WORDS["ask_resolved"].format(folio=said.folio)
    if said.by:
        by = WORDS["ask_resolved_by"].format(date=phrases.day(said.by, context))
        text = f"{text} {by}"
    return text, (
        (WORDS["solved_yes"], f"{aftercare.SOLVED}:{said.folio}"),
        (WORDS["solved_no"], f"{aftercare.UNSOLVED}:{said.folio}"),
        (WORDS["person"], typed.PERSON),
    )


def ask_what_remains(said: after.AskWhatRemains, _context: Context) -> str:
    return str(WORDS["ask_what_remains"].format(folio=said.folio))


def ask_what_is_missing(said: after.AskWhatIsMissing, _context: Context) -> str:
    return str(WORDS["ask_what_is_missing"].format(folio=said.folio))


def offer_renewal(said: after.OfferRenewal, _context: Context) -> tuple[str, Buttons]:
    yes = (WORDS["renew"], f"{aftercare.RENEW}:{said.folio}")
    no = (WORDS["solved_no"], typed.NO)
    return WORDS["offer_renewal"].format(folio=said.folio), (yes, no)


def own_cases(said: OwnCases, context: Context) -> tuple[str, Buttons]:
    more = f" {WORDS['own_cases_more']}" if said.has_more else ""
    choices = ((_called(each, context), f"{aftercare.ABOUT}:{each.folio}") for each in said.cases)
    return f"{WORDS['own_cases']}{more}", tuple(choices)


def _called(case: OwnCase, context: Context) -> str:
    words = WORDS["own_case" if case.category else "own_case_confidential"]
    category = phrases.category(case.category) if case.category else ""
    date = phrases.day(case.opened, context)
    return str(words.format(category=category, date=date, folio=case.folio))


def offer_more(said: after.OfferMore, _context: Context) -> tuple[str, Buttons]:
    return WORDS["offer_more"], ((WORDS["add"], f"{aftercare.ADD}:{said.folio}"),)


def ask_what_to_add(said: after.AskWhatToAdd, _context: Context) -> str:
    return str(WORDS["ask_what_to_add"].format(folio=said.folio))


def offer_to_add(said: after.OfferToAdd, _context: Context) -> tuple[str, Buttons]:
    text = WORDS["offer_to_add"].format(folio=said.folio)
    return text, ((WORDS["add_it"], typed.YES), (WORDS["solved_no"], typed.NO))


def ask_same(said: after.AskSame, _context: Context) -> tuple[str, Buttons]:
    text = WORDS["ask_same"].format(folio=said.folio)
    return text, ((WORDS["same_yes"], typed.YES), (WORDS["same_no"], typed.NO))


def known_event(said: KnownEvent, _context: Context) -> str:
    words = WORDS["known_event"]
    if said.words is not None:
        return str(words["marked"]).format(words=said.words)
    return str(words["colonia" if said.in_colonia else "municipio"])


def ask_rating(said: after.AskRating, _context: Context) -> tuple[str, Buttons]:
    """The best first."""
    question = WORDS["ask_rating"]["person" if said.of_person else "case"]
    scores = tuple(
        (label, surveys.payload(said.survey, score))
        for score, label in enumerate(WORDS["scores"], start=1)
    )
    return question, scores[::-1]


def state_only(said: StateOnly, context: Context) -> str:
    state = WORDS["case_states"][said.state]
    told = str(WORDS["state_only"].format(folio=said.folio, state=state))
    if said.due is None or context.now <= said.due:
        return told
    return f"{told} {WORDS['state_past'].format(due=phrases.day(said.due, context))}"


def hello_again(said: after.HelloAgain, _context: Context) -> str:
    return str(WORDS["hello_again"].format(folio=said.folio))
