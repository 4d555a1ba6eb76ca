"""From a failure to its sentence, in the language in use."""

from __future__ import annotations


def sentence(error: object, lang: str) -> str:
    """What happened, what is safe, what to do next; one plain sentence for a failure that nobody foresaw."""
    from hrd_desktop.wording import wording  # it reads all labels: not before somebody needs one

    assert isinstance(error, Exception)
    return wording("fr" if lang == "fr" else "en").message(error)
