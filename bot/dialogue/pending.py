"""The question that waits for an answer, to put it once more after something else was said."""

from bot.dialogue import facts
from bot.dialogue.acts import (
    Act,
    Ask,
    AskCorrection,
    AskFolio,
    AskIfTheirs,
    AskKey,
    AskWhich,
    AskWhichPlace,
    OfferAlso,
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
from bot.dialogue.state import Stage, State


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
            return (AskWhichPlace(state.options),)
        case Stage.collecting:
            return (ask(state),)
        case Stage.confirming:
            return (summary(state),)
        case Stage.correcting:
            return (AskCorrection(correctable(state)),)
        case Stage.folio:
            return (AskFolio(),)
        case Stage.key:
            return (AskKey(state.folio or ""),)
        case _:
            return _afterwards(state)


def ask(state: State, *, again: bool = False) -> Ask:
    placed = facts.POINT in state.facts
    return Ask(state.asking or "", state.category or "", again=again, placed=placed)


def _afterwards(state: State) -> tuple[Act, ...]:
    """After the folio."""
    folio = state.folio or ""
    if state.stage is Stage.which_case:
        return (TellCases(),)
    if state.stage is Stage.second:
        return (OfferAlso(state.apart[0]),)
    asked: dict[Stage, Act] = {
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
    return Summary(state.category or "", state.also, state.request, state.facts)


def correctable(state: State) -> tuple[str, ...]:
    return tuple(fact for fact in facts.ORDER if fact in state.facts)
