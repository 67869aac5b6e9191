"""What a message looks like in WhatsApp.

Limits: developers.facebook.com/documentation/business-messaging/whatsapp/messages, pages «Text
messages», «Interactive reply buttons messages», «Interactive list messages» and «Location request
messages»; there they are called characters, and are counted here as UTF-16 units, which are never
fewer.
"""

from collections.abc import Sequence
from typing import Any

from bot.channels import Refused
from bot.channels.parts import beginning, parts, units
from bot.replies import WORDS, speaking
from handoff.exchanges import Outbound

LONGEST_TEXT = 4096  # also above a list
LONGEST_ABOVE_BUTTONS, LONGEST_FOOTER = 1024, 60  # also above the button for the place
MOST_BUTTONS, LONGEST_BUTTON, LONGEST_BUTTON_ID = 3, 20, 256
MOST_ROWS, LONGEST_ROW, LONGEST_DESCRIPTION, LONGEST_ROW_ID = 10, 24, 72, 200

Choice = tuple[str, str]  # what it says, and our payload
Message = dict[str, Any]


def messages(outbound: Outbound) -> list[Message]:
    """The messages that say it, in order; the last one has the choices. Raises Refused for a
    payload that could not come back."""
    # A button that dials would need a message of its own; the number stands in the text as well.
    choices = [each for each in outbound.buttons if not each[1].startswith("tel:")]
    if any(units(payload) > LONGEST_BUTTON_ID for _, payload in choices):
        raise Refused("payload too long")
    *first, last = parts(outbound.text, LONGEST_TEXT)
    with speaking(outbound.language):
        request = _location_request(last, choices) if outbound.asks == "location" else None
        return [*map(_text, first), *([request] if request else _with_choices(last, choices))]


def template(name: str, language: str, spoken: str | None) -> Message:
    """An approved template, written in `language`, whose body has one parameter: what we say, in
    the language that is `spoken` with the citizen."""
    with speaking(spoken):
        news = {"type": "text", "text": WORDS["whatsapp"]["news"]}
    return {
        "type": "template",
        "template": {
            "name": name,
            "language": {"policy": "deterministic", "code": language},
            "components": [{"type": "body", "parameters": [news]}],
        },
    }


def envelope(address: str, message: Message, tracker: str) -> Message:
    """The message, addressed. `tracker` comes back with its receipts."""
    # Who hides their number behind a user name has an id of letters and digits in its place.
    to = "to" if address.isdigit() else "recipient"
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        to: address,
        "biz_opaque_callback_data": tracker,
        **message,
    }


def typing(message_id: str) -> Message:
    """Not a message: the citizen's message is read, and is being answered (page «Typing
    indicators»)."""
    return {
        "messaging_product": "whatsapp",
        "status": "read",
        "message_id": message_id,
        "typing_indicator": {"type": "text"},
    }


def _text(text: str) -> Message:
    return {"type": "text", "text": {"body": text, "preview_url": False}}


def _location_request(text: str, choices: Sequence[Choice]) -> Message | None:
    """The question above a button that sends the place. It has room for no other button, so that
    what else may be answered stands in the text; None if that is too long."""
    whole = _with_labels(text, [label for label, _ in choices])
    if units(whole) > LONGEST_ABOVE_BUTTONS:
        return None
    return _interactive("location_request_message", whole, {"name": "send_location"})


def _with_choices(text: str, choices: Sequence[Choice]) -> list[Message]:
    if not choices:
        return [_text(text)]
    if (titles := _button_titles(choices)) and units(text) <= LONGEST_ABOVE_BUTTONS:
        return [_buttons(text, titles, choices)]
    is_list = len(choices) <= MOST_ROWS and all(
        units(payload) <= LONGEST_ROW_ID for _, payload in choices
    )
    # What no row can say whole stands in the text, and so do choices for which there are no rows.
    said = [label for label, _ in choices if not is_list or units(label) > LONGEST_DESCRIPTION]
    *first, last = parts(_with_labels(text, said), LONGEST_TEXT)
    return [*map(_text, first), _list(last, choices) if is_list else _text(last)]


def _with_labels(text: str, labels: Sequence[str]) -> str:
    return "\n".join([text, *(f"• {label}" for label in labels)])


def _button_titles(choices: Sequence[Choice]) -> list[str]:
    """What the buttons say; nothing if there are too many, or one does not fit."""
    labels = [label for label, _ in choices]
    titles = [label if units(label) <= LONGEST_BUTTON else _abbreviated(label) for label in labels]
    short = sum(title != label for title, label in zip(titles, labels, strict=True))
    fit = all(titles) and len(set(titles)) == len(titles) <= MOST_BUTTONS and short <= 1
    return titles if fit else []


def _abbreviated(label: str) -> str:
    """A shorter way to say it, if there is one."""
    shorter = WORDS["whatsapp"]["short"].items()
    return next((short for word, short in shorter if WORDS[word] == label), "")


def _buttons(text: str, titles: Sequence[str], choices: Sequence[Choice]) -> Message:
    pairs = list(zip(titles, choices, strict=True))
    replies = [{"type": "reply", "reply": {"id": id, "title": title}} for title, (_, id) in pairs]
    message = _interactive("button", text, {"buttons": replies})
    if whole := next((label for title, (label, _) in pairs if title != label), None):
        footer = WORDS["whatsapp"]["or_write"].format(label=whole)
        message["interactive"]["footer"] = {"text": _short(footer, LONGEST_FOOTER)}
    return message


def _list(text: str, choices: Sequence[Choice]) -> Message:
    titles = _titles([label for label, _ in choices])
    rows = [_row(title, *each) for title, each in zip(titles, choices, strict=True)]
    opens = WORDS["whatsapp"]["options"]
    return _interactive("list", text, {"button": opens, "sections": [{"rows": rows}]})


def _row(title: str, label: str, payload: str) -> dict[str, str]:
    row = {"id": payload, "title": title}
    return row if title == label else {**row, "description": _short(label, LONGEST_DESCRIPTION)}


def _titles(labels: Sequence[str]) -> list[str]:
    """The labels, shortened; with a number where two would look alike."""
    titles = [_short(label, LONGEST_ROW) for label in labels]
    if len(set(titles)) == len(titles):
        return titles
    return [_short(f"{number}. {label}", LONGEST_ROW) for number, label in enumerate(labels, 1)]


def _short(text: str, longest: int) -> str:
    if units(text) <= longest:
        return text
    return f"{beginning(text, longest - 1).rstrip()}…"


def _interactive(kind: str, text: str, action: dict[str, Any]) -> Message:
    return {
        "type": "interactive",
        "interactive": {"type": kind, "body": {"text": text}, "action": action},
    }
