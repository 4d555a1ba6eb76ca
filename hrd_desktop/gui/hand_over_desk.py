"""What every window of a hand-over is given. It loads nothing: the menu that hands it on is there from the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrd_desktop.gui.i18n import Language
    from hrd_desktop.gui.tasks import Tasks
    from hrd_desktop.services.files import CaseFile


@dataclass(frozen=True)
class Desk:
    """The open case file and who works on it."""

    file: CaseFile
    tasks: Tasks
    language: Language
    now: Callable[[], datetime]
    by: str
