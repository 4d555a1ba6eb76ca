"""How results look: an icon and a voice for each, and links as text that the keyboard reaches."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hrd_desktop.checklists.results import Headline, ItemResult
from hrd_desktop.gui.theme import role

HEADLINE_SIGN: dict[Headline, tuple[str, str]] = {
    "READY": ("done", "clear"),
    "READY_WITH_WARNINGS": ("done", "attention"),
    "HOLD_INFO": ("question", "attention"),
    "HOLD_LAWYER": ("lawyer", "lawyer"),
    "BLOCKED": ("stop", "stop"),
    "DIVERT": ("stop", "stop"),
}
"""Icon and voice of each headline; the words beside them say the same."""


def sign_of(item: ItemResult) -> tuple[str, str]:
    """Icon and voice of one result: by what it does to the case, then by what it is."""
    match item.severity:
        case "LAWYER":
            return "lawyer", "lawyer"
        case "DIVERT" | "BLOCK":
            return ("stop", "stop") if item.result == "NOT_MET" else ("question", "attention")
        case "WARN":
            return "attention", "attention"
        case "INFO":
            return "info", "small"
    return ("done", "clear") if item.result == "MET" else ("info", "small")


def item_place(item: str, person: str | None) -> str:
    """A link to an item: `item:E06:P1`; the person is left out for a row of the case."""
    return f"item:{item}:{person}" if person else f"item:{item}"


def text_label(parent: QWidget, voice: str = "") -> QLabel:
    """A label for running text: wraps, can be selected."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if voice:
        role(label, voice)
    return label


def link_label(parent: QWidget) -> QLabel:
    """A label whose links answer to mouse and keyboard; fill it with `links`."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return label


def links(targets: Iterable[tuple[str, str]]) -> str:
    """Rich text with one line for each (place, words)."""
    return "<br>".join(f'<a href="{escape(place, quote=True)}">{escape(words)}</a>' for place, words in targets)
