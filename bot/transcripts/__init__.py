"""Transcripts: conversations written down as they should go, which can be played.

A transcript is YAML: a `title`, the moment it starts `at` (local time; Tuesday 24 November 2026,
10:00 without it), and `steps`, read from top to bottom:
  citizen: what they write; or {payload}, {location}, {contact}, {attachments}
  together: messages that they write before any is answered, each as above
  hastily: messages that they write within a moment of one another while the bot has time
  bot: parts that the bot's next message contains, in any case; `exactly` compares it whole
  buttons: the buttons of the message just read; press: the citizen presses one of them
  silence: nobody says anything; note: the last note for the staff
  owner, case, facts: what the database says; closing: how the conversation was closed
  request: words that the request of the case contains
  corrections: what was misunderstood, oldest first: [text, believed, meant or null]
  case_state, survey: how the last case stands; [score, words] of the last survey
  staff: what is done with the case just opened: {state, why, agency, same_as}, {answer: …},
    {close: why} or {reopen: why}
  analyst: claim | return | close | {says: …} | {note: …}
  here: whether anybody of the desk is at work, as there is until this says otherwise
  event: a mass event that is marked now: {category, municipality, colonia, words}
  crowd: {attended, after, waiting}: other citizens, attended after so many minutes or waiting still
  other: messages of another citizen, whose case becomes the one just opened
  clock: minutes that pass; restart: everything in memory is forgotten
In what is written, {folio} and {key} are those of the case just opened.
"""

from bot.transcripts.clock import MORNING, Clock
from bot.transcripts.player import Played, Player
from bot.transcripts.reading import BrokenTranscript, DoesNotHold, Transcript, read

__all__ = [
    "MORNING",
    "BrokenTranscript",
    "Clock",
    "DoesNotHold",
    "Played",
    "Player",
    "Transcript",
    "read",
]
