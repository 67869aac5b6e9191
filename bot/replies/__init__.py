"""Chooses the words for what was decided and what came of it. Never decides."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from bot.dialogue import acts, after, consent, directing, within
from bot.outcomes import (
    KnownEvent,
    Noticed,
    Opened,
    OwnCases,
    Queued,
    Said,
    StateOnly,
    StatusFound,
    StatusUnknown,
    Waiting,
)
from bot.replies import afterwards, asking, days, forms, offices, telling
from bot.replies.phrases import FOR_STAFF, LANGUAGES, WORDS, Buttons, Context, speaking
from handoff.exchanges import Words
from handoff.store.models import Author

__all__ = ["FOR_STAFF", "LANGUAGES", "WORDS", "Context", "buttons_of", "messages", "speaking"]

# Sent by themselves: to be read first, or to be kept. The rest of a turn is one message.
ALONE = (acts.Welcome, acts.Safety, acts.AskIfSafe, Opened, Noticed)
# These belong to the system, not to the bot's talk: a take-over does not drop them.
RECEIPTS = (acts.Safety, acts.AskIfSafe, Opened, Noticed)
KINDS: dict[type, str] = {
    acts.Welcome: "welcome",
    acts.Safety: "danger",
    acts.AskIfSafe: "danger",
    Opened: "case",
}

Reply = str | tuple[str, Buttons]


def messages(said: Iterable[Said], context: Context) -> list[Words]:
    """The messages of one turn, in order, in the language of the context."""
    with speaking(context.language):
        turn = _messages(said, context)
    language = None if context.language == LANGUAGES[0] else context.language
    return [replace(each, language=language) for each in turn]


def _messages(said: Iterable[Said], context: Context) -> list[Words]:
    turn: list[Words] = []
    joined: list[Words] = []
    for each in said:
        text, buttons = words_for(each, context)
        if isinstance(each, ALONE):
            turn += [*_together(joined), _alone(each, text, buttons)]
            joined = []
        elif text:
            joined.append(Words(text, buttons=buttons, asks=asking.typed_answer(each)))
    return [*turn, *_together(joined)]


def buttons_of(said: Iterable[Said], context: Context) -> dict[str, str]:
    """What each label does, for who types it instead of pressing it."""
    return {
        label: payload
        for each in said
        if type(each) in SAYS  # what only the store can answer has its words after the folio
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
    return Words(text, author, buttons=buttons, kind=KINDS.get(type(said)))


def _together(parts: list[Words]) -> list[Words]:
    if not parts:
        return []
    return [replace(parts[-1], text="\n\n".join(each.text for each in parts))]


def _plain(name: str) -> Callable[[Any, Context], Reply]:
    return lambda _said, context: WORDS[name].format(prefix=context.desk.folio_prefix)


SAYS: dict[type, Callable[[Any, Context], Reply]] = {
    acts.Welcome: asking.welcome,
    acts.Ask: asking.ask,
    acts.AskWhichPlace: asking.ask_which_place,
    acts.AskWhich: asking.ask_which,
    acts.AskFolio: asking.ask_folio,
    acts.AskKey: asking.ask_key,
    acts.AskIfTheirs: asking.ask_if_theirs,
    acts.AskCorrection: asking.ask_correction,
    directing.Jurisdiction: offices.jurisdiction,
    directing.Orient: offices.orient,
    directing.AskWay: offices.ask_way,
    directing.TellContact: offices.tell_contact,
    directing.TellOffice: offices.tell_office,
    directing.TellWhose: offices.tell_whose,
    acts.Summary: asking.summary,
    acts.Rephrase: asking.rephrase,
    acts.OtherLanguage: asking.other_language,
    within.Noted: asking.noted,
    within.Taken: asking.taken,
    within.OfferAlso: asking.offer_also,
    acts.ForeignFolio: _plain("foreign_folio"),
    acts.GotFile: asking.got_file,
    consent.RefuseNotice: asking.refuse_notice,
    consent.ShowNotice: asking.show_notice,
    consent.WithdrawNotice: asking.withdraw_notice,
    consent.AcceptNotice: asking.accept_notice,
    acts.LeaveQueue: _plain("left_queue"),
    acts.TellHours: days.hours,
    acts.Say: lambda said, _context: str(WORDS["say"][said.what]),
    acts.Safety: telling.safety,
    acts.AskIfSafe: telling.ask_if_safe,
    acts.AskIfDanger: telling.ask_if_danger,
    acts.Accompany: telling.accompany,
    acts.Guide: telling.guide,
    within.Explain: forms.explain,
    within.Meant: forms.meant,
    within.Later: forms.later,
    within.Met: forms.met,
    within.Corrected: forms.corrected,
    within.Without: forms.without,
    within.Known: forms.known,
    within.AskIfRight: forms.ask_if_right,
    within.OfferHere: forms.offer_here,
    Opened: telling.opened,
    after.NeededBy: telling.needed_by,
    Queued: telling.queued,
    Waiting: telling.waiting,
    StatusFound: telling.status,
    after.AskResolved: afterwards.ask_resolved,
    after.AskWhatRemains: afterwards.ask_what_remains,
    after.AskWhatIsMissing: afterwards.ask_what_is_missing,
    after.OfferRenewal: afterwards.offer_renewal,
    after.AskRating: afterwards.ask_rating,
    after.OfferMore: afterwards.offer_more,
    after.AskWhatToAdd: afterwards.ask_what_to_add,
    after.OfferToAdd: afterwards.offer_to_add,
    after.HelloAgain: afterwards.hello_again,
    OwnCases: afterwards.own_cases,
    after.AskSame: afterwards.ask_same,
    KnownEvent: afterwards.known_event,
    StateOnly: afterwards.state_only,
    Noticed: afterwards.noticed,
    StatusUnknown: _plain("status_unknown"),
}
