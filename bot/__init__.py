"""The citizen's edge: channels in, the bot's dialogue, delivery out."""
