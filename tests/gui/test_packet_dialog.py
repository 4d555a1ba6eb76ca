from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from hrd_desktop.core.edit import SetValue
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.frame import Frame
from hrd_desktop.gui.packet_dialog import PacketDialog
from hrd_desktop.services import editing, packets, record, sent
from tests.gui.case_desk import NOW
from tests.gui.packet_desk import Chosen, Made, choose, exported, previewed


@pytest.fixture
def dialog_of(desk_of, show) -> Callable[..., Made]:
    def make(sample: str = "s1") -> Made:
        desk = desk_of(sample)
        dialog = Chosen(desk.context, desk.tasks)
        show(dialog)
        previewed(desk, dialog)
        return desk, dialog

    return make


def test_a_ready_case_opens_with_its_partner_language_and_real_pages(dialog_of) -> None:
    desk, dialog = dialog_of()
    assert dialog.recipient.currentData() == "protect_defenders_eu"
    assert dialog.language.currentData() == "en"
    assert dialog.paper.currentData() == "letter"
    assert not dialog.draft.isChecked()
    assert dialog.verdict.text() == "Nothing stands against sending this packet."
    assert dialog.export_button.isEnabled()
    assert not dialog.obstacles.isVisible()
    papers = packets.exhibits(desk.file, desk.case.case, dialog.options())
    built = packets.build(desk.case.case, dialog.options(), papers)
    assert dialog.preview.document.pageCount() == built.pages
    assert "DRAFT" not in dialog.preview.document.getAllText(0).text()


def test_printing_is_in_the_record(dialog_of) -> None:
    desk, dialog = dialog_of()
    dialog.preview.printing.emit(12)  # what the window of printing tells as it begins
    desk.qtbot.waitUntil(lambda: record.read(desk.file, record.asked(action="print")) != [])
    (entry,) = record.read(desk.file, record.asked(action="print"))
    assert (entry.case, entry.by, entry.detail) == (desk.code, desk.case.by, {"what": "packet", "pages": 12})


def test_each_obstacle_is_a_link_and_the_pages_are_shown_as_a_draft(dialog_of) -> None:
    desk, dialog = dialog_of("s2")
    held = [item for item in desk.case.assessment.items if item.severity == "BLOCK"]
    assert len(dialog.obstacles.lines) == 3
    assert dialog.obstacles.all.text() == f"Show all ({len(held)})"
    dialog.obstacles.all.click()
    assert dialog.obstacles.lines[0].hasFocus()
    places = [line.place for line in dialog.obstacles.lines]
    assert places == [f"item:{item.id}:{item.person}" for item in held]
    assert {"item:E06:P1", "item:E27:P2"} <= set(places)
    assert not dialog.export_button.isEnabled()
    assert "DRAFT" in dialog.preview.document.getAllText(0).text()
    with desk.qtbot.waitSignal(dialog.asked_for) as gone:
        desk.qtbot.mouseClick(dialog.obstacles.lines[1], Qt.MouseButton.LeftButton)
    assert gone.args == [places[1]]
    assert not dialog.isVisible()


