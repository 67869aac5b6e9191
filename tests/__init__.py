"""Checks the project: python3 -m tests."""
