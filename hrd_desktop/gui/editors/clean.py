"""What is typed or pasted, as the case keeps it: composed, in logical order, and with nothing in it that is unseen."""

from __future__ import annotations

import re
import unicodedata

# Marks of direction, and other signs without a shape that come along with what is pasted. The joiners and the space of
# no width stay: Persian, Urdu, Burmese, Khmer and many scripts of India are written with them.
_UNSEEN = re.compile(
    "[\u200e\u200f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\U000e0000-\U000e007f\ufdd0-\ufdef\ufffe\uffff]"
)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_TOO_MANY = re.compile(r"\n{3,}")


def cleaned(text: str) -> str:
    """Text of any length: line breaks as line feeds, one empty line between paragraphs at most, none around it."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return _TOO_MANY.sub("\n\n", seen(text).strip())


def seen(text: str) -> str:
    """A part of a text as it may be pasted: what is not seen is left out, all else stays, also space around it."""
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def cleaned_line(text: str) -> str:
    """The same for one line: a break becomes a space."""
    return " ".join(cleaned(text).split("\n")).strip()


def holds_unseen(text: str) -> bool:
    """Whether cleaning leaves out a sign that is not seen, which the person should be told."""
    return _UNSEEN.search(text) is not None
