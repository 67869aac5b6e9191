"""The question that waits for an answer, to put it once more after something else was said."""

from bot.dialogue import facts
from bot.dialogue.acts import (
    Act,
    Ask,
    AskCorrection,
    AskFolio,
    AskKey,
    AskWhich,
    AskWhichPlace,
    OfferAlso,
    Summary,
)
from bot.dialogue.state import Stage, State


def question(state: State) -> tuple[Act, ...]:
    """Nothing, if nothing was asked."""
    match state.stage:
        case Stage.idle:
            return ()
        case Stage.choosing:
            return (AskWhich(state.options),)
        case Stage.collecting if state.options:
            return (AskWhichPlace(state.options),)
        case Stage.collecting:
            return (Ask(state.asking or "", state.category or ""),)
        case Stage.confirming:
            return (summary(state),)
        case Stage.correcting:
            return (AskCorrection(correctable(state)),)
        case Stage.folio:
            return (AskFolio(),)
        case Stage.key:
            return (AskKey(state.folio or ""),)
        case Stage.second:
            return (OfferAlso(state.apart[0]),)


def summary(state: State) -> Summary:
    return Summary(state.category or "", state.also, state.request, state.facts)


def correctable(state: State) -> tuple[str, ...]:
    return tuple(fact for fact in facts.ORDER if fact in state.facts)