def test_a_draft_may_be_exported_for_the_desk(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of("s2")
    dialog.draft.click()
    assert dialog.obstacles.lines == []
    assert dialog.export_button.isEnabled()
    previewed(desk, dialog)
    exported(desk, dialog, tmp_path / "draft.pdf")
    assert dialog.suggested.name == "HRD-2026-S2-packet-for-unhcr-draft.pdf"
    assert (tmp_path / "draft.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.message.text().endswith("Do not send it to a partner.")


def test_another_partner_than_the_one_of_the_case_is_an_obstacle(dialog_of) -> None:
    _, dialog = dialog_of()
    choose(dialog, "recipient", "unhcr")
    assert [line.place for line in dialog.obstacles.lines] == ["case.partner"]
    assert not dialog.export_button.isEnabled()
    choose(dialog, "recipient", "protect_defenders_eu")
    assert dialog.export_button.isEnabled()


def test_choices_change_the_pages(dialog_of) -> None:
    desk, dialog = dialog_of()
    assert dialog.preview.document.pagePointSize(0).width() == pytest.approx(612, abs=1)
    choose(dialog, "paper", "a4")
    desk.qtbot.waitUntil(lambda: abs(dialog.preview.document.pagePointSize(0).width() - 595) < 1)
    choose(dialog, "language", "fr")
    desk.qtbot.waitUntil(lambda: "Trousse de recommandation" in dialog.preview.document.getAllText(0).text())


def test_only_the_last_of_quick_choices_is_shown(dialog_of) -> None:
    desk, dialog = dialog_of()
    for paper in ("a4", "letter", "a4"):
        choose(dialog, "paper", paper)
        QTimer.singleShot(0, dialog.update)
    desk.qtbot.waitUntil(lambda: abs(dialog.preview.document.pagePointSize(0).width() - 595) < 1)
    previewed(desk, dialog)
    assert dialog.preview.document.pagePointSize(0).width() == pytest.approx(595, abs=1)


def test_pages_are_turned_and_made_larger(dialog_of) -> None:
    desk, dialog = dialog_of()
    preview = dialog.preview
    count = preview.document.pageCount()
    assert (preview.page_number.text(), preview.page_count.text()) == ("1", f"of {count}")
    assert not preview.previous.isEnabled()
    desk.qtbot.mouseClick(preview.next, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: preview.page_number.text() == "2")
    before = preview.pages.verticalScrollBar().maximum()
    desk.qtbot.mouseClick(preview.larger, Qt.MouseButton.LeftButton)
    assert preview.pages.verticalScrollBar().maximum() > before
    desk.qtbot.mouseClick(preview.fit, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: preview.pages.verticalScrollBar().maximum() == before)


def test_an_export_writes_the_very_file_and_says_that_it_is_not_protected(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    out = tmp_path / "packet.pdf"
    exported(desk, dialog, out)
    kept = sent.content(desk.file, desk.code, 1)
    assert out.read_bytes() == kept
    papers = packets.exhibits(desk.file, desk.case.case, dialog.options())
    assert kept == packets.build(desk.case.case, dialog.options(), papers).data
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert dialog.suggested.name == "HRD-2026-S1-packet-for-protect-defenders-eu.pdf"
    assert f"packet.pdf, {dialog.preview.document.pageCount()} pages" in dialog.message.text()
    assert dialog.message.text().endswith("whoever has it can read it. Send it safely, then delete it.")
    assert dialog.close_button.hasFocus()


def test_thinking_better_of_it_writes_nothing(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    dialog.path = None
    desk.qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert dialog.export_button.isVisible()
    assert not dialog.message.isVisible()


def test_stopping_an_export_leaves_no_file(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    folder = tmp_path / "out"
    folder.mkdir()
    dialog.path = folder / "packet.pdf"
    desk.qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert dialog.cancel_button.isVisible()
    assert not dialog.recipient.isEnabled()
    desk.qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(dialog.export_button.isVisible)
    assert dialog.message.text() == "Stopped. Nothing was written."
    assert list(folder.iterdir()) == []


def test_closing_during_an_export_stops_it_first(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    folder = tmp_path / "out"
    folder.mkdir()
    dialog.path = folder / "packet.pdf"
    desk.qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    with desk.qtbot.waitSignal(dialog.rejected):
        desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert list(folder.iterdir()) == []


def test_locking_closes_at_once_and_forgets_the_pages(dialog_of) -> None:
    _, dialog = dialog_of()
    dialog.done(0)
    assert not dialog.isVisible()
    assert dialog.preview.document.pageCount() == 0


def test_what_cannot_be_written_is_said_and_the_dialog_stays(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    exported(desk, dialog, tmp_path / "nowhere" / "packet.pdf")
    assert "nowhere" in dialog.message.text()
    assert dialog.export_button.isEnabled()


def test_what_is_on_file_decides_not_what_the_window_believed(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    editing.change(desk.file, desk.code, [SetValue("case.partner_decision", "declined")], at=NOW)
    exported(desk, dialog, tmp_path / "packet.pdf")
    assert not (tmp_path / "packet.pdf").exists()
    assert dialog.message.text()


def test_the_question_for_a_file_asks_before_it_overwrites_and_knows_pdf(desk_of, show, tmp_path: Path) -> None:
    desk = desk_of("s1")
    dialog = PacketDialog(desk.context, desk.tasks)
    show(dialog)
    asked: list[QFileDialog] = []

    def look() -> None:
        (found,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QFileDialog))
        asked.append(found)
        assert found.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        assert not found.testOption(QFileDialog.Option.DontConfirmOverwrite)
        assert found.defaultSuffix() == "pdf"
        found.reject()

    QTimer.singleShot(0, look)
    assert dialog.choose_file(tmp_path / "HRD-2026-S1-packet.pdf") is None
    assert asked


def test_the_header_and_the_review_page_lead_to_the_dialog_and_it_leads_back(desk_of, show) -> None:
    desk = desk_of("s2")
    page = CasePage(desk.case, desk.tasks, "en")
    page.resize(1184, 728)
    show(page)

    def follow() -> None:
        (dialog,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, PacketDialog))
        dialog.obstacles.lines[0].click()

    QTimer.singleShot(0, follow)
    packet = page.header.packet
    assert isinstance(packet, QPushButton)
    desk.qtbot.mouseClick(packet, Qt.MouseButton.LeftButton)
    assert page.section == "eligibility"
    inner = page.stack.currentWidget().property("inner")
    assert inner.cards["E06", "P1"].line.isChecked()


def test_the_menu_leads_to_the_dialog_while_a_case_is_in_front(
    case_file, tasks, language, preferences, clock, now, show, qtbot
) -> None:
    frame = Frame(preferences, language, tasks, clock, now, case_file.path, calibrate=False)
    show(frame)
    (packet,) = (action for action in frame.findChildren(QAction) if action.shortcut() == QKeySequence("Ctrl+P"))
    assert not packet.isEnabled()
    frame.unlock.opened.emit(case_file)
    assert not packet.isEnabled()
    frame.open_case("HRD-2026-S1")
    qtbot.waitUntil(packet.isEnabled)
    seen: list[str] = []

    def look() -> None:
        (dialog,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, PacketDialog))
        seen.append(dialog.recipient.currentData())
        dialog.reject()

    QTimer.singleShot(0, look)
    packet.trigger()
    assert seen == ["protect_defenders_eu"]
    frame.lock()
    assert not packet.isEnabled()


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_to_press_is_in_sight_on_a_small_screen(desk_of, show, dressed, percent: int) -> None:
    dressed.set("light", percent)
    desk = desk_of("s2")
    dialog = PacketDialog(desk.context, desk.tasks)
    dialog.resize(1200, 740)
    show(dialog)
    previewed(desk, dialog)
    assert dialog.width() <= 1280
    assert dialog.height() <= 800
    for widget in (dialog.export_button, dialog.close_button, dialog.preview.fit, dialog.verdict):
        bottom = widget.mapTo(dialog, widget.rect().bottomRight())
        assert dialog.rect().contains(bottom), widget.objectName()
        assert widget.width() >= widget.minimumSizeHint().width()
    scroll = dialog.options_scroll
    desk.qtbot.waitUntil(lambda: scroll.widget().width() <= scroll.viewport().width())
