"""Sections of a case that are no fields: where people judge what the fields say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.gui.admissibility_page import AdmissibilityPage
from hrd_desktop.gui.eligibility_page import EligibilityPage
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import of_one_person, waits
from hrd_desktop.gui.review_page import ReviewPage
from hrd_desktop.gui.timeline_page import TimelinePage
from hrd_desktop.services.checking import Assessment


@dataclass(frozen=True)
class ExtraSection:
    """A page of its own in the task list: `make(context, parent)` builds it, again after a change of language.

    Its heading is that of the section with this key, which has no blocks. `holds` says which items stand there; the
    page then has `show_item(item, person)` and `open_place()`. The widget may have signals `go_to(str)`, which leads to
    places, `packet_asked()` and `ask_sheet_asked()`, a widget `pinned` that stays above what scrolls, and `wide` where
    it wants more width than lines of text should have.
    """

    key: str
    make: Callable[[FieldContext, QWidget], QWidget]
    holds: Callable[[ItemResult], bool] | None = None

    def open_items(self, assessment: Assessment) -> int:
        """How many of its items still wait."""
        return sum(waits(item) and self.holds(item) for item in assessment.items) if self.holds else 0


JUDGED = (
    ExtraSection("timeline", TimelinePage),
    ExtraSection(
        "eligibility",
        EligibilityPage,
        lambda item: not of_one_person(item),
    ),
    ExtraSection("admissibility", AdmissibilityPage, of_one_person),
    ExtraSection("review", ReviewPage),
)
"""What every case has beside its sections of fields."""
