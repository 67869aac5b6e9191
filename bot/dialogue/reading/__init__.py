"""What the words of a message say, before anything is decided about it."""
