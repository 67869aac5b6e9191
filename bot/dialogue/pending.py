"""The question that waits for an answer, to put it once more after something else was said."""

from dataclasses import replace

from bot.dialogue.acts import (
    Act,
    Ask,
    AskCorrection,
    AskFolio,
    AskIfTheirs,
    AskKey,
    AskWhich,
    AskWhichPlace,
    Say,
    Summary,
)
from bot.dialogue.after import (
    AskRating,
    AskResolved,
    AskSame,
    AskWhatIsMissing,
    AskWhatRemains,
    AskWhatToAdd,
    OfferRenewal,
    OfferToAdd,
    TellCases,
)
from bot.dialogue.directing import AskWay, Jurisdiction
from bot.dialogue.reading import agencies, anew, elsewhere, facts, typed, whereabouts, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State
from bot.dialogue.within import AskIfRight, OfferAlso
from handoff.rules import catalogue, directory
from handoff.rules.catalogue import Category
from nlu import form


def question(state: State) -> tuple[Act, ...]:
    """Nothing, if nothing was asked."""
    if state.shared_phone:
        return (AskIfTheirs(state.shared_phone),)
    match state.stage:
        case Stage.idle:
            return ()
        case Stage.choosing:
            return (AskWhich(state.options),)
        case Stage.collecting if state.options:
            return (_ask_which_place(state),)
        case Stage.collecting:
            return (ask(state),)
        case Stage.confirming:
            return (summary(state),)
        case Stage.correcting:
            return (AskCorrection(correctable(state)),)
        case _:
            return _besides(state)


def _ask_which_place(state: State) -> AskWhichPlace:
    asks = catalogue.load().categories[state.category or ""].asks
    there = elsewhere.offered(state.facts, state.there, asks)
    is_there = state.options == (there.get("municipio"),)
    street = (there[each] for each in ("calle", "colonia") if is_there and each in there)
    return AskWhichPlace(state.options, ", ".join(street))


def asked(state: State) -> str | None:
    """What a message is read for (see `nlu.form`): a fact, whether the summary is right, or, where
    nothing is asked, a matter."""
    if state.stage in (Stage.confirming, Stage.correcting):
        return form.SUMMARY
    if state.stage is Stage.way:  # where it is means to go on
        return "municipio"
    asking = "calle" if state.asking == "tramo" else state.asking
    if state.stage is Stage.collecting:
        return asking if asking in form.ASKED else None
    return form.MATTER


def between_towns(state: State) -> State:
    """Of who told one town and sent a location in another it is asked which one it is, once; if
    they say it is the first, the location is of somewhere else."""
    town = state.facts.get("municipio")
    there = whereabouts.town_of(state.facts.get(facts.POINT, ""))
    if town is None or there is None or town == there:
        return state
    left = facts.POINT if there in state.options else "municipio"
    known = {name: told for name, told in state.facts.items() if name != left}
    options = (town, there) if left == "municipio" else ()
    return replace(state, facts=known, options=options, asking="municipio")


def corrects(state: State, heard: Heard) -> bool:
    """Whether a message in the middle of the form is also read as what is said of a summary."""
    is_said = wording.corrects(heard.text) or heard.move == "correction"
    return state.stage is Stage.collecting and bool(state.facts) and is_said


def is_correction(state: State, heard: Heard) -> bool:
    """«No es mi esposo, es mi suegro, disculpe», of who reads the summary, and hardly more."""
    is_read = state.stage in (Stage.confirming, Stage.correcting)
    asks = catalogue.load().categories[state.category or ""].asks if is_read else ()
    return is_read and anew.is_all(state.facts, asks, heard)


def ask(state: State, *, again: bool = False) -> Ask:
    placed = facts.POINT in state.facts
    return Ask(state.asking or "", state.category or "", again=again, placed=placed)


def shortly(state: State) -> tuple[Act, ...]:
    """The same after something said in between: a summary need not be read twice."""
    return (AskIfRight(),) if state.stage is Stage.confirming else question(state)


def fits(state: State, heard: Heard) -> bool:
    """Whether a button belongs to the question that was asked last."""
    match state.stage:
        case Stage.collecting:
            is_option = heard.chosen("municipio") in state.options
            return is_option or heard.chosen(typed.SKIP) == state.asking
        case Stage.confirming:
            return heard.command in (typed.YES, typed.NO, typed.CORRECT)
        case Stage.second:
            return heard.command in (typed.YES, typed.NO)
        case Stage.way | Stage.told:
            return heard.command in (typed.SEND, typed.YES, typed.NO)
        case Stage.correcting:
            return bool(heard.chosen("dato")) or heard.command in (typed.YES, typed.NO)
        case Stage.renewing | Stage.offering | Stage.same:
            return heard.command in (typed.YES, typed.NO)
        case Stage.choosing:
            return heard.command == typed.OTHER or heard.chosen("categoria") in state.options
        case _:
            return False


def _besides(state: State) -> tuple[Act, ...]:
    """Of who attends it, of a folio, and after it."""
    folio = state.folio or ""
    if state.stage is Stage.which_case:
        return (TellCases(words=state.request),)
    if state.stage is Stage.second:
        return (OfferAlso(state.apart[0], is_told=state.with_folio),)
    asked: dict[Stage, Act] = {
        Stage.way: AskWay(state.category or "", state.facts.get("municipio"), again=True),
        Stage.folio: AskFolio(),
        Stage.key: AskKey(folio),
        Stage.resolving: AskResolved(folio),
        Stage.reopening: AskWhatRemains(folio),
        Stage.completing: AskWhatIsMissing(folio),
        Stage.renewing: OfferRenewal(folio),
        Stage.same: AskSame(folio),
        Stage.adding: AskWhatToAdd(folio),
        Stage.offering: OfferToAdd(folio),
        Stage.rating: AskRating(state.survey),
        Stage.commenting: Say("rated"),
    }
    return (asked[state.stage],) if state.stage in asked else ()


def summary(state: State) -> Summary:
    also = state.apart or ((state.also,) if state.also else ())
    named = taker(state)
    return Summary(state.category or "", also, state.request, state.facts, agency=named)


def whose(state: State, *, reached: bool = False) -> Jurisdiction:
    named = taker(state)
    place = state.facts.get("municipio")
    return Jurisdiction(state.category or "", place, reached or named is not None, named)


def taker(state: State) -> str | None:
    """The one of several agencies that the citizen has named."""
    category = catalogue.load().categories[state.category or ""]
    told = state.facts.get("institucion", "")
    named = agencies.taker(category, told) if told else None  # whatever was said before
    named = None if named in agencies.denied(state.request) else named
    return named or agencies.taker(category, f"{state.request}\n{told}")


def institution(category: Category, text: str) -> dict[str, str]:
    """The agency that is named, where it is asked which institution it is."""
    named = agencies.taker(category, text) if "institucion" in category.asks else None
    return {"institucion": directory.load()[named].name} if named else {}


def correctable(state: State) -> tuple[str, ...]:
    return tuple(fact for fact in facts.ORDER if fact in state.facts)
