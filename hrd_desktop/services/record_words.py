"""Entries of the record in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from hrd_desktop.services.record import Entry, State
from hrd_desktop.wording import Wording

_COUNTED = ("cases", "persons", "files", "boxes", "pages", "taken", "asked", "added")
_CODES = ("slot", "form", "what", "verdict")


def when(entry: Entry, words: Wording) -> str:
    """Day and minute, as the clock of this place showed them."""
    if entry.at is None:
        return words.of_record("line", "unreadable")
    here = entry.at.astimezone()
    return f"{words.day(here.date())}, {here:%H:%M}"


def who(entry: Entry, words: Wording) -> str:
    """The initials, or that nobody was named."""
    return entry.by or words.of_record("line", "nobody")


def whom(entry: Entry, words: Wording) -> str:
    """The code of the case, that it was erased, or nothing."""
    return words.of_record("line", "erased") if entry.erased else entry.case or ""


def what(entry: Entry, words: Wording) -> str:
    """What was done; a word that somebody put there by hand stays as it stands."""
    with suppress(KeyError):
        return words.of_record("action", entry.action)
    return entry.action


def beside(entry: Entry, words: Wording) -> str:
    """What else is known of it: which edition, for whom, how many."""
    # Somebody may have written into the file by hand: then there may be anything.
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        return ", ".join(_told(entry, words))
    return ""


def standing(found: State, words: Wording) -> str:
    """That the record is whole, or where it is broken."""
    if found.broken is not None:
        return words.message(found.broken)
    if not found.entries:
        return words.of_record("line", "empty")
    return thousands(words.of_record("counted", "whole", count=found.entries), found.entries, words)


def thousands(text: str, count: int, words: Wording) -> str:
    """A text with its number in groups of three, as the language writes it."""
    return text.replace(str(count), f"{count:,}".replace(",", "\N{NO-BREAK SPACE}" if words.lang == "fr" else ","))


def _told(entry: Entry, words: Wording) -> Iterator[str]:
    told = dict(entry.detail)
    if entry.action == "gap":
        yield words.of_record("detail", "gap", expected=told["expected"], found=told["found"])
        return
    if told.get("kinds"):
        yield words.join([words.object(kind) for kind in told["kinds"]])
    for key in _CODES:
        if key in told:
            yield words.of_record("detail", f"{key}_{told[key]}")
    if entry.action == "backup_place":  # of a sealed note, `place` is where it stands
        yield words.of_record("detail", f"place_{told['place']}")
    if isinstance(told.get("person"), str):
        yield told["person"]
    if told.get("names"):
        yield words.of_record("detail", "names")
    if isinstance(told.get("evidence"), str):
        yield told["evidence"]
    elif told.get("evidence"):
        yield words.of_record("detail", "with_evidence")
    if told.get("edition"):
        yield words.of_record("detail", "edition", value=told["edition"])
    if told.get("recipient"):
        yield words.of_record("detail", "recipient", value=words.code("recipient", told["recipient"]))
    if "closed" in told:
        yield from (words.of_record("detail", f"closed_{kind}") for kind in told["closed"] or ["open"])
    if told.get("how"):
        yield words.code("dispatch_how", told["how"])
    if told.get("again"):
        yield words.of_record("detail", "again")
    if told.get("way") == "travel":
        yield words.of_record("detail", "way_travel")
    for key in ("until", "made_on"):
        if told.get(key):
            yield words.of_record("detail", key, value=words.day(date.fromisoformat(told[key])))
    yield from _counts(entry, told, words)


def _counts(entry: Entry, told: dict[str, Any], words: Wording) -> Iterator[str]:
    for key in _COUNTED:
        count = told.get(key)
        # That one case was handed over, or one file written, says nothing.
        if isinstance(count, int) and not isinstance(count, bool) and count > (1 if key in ("cases", "files") else 0):
            yield words.of_record("counted", key, count=count)
    if entry.action in ("hand_over", "look_in", "take_in", "receipt") and told.get("number"):
        yield words.of_record("detail", "number", value=told["number"])
