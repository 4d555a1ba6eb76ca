"""From a failure to its sentence. The wording knows those a person can act on; all others share one plain sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrd_desktop.errors import HrdError


def sentence(error: object, lang: str) -> str:
    """What happened, what is safe, what to do next."""
    if isinstance(error, HrdError):
        from hrd_desktop.wording import wording  # it reads all labels: not before somebody needs one

        return wording("fr" if lang == "fr" else "en").message(error)
    return QCoreApplication.translate(
        "messages",
        "The program has made a mistake. What was saved before is safe. Close the program and open it again.",
    )
