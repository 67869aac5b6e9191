"""Chooses the words for what was decided and what came of it. Never decides."""

from collections.abc import Callable, Iterable
from typing import Any

from bot.dialogue import acts
from bot.outcomes import Opened, Queued, Said, StatusFound, StatusUnknown, Waiting
from bot.replies import asking, telling
from bot.replies.phrases import LANGUAGES, WORDS, Buttons, Context, speaking
from handoff.exchanges import Words
from handoff.store.models import Author

__all__ = ["LANGUAGES", "WORDS", "Context", "buttons_of", "messages", "speaking"]

# Sent by themselves: to be read first, or to be kept. The rest of a turn is one message.
ALONE = (acts.Welcome, acts.Safety, acts.AskIfSafe, Opened)
# These belong to the system, not to the bot's talk: a take-over does not drop them.
RECEIPTS = (acts.Safety, acts.AskIfSafe, Opened)

Reply = str | tuple[str, Buttons]


def messages(said: Iterable[Said], context: Context) -> list[Words]:
    """The messages of one turn, in order, in the language of the context."""
    with speaking(context.language):
        return _messages(said, context)


def _messages(said: Iterable[Said], context: Context) -> list[Words]:
    turn: list[Words] = []
    joined: list[tuple[str, Buttons]] = []
    for each in said:
        text, buttons = words_for(each, context)
        if isinstance(each, ALONE):
            turn += [*_together(joined), _alone(each, text, buttons)]
            joined = []
        elif text:
            joined.append((text, buttons))
    return [*turn, *_together(joined)]


def buttons_of(said: Iterable[Said], context: Context) -> dict[str, str]:
    """What each label does, for who types it instead of pressing it."""
    return {
        label: payload
        for each in said
        for label, payload in words_for(each, context)[1]
        if not payload.startswith("tel:")
    }


def words_for(said: Said, context: Context) -> tuple[str, Buttons]:
    """The text of one act or outcome, and its buttons. Empty where there is nothing to say."""
    with speaking(context.language):
        reply = SAYS[type(said)](said, context)
    return reply if isinstance(reply, tuple) else (reply, ())


def _alone(said: Said, text: str, buttons: Buttons) -> Words:
    author = Author.system if isinstance(said, RECEIPTS) else Author.bot
    return Words(text, author, buttons=buttons)


def _together(parts: list[tuple[str, Buttons]]) -> list[Words]:
    if not parts:
        return []
    return [Words("\n\n".join(text for text, _ in parts), buttons=parts[-1][1])]


def _plain(name: str) -> Callable[[Any, Context], Reply]:
    return lambda _said, context: WORDS[name].format(prefix=context.desk.folio_prefix)


SAYS: dict[type, Callable[[Any, Context], Reply]] = {
    acts.Welcome: asking.welcome,
    acts.Ask: asking.ask,
    acts.AskWhichPlace: asking.ask_which_place,
    acts.AskWhich: asking.ask_which,
    acts.AskFolio: asking.ask_folio,
    acts.AskKey: asking.ask_key,
    acts.AskCorrection: asking.ask_correction,
    acts.Jurisdiction: asking.jurisdiction,
    acts.Orient: asking.orient,
    acts.Summary: asking.summary,
    acts.Rephrase: asking.rephrase,
    acts.Noted: asking.noted,
    acts.OfferAlso: asking.offer_also,
    acts.ForeignFolio: _plain("foreign_folio"),
    acts.GotFile: asking.got_file,
    acts.RefuseNotice: asking.refuse_notice,
    acts.ShowNotice: asking.show_notice,
    acts.WithdrawNotice: asking.withdraw_notice,
    acts.AcceptNotice: _plain("accept_notice"),
    acts.LeaveQueue: _plain("left_queue"),
    acts.Say: lambda said, _context: str(WORDS["say"][said.what]),
    acts.Safety: telling.safety,
    acts.AskIfSafe: telling.ask_if_safe,
    acts.Accompany: telling.accompany,
    acts.Guide: telling.guide,
    Opened: telling.opened,
    Queued: telling.queued,
    Waiting: telling.waiting,
    StatusFound: telling.status,
    StatusUnknown: _plain("status_unknown"),
}
