"""Text from somebody's file, made safe to stand in anything that reads Markdown."""

import re

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def safe(text: str) -> str:
    """Escape a text."""
    return PUNCTUATION.sub(r"\\\1", text)
