"""How a moment is said where it matters whether it was today."""

from __future__ import annotations

from datetime import datetime

from hrd_desktop.gui.i18n import Language


def moment(at: datetime, language: Language) -> str:
    """Day and time on this computer's clock."""
    here = at.astimezone()
    return f"{language.words.day(here.date())}, {here:%H:%M}"
