"""Who lets the bot in: a citizen who blocks the chat or opens it again, a group that adds it."""

from telegram import ChatMemberUpdated
from telegram.constants import ChatMemberStatus, ChatType

from bot.channels import Door

GONE = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


def door(change: ChatMemberUpdated, channel: str) -> Door | None:
    """The door of a private chat, as it is now."""
    if change.chat.type != ChatType.PRIVATE:
        return None
    is_open = change.new_chat_member.status not in GONE
    return Door(channel, str(change.chat.id), is_open=is_open)


def entered(change: ChatMemberUpdated) -> int | None:
    """The group or channel that the bot was added to."""
    was_out = change.old_chat_member.status in GONE
    is_in = change.new_chat_member.status not in GONE
    is_shared = change.chat.type != ChatType.PRIVATE
    return change.chat.id if is_shared and was_out and is_in else None
