"""The words of the blank intake set."""

from __future__ import annotations

from hrd_desktop.wording.tables import entry, spoken, table
from hrd_desktop.wording.words import Wording


def intake_text(key: str, words: Wording, **facts: str | int) -> str:
    """One text of the blank intake set."""
    return spoken(entry(table("intake"), "sentence", key), words.lang).format(**facts)
