"""How results look and where they lead: an icon and a voice for each result, and links to items and rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.theme import role
from hrd_desktop.gui.trail import trail_of
from hrd_desktop.services import checking

HEADLINE_SIGN: dict[str, tuple[str, str]] = {
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


def waits(item: ItemResult) -> bool:
    """Whether an item still waits for somebody; what only informs does not."""
    return not item.clear and item.severity != "INFO"


def of_one_person(item: ItemResult) -> bool:
    """Whether an item is about one person as such: admissibility, procedure, papers."""
    return item.person is not None and item.id[0] in "APD"


def item_place(item: str, person: str | None) -> str:
    """A link to an item: `item:E06:P1`; the person is left out for a row of the case."""
    return f"item:{item}:{person}" if person else f"item:{item}"


def title_of(context: FieldContext, item: str) -> str:
    """What an item is called in the language of the window."""
    return checking.pack_on(context.case.assessment.on).title(item, context.words.lang)


def target_of(context: FieldContext, reference: str) -> tuple[str, str] | None:
    """Where a row, a place or another item (`P1.A35a`) is to be seen, and its words; None if nowhere."""
    person, _, rest = reference.partition(".")
    if any((item.id, item.person) == (rest, person) for item in context.case.assessment.items):
        return item_place(rest, person), f"{title_of(context, rest)} ({context.row_label(person)})"
    if not trail_of(context.case, reference):
        return None
    if rest:
        return reference, context.words.place(context.case.case, reference)
    label = context.row_label(reference)
    return reference, label if label.startswith(f"{reference} ") else f"{reference} · {label}".rstrip(" ·")


def text_label(parent: QWidget, voice: str = "") -> QLabel:
    """A label for running text: wraps, can be selected."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if voice:
        role(label, voice)
    return label
