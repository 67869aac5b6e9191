"""The citizen's edge, tested from outside."""
