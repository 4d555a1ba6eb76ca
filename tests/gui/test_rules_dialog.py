"""The rules behind a headline: which, since when, what was kept, and what others would change."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from hrd_desktop.gui.review_page import ReviewPage
from hrd_desktop.gui.rules_dialog import RulesDialog
from hrd_desktop.services import checking


@pytest.fixture
def opened(desk, show, qtbot) -> RulesDialog:
    dialog = show(RulesDialog(desk.context))
    qtbot.waitUntil(lambda: bool(dialog.kept.text()))
    return dialog


def test_says_which_rules_and_since_when(opened):
    assert opened.used.text() == (
        "Checked for September 15, 2026. Rules hrd-2023-07, edition 1, in force from July 25, 2023\n"
        "Who refers: UNHCR, Front Line Defenders and ProtectDefenders.eu"
    )


def test_lists_what_was_kept_and_keeps_more_on_request(opened, desk, qtbot):
    first = "September 15, 2026 · hrd-2023-07 · Ready · first check under these rules"
    assert opened.kept.text() == first
    opened.keep.click()
    assert not opened.keep.isEnabled()
    qtbot.waitUntil(opened.keep.isEnabled)
    assert opened.kept.text().split("\n") == [
        "September 15, 2026 · hrd-2023-07 · Ready · kept on request",
        first,
    ]
    kept = checking.assessments(desk.file, desk.code)
    assert [one.occasion for one in kept] == ["asked", "new_pack"]


def test_only_the_newest_are_listed(opened, desk, qtbot):
    for _ in range(13):
        checking.record_assessment(desk.file, desk.case.assessment)
    opened.keep.click()
    qtbot.waitUntil(lambda: opened.kept.text().endswith("Older ones: 3"))


def test_other_rules_are_compared_with_those_in_use(opened):
    names = [opened.other.itemText(i) for i in range(opened.other.count())]
    assert names == [
        "Rules hrd-2023-03, edition 1, in force from March 2023 (the day is not known)",
        "Rules hrd-2021-07, edition 1, in force from July 16, 2021",
    ]
    assert opened.changes.text().startswith("Nothing changes for this case.")
    opened.other.setCurrentIndex(1)
    said = opened.changes.text()
    assert "Headline: Ready → Something must change first" in said
    assert "hrd-2021-07: File shows the opposite (Stops the packet)." in said
    assert "A referral partner" in said
    assert "Places of the whole stream in 2026: not known → 250" in said


def test_a_failure_is_said_and_the_button_comes_back(opened, desk, qtbot):
    desk.file.lock()
    opened.keep.click()
    qtbot.waitUntil(opened.message.isVisible)
    assert "locked" in opened.message.text()
    assert opened.keep.isEnabled()


def test_the_review_page_leads_to_it(desk, show, qtbot):
    page = show(ReviewPage(desk.context))
    page.rules.click()
    qtbot.waitUntil(lambda: any(isinstance(top, RulesDialog) for top in QApplication.topLevelWidgets()))
    (dialog,) = [top for top in QApplication.topLevelWidgets() if isinstance(top, RulesDialog)]
    with qtbot.waitSignal(dialog.finished):
        dialog.close_button.click()
