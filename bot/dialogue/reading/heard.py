"""One message of the citizen as the dialogue sees it: its words, their meaning, its files."""

import re
from dataclasses import dataclass
from typing import Any

from bot.dialogue.reading import cancelling, languages, pausing, restated, typed
from handoff.rules import catalogue
from nlu import moves
from nlu.interpretation import Entity, Interpretation, Thresholds, Told

COURTESY = ("saludo", "gracias", "despedida")
LIKELY = 0.4  # confidence from which an entity is what it looks like
SHORT = 6  # words of a message that is nothing but a courtesy
BEYOND_DOUBT = 0.9  # the same, right in 29 of 30
# Moves; of sentences of danger hardly one looks like these.
HARMLESS = (
    "wait", "greeting", "unclear", "about_you", "follow", "papers", "hours", "key", "later", "free",
    "use", "obliged", "notified", "next", "name",
)  # fmt: skip
NAMED = ("name", "place")  # moves
ASKING = ("call", "follow", "hours", "line", "next", "papers", "term", "who", "whose")

_YES = re.compile(
    r"(?:^|[.,;!?¡¿]\W*)(?:(?:pues|ay|ah|oh|bueno|gracias) )*(?:s[ií]p?|sim[oó]n|claro|ok|okey"
    r"|va(?! a)|vale|sale|dale|[aá]ndele|[oó]rale|por favor|porfa|exacto|correcto|est[aá] bien"
    r"|de acuerdo|yes|sure|yeah|yep|please)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """`command` is what a button or an unmistakable phrase asks for (see `typed`), or None.
    `exchange_id` is its place in the log. `parts`: its sentences, each by itself, if there are
    several. `told`: what it tells for the form, read with what was asked; `retold`: of who corrects
    something, as of a summary. `story`: with all told before, while the matter is not plain.
    `former`: before it was edited. `written`: as it was, where it is read in other words (see
    `plainly`). `whole`: with the pieces of the story before it."""

    text: str
    meaning: Interpretation
    content: dict[str, Any]
    thresholds: Thresholds
    command: str | None
    exchange_id: int = 0
    parts: tuple[Interpretation, ...] = ()
    told: Told | None = None
    retold: Told | None = None
    story: Interpretation | None = None
    former: "Heard | None" = None
    written: str = ""
    whole: "Heard | None" = None

    @property
    def intent(self) -> str:
        return self.meaning.intent

    @property
    def is_matter(self) -> bool:
        """Likeliest one of the catalogue's categories, and no talk."""
        return self.intent in catalogue.load().categories

    @property
    def is_sure(self) -> bool:
        return bool(self.text) and self.meaning.confidence >= self.thresholds.sure

    @property
    def is_understood(self) -> bool:
        return bool(self.text) and self.meaning.confidence >= self.thresholds.unsure

    @property
    def is_clear(self) -> bool:
        """Sure, or likelier than everything else together: the summary is confirmed anyway."""
        is_vague = languages.looks_english(self.text) or len(self.text.split()) < 2
        if is_vague or self.is_sure:
            return self.is_sure  # a word in common is no understanding; «centro» could be anything
        rival = self.meaning.ranking[1][1] if len(self.meaning.ranking) > 1 else 0.0
        return self.is_understood and self.meaning.confidence > max(0.5, 3 * rival)

    @property
    def move(self) -> str:
        """What the words do in the conversation, where that is plain (see `nlu.moves`). «Ya Mero
        Llegamos», in capitals, is rather what something is called."""
        move = self.meaning.move
        is_plain = self.text and not self.command and move.confidence >= moves.PLAIN
        is_called = " " in self.text and self.text.istitle() and move.name not in NAMED
        if not is_plain or is_called:
            return ""
        return "matter" if move.name == "procedure" else move.name  # see `asked.how`

    @property
    def is_no_matter(self) -> bool:
        """Beyond doubt what it does is something else than to tell a matter."""
        return self.meaning.move.confidence >= BEYOND_DOUBT and self.move not in ("", "matter")

    @property
    def tells_no_harm(self) -> bool:
        """Beyond doubt what it does has nothing to do with danger: «déjeme, lo busco»."""
        return self.is_no_matter and self.move in HARMLESS

    @property
    def is_courtesy(self) -> bool:
        """A greeting, thanks or a farewell, and nothing more."""
        is_wish = self.text.casefold().startswith(("no quiero", "no puedo"))
        chances = (chance for name, chance in self.meaning.ranking if name in COURTESY)
        is_sure = self.is_sure or sum(chances) >= self.thresholds.sure
        is_asked = self.is_no_matter and self.move in ASKING  # «a quién se lo mandaron»
        is_said = is_sure and not (self.facts or is_wish or is_asked)
        return is_said and self.intent in COURTESY and len(self.text.split()) <= SHORT

    @property
    def keeps(self) -> bool:
        """«Quiero seguir», which an engine takes for giving up."""
        is_taken_so = self.intent == "cancelar" or self.move == cancelling.LEAVES
        is_plain = is_taken_so and not (self.facts or pausing.puts_off(self.text))
        return is_plain and cancelling.keeps(self.text)

    @property
    def is_in_unknown_language(self) -> bool:
        """Thanks and farewells in it are understood all the same."""
        is_answered = self.is_courtesy and self.intent != "saludo"
        return not self.command and not is_answered and languages.is_unknown(self.text)

    @property
    def has_file(self) -> bool:
        return bool(self.content.get("attachments")) or "unsupported" in self.content

    @property
    def asks_nothing(self) -> bool:
        """A reaction, a message taken back, a notice of the channel: no answer is waited for."""
        return any(kind in self.content for kind in ("reaction", "deletes", "system"))

    @property
    def album(self) -> str | None:
        return self.content.get("album")

    @property
    def message_id(self) -> str | None:
        return self.content.get("message_id")

    @property
    def edit_of(self) -> str | None:
        """The message of theirs that the citizen has changed into this one."""
        return self.content.get("edit_of")

    @property
    def own_contact(self) -> dict[str, Any] | None:
        """A shared telephone; where the channel does not know whose it is, the citizen's."""
        contact = self.content.get("contact")
        return contact if contact and contact.get("own", True) else None

    @property
    def others_phone(self) -> str | None:
        contact = self.content.get("contact") or {}
        return None if contact.get("own", True) else contact.get("phone")

    @property
    def is_press(self) -> bool:
        return "payload" in self.content

    @property
    def file_kind(self) -> str:
        """voice, sticker, or file for the rest."""
        files = self.content.get("attachments") or [{"kind": self.content.get("unsupported")}]
        are = {str(each.get("kind") or each.get("type") or "").split("/")[0] for each in files}
        return "voice" if are & {"voice", "audio"} else "sticker" if are == {"sticker"} else "file"

    @property
    def is_button(self) -> bool:
        return self.command is not None and not self.text

    @property
    def skips(self) -> bool:
        return (self.command or "").split(":")[0] == typed.SKIP

    @property
    def withholds(self) -> bool:
        """Rather not told, in the words of a command, too."""
        move = self.meaning.move
        return bool(self.text) and move.name == "withhold" and move.confidence >= moves.PLAIN

    def language(self, before: str | None) -> str | None:
        """That of the last words that tell («Hermosillo» could be either): "en", None Spanish."""
        if wanted := languages.wanted(self.said):
            return "en" if wanted == "en" else None
        if not self.is_button and languages.looks_english(self.said):
            return "en"
        return None if languages.looks_spanish(self.said) else before

    @property
    def said(self) -> str:
        """In their own words."""
        return self.written or self.text

    @property
    def agrees(self) -> bool:
        is_counted = any(map(str.isdigit, self.text)) and not _YES.search(self.text)  # «es el 45»
        is_meant = self.means("afirmar") and not (self.only_asks or is_counted)
        return self.command == typed.YES or is_meant

    @property
    def only_asks(self) -> bool:
        """No yes is said with the question: «mi vecina dice que tarda un año, ¿es cierto?»"""
        return "?" in self.text and not _YES.search(self.text)

    @property
    def declines(self) -> bool:
        return self.command == typed.NO or self.means("negar")

    def means(self, intent: str) -> bool:
        return self.is_sure and self.intent == intent

    def entity(self, kind: str) -> str | None:
        """The first of a kind, but for what its check digit says to be written wrong, or what is
        taken back for another: «no, perdón, 23»."""
        likely = [each for each in self._all(kind) if each.confidence >= LIKELY]
        found = restated.holding(likely, self.text)
        return found.value if found else None

    @property
    def facts(self) -> tuple[Entity, ...]:
        """What was told; when it happened is no answer to any question."""
        return tuple(each for each in self.meaning.entities if each.entity != "fecha")

    @property
    def has_folio(self) -> bool:
        """Written right or wrong."""
        return bool(self._all("folio"))

    def _all(self, kind: str) -> list[Entity]:
        return [each for each in self.meaning.entities if each.entity == kind]

    def chosen(self, kind: str) -> str:
        """What stands behind `kind:` in the command, or nothing."""
        before, _, after = (self.command or "").partition(":")
        return after if before == kind else ""
