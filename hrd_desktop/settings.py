"""Preferences of this user on this machine. Never anything of a case: no recent cases, no search, no window places."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal

Language = Literal["", "en", "fr"]
Mode = Literal["system", "light", "dark"]

TEXT_SIZES = (100, 115, 130, 150, 175, 200)
IDLE_MINUTES = range(1, 16)
LONGEST_INITIALS = 12
"""Initials or a short sign: no room for a whole name on a computer that may be searched."""


@dataclass(frozen=True)
class Settings:
    """`language` empty: that of the system. `text_percent` and `idle_minutes` are kept within their limits.

    `initials` are those of whoever works at this computer, for the history of cases. They stand here and not in the
    case file because they belong to the person, not to the file: a colleague who opens the same file signs as herself.
    `finish_packet`: locking while a packet is being written finishes it first, in the dark, instead of stopping it.
    """

    language: Language = ""
    mode: Mode = "system"
    text_percent: int = 100
    idle_minutes: int = 5
    remember_folder: bool = True
    last_file: str = ""
    initials: str = ""
    finish_packet: bool = False


def read(path: Path) -> Settings:
    """The preferences, or the standard ones where the file or an entry is missing or makes no sense.

    A damaged preference must never keep anybody from a case file, so nothing is raised.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    return from_json(found) if isinstance(found, dict) else Settings()


def from_json(found: dict[str, Any]) -> Settings:
    """Takes every entry that is sound, the standard for the others."""
    standard = asdict(Settings())
    kept = {
        each.name: found[each.name]
        for each in fields(Settings)
        if each.name in found and type(found[each.name]) is type(standard[each.name]) and _sound(each.name, found)
    }
    return Settings(**(standard | kept))


def _sound(name: str, found: dict[str, Any]) -> bool:
    value = found[name]
    allowed: dict[str, Any] = {
        "language": ("", "en", "fr"),
        "mode": ("system", "light", "dark"),
        "text_percent": TEXT_SIZES,
        "idle_minutes": IDLE_MINUTES,
    }
    if name == "initials":
        return len(value) <= LONGEST_INITIALS and value.isprintable()
    return name not in allowed or value in allowed[name]


def write(path: Path, settings: Settings) -> None:
    """Replaces the file in one step: whole or not at all, readable by this user alone. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = settings if settings.remember_folder else Settings(**(asdict(settings) | {"last_file": ""}))
    handle, temporary = tempfile.mkstemp(prefix=".settings-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(asdict(kept), stream, indent=2, ensure_ascii=False)
            stream.write("\n")
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
