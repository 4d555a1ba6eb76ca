"""What the register of packets says: to whom, how it went, and what a file turned out to be."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrd_desktop.services import recipients
from hrd_desktop.services.sent import Sent, Verified
from hrd_desktop.wording import Wording


def recipient_name(one: Sent, words: Wording) -> str:
    """Who got it."""
    return recipients.profile(one.recipient, one.on).name[words.lang]


def verdict(found: Verified, words: Wording) -> tuple[str, str, str]:
    """What a chosen file is: a sentence, an icon and its voice."""
    if found.sent is None:
        said = QCoreApplication.translate(
            "SentWords",
            "Unknown: this file is none of the packets kept here. A copy that was changed, or saved anew by another "
            "program, is not the same file any more.",
        )
        return said, "question", "attention"
    one = found.sent
    facts = {
        "number": one.edition,
        "recipient": recipient_name(one, words),
        "case": one.code,
        "day": words.day(one.on),
    }
    if found.state == "older" and found.latest is not None:
        said = QCoreApplication.translate(
            "SentWords",
            "This is edition {number} for {recipient} of {case}, {day}, to the byte. Edition {latest} has replaced it.",
        )
        return said.format(**facts, latest=found.latest.edition), "attention", "attention"
    said = QCoreApplication.translate(
        "SentWords", "This is edition {number} for {recipient} of {case}, {day}, to the byte: the newest one."
    )
    return said.format(**facts), "done", "clear"
