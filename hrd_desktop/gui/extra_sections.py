"""Sections of a case that are no fields: where people judge what the fields say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from hrd_desktop.gui.eligibility_page import EligibilityPage
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.review_page import ReviewPage
from hrd_desktop.services.checking import Assessment


@dataclass(frozen=True)
class ExtraSection:
    """A page of its own in the task list: `make(context, parent)` builds it, again after a change of language.

    `title` is marked for translation in the context `Layouts`. `open` counts what still waits there. The widget may
    have signals `go_to(str)`, which leads to places, and `packet_asked()`, and a method `show_item(item, person)`.
    """

    key: str
    title: object  # what QT_TRANSLATE_NOOP gives is a str, but it does not say so
    make: Callable[[FieldContext, QWidget], QWidget]
    open: Callable[[Assessment], int] | None = None


def _not_clear(assessment: Assessment) -> int:
    return sum(not item.clear and item.severity != "INFO" for item in assessment.items)


JUDGED = (
    ExtraSection("eligibility", QT_TRANSLATE_NOOP("Layouts", "Eligibility"), EligibilityPage, _not_clear),
    ExtraSection("review", QT_TRANSLATE_NOOP("Layouts", "Review"), ReviewPage),
)
"""What every case has beside its sections of fields."""
