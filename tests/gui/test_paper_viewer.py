"""A paper on the screen: its pages, what it carries, what leaves, what is covered; nothing reaches the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from hrd_desktop.gui.page_view import PageView
from hrd_desktop.gui.paper_viewer import PaperViewer
from hrd_desktop.services import covering, evidence
from hrd_desktop.services.evidence import Box
from tests.documents import papers
from tests.gui.case_desk import Desk

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def viewer_of(desk: Desk, show: Show, qtbot) -> Callable[..., PaperViewer]:
    """Keeps a file and opens it in the viewer."""
    made: list[PaperViewer] = []

    def view(data: bytes, name: str = "a.pdf", **values: object) -> PaperViewer:
        with evidence.Reader() as reader:
            added = evidence.add(
                desk.file, desk.code, data, name, title="A paper", kind="report", at=desk.case.now(), reader=reader,
                values=values,
            )  # fmt: skip
        entry = next(row for row in desk.on_file().evidence if row.id == added.evidence)
        desk.case.case.evidence.append(entry)
        dialog = PaperViewer(desk.context, added.evidence)
        dialog.resize(1100, 800)
        show(dialog)
        qtbot.waitUntil(lambda: dialog.found is not None, timeout=10_000)
        made.append(dialog)
        return dialog

    return view


def shown(viewer: PaperViewer, qtbot) -> None:
    qtbot.waitUntil(lambda: viewer.stack.currentWidget() is viewer.view, timeout=20_000)
    qtbot.waitUntil(lambda: viewer._pictures._task is None, timeout=20_000)


def test_pages_are_gone_through_zoomed_and_turned(viewer_of, qtbot):
    viewer = viewer_of(papers.pdf(pages=3))
    shown(viewer, qtbot)
    assert viewer.bar.number.text() == "Page 1 of 3"
    qtbot.keyClick(viewer.view, Qt.Key.Key_PageDown)
    shown(viewer, qtbot)
    assert (viewer.page, viewer.view.page, viewer.bar.number.text()) == (1, 1, "Page 2 of 3")
    qtbot.keyClick(viewer.view, Qt.Key.Key_PageUp)
    qtbot.keyClick(viewer.view, Qt.Key.Key_PageUp)
    assert viewer.page == 0
    before = viewer.view._size()
    qtbot.keyClick(viewer.view, Qt.Key.Key_Plus)
    assert viewer.view._size().width() > before.width()
    qtbot.keyClick(viewer.view, Qt.Key.Key_0)
    assert viewer.view._size() == before
    qtbot.keyClick(viewer.view, Qt.Key.Key_R)
    assert viewer.view._size().width() > viewer.view._size().height()


def test_a_page_that_is_zoomed_into_becomes_sharper(viewer_of, qtbot):
    viewer = viewer_of(papers.pdf())
    shown(viewer, qtbot)
    coarse = viewer.view._picture.width()
    viewer.view.set_zoom(3.0)
    qtbot.waitUntil(lambda: viewer.view._picture.width() > coarse, timeout=20_000)


def test_words_are_found_on_their_page(viewer_of, qtbot):
    viewer = viewer_of(papers.pdf(("The heron stands.",), pages=3))
    shown(viewer, qtbot)
    viewer.bar.search.setText("HERON")
    assert viewer.told.text().startswith("1 of 3, page 1")
    qtbot.keyClick(viewer.bar.search, Qt.Key.Key_Return)
    assert viewer.page == 1
    assert viewer.isVisible()
    viewer.bar.search.setText("pelican")
    assert viewer.told.text() == "Not found in the text of this paper."


def test_what_it_carries_and_what_leaves_are_told(viewer_of, qtbot):
    viewer = viewer_of(papers.hostile_pdf())
    shown(viewer, qtbot)
    carries = viewer.facts.carries.text()
    for told in ("Author: Canary Author", "Script", "Attached file", "Form data", "Link out"):
        assert told in carries
    assert "nothing else that the file carries" in viewer.facts.leaves.text()
    assert viewer.found.sha256[:8] in viewer.facts.digest.text()


def test_a_photograph_tells_device_place_and_time(viewer_of, qtbot):
    viewer = viewer_of(papers.photograph_with_a_story(), "a.jpg")
    shown(viewer, qtbot)
    for told in ("Device", "Place", "Taken at", "Author: Canary"):
        assert told in viewer.facts.carries.text()
    assert not viewer.bar.search.isEnabled()


def test_a_text_and_a_mail_are_shown_as_text(viewer_of, qtbot):
    viewer = viewer_of(papers.mail(), "a.eml")
    qtbot.waitUntil(lambda: viewer.stack.currentWidget() is viewer.text)
    assert "We know where you live." in viewer.text.toPlainText()
    viewer.bar.search.setText("where")
    assert viewer.text.textCursor().selectedText() == "where"


def test_parts_of_a_text_are_covered_on_the_pages_that_leave(viewer_of, desk: Desk, qtbot):
    viewer = viewer_of(("Words. " * 900 + "\n\nThe heron lives here.").encode(), "a.txt")
    qtbot.waitUntil(lambda: viewer.stack.currentWidget() is viewer.text)
    viewer.covering.cover.click()
    shown(viewer, qtbot)
    pages = viewer.sheets.made.pages
    assert viewer.bar.number.text() == f"Page 1 of {pages}"
    assert pages > 1
    viewer.bar.search.setText("heron")
    assert f"page {pages}" in viewer.told.text()
    shown(viewer, qtbot)
    qtbot.keyClick(viewer.view, Qt.Key.Key_N)
    assert [box.page for box in viewer.boxes] == [pages - 1]
    sha256 = viewer.found.sha256
    qtbot.waitUntil(lambda: covering.sheets_of(desk.file, desk.code, sha256) == viewer.sheets.made, timeout=5000)
    assert "Boxes: 1" in viewer.facts.leaves.text()
    viewer.covering.leaving.click()
    qtbot.waitUntil(lambda: viewer._pictures.best(("leaving", pages - 1, 0)) is not None, timeout=20_000)
    picture = viewer._pictures.best(("leaving", pages - 1, 0)).toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2).lightness() == 0
    viewer.covering.leaving.click()
    qtbot.keyClick(viewer.view, Qt.Key.Key_Delete)
    assert viewer.boxes == []
    viewer.covering.cover.click()
    assert viewer.stack.currentWidget() is viewer.text


def test_boxes_on_a_text_that_came_from_elsewhere_count_when_somebody_says_so(viewer_of, desk: Desk, qtbot):
    first = viewer_of(b"The heron lives here.", "a.txt")
    sha256 = first.found.sha256
    first.reject()
    evidence.set_boxes(desk.file, desk.code, sha256, [Box(0, 0, 0, 1, 0.1)])
    viewer = PaperViewer(desk.context, first.entry)
    viewer.show()
    shown(viewer, qtbot)
    assert "nothing of this paper leaves" in viewer.told.text()
    assert covering.sheets_of(desk.file, desk.code, sha256) is None
    viewer.covering.right.click()
    assert viewer.covering.right.isHidden()
    qtbot.waitUntil(lambda: covering.sheets_of(desk.file, desk.code, sha256) == viewer.sheets.made, timeout=5000)
    viewer.reject()


def test_what_cannot_be_opened_says_why(viewer_of):
    viewer = viewer_of(papers.locked_pdf())
    assert "locked with a password" in viewer.said.text()
    assert viewer.stack.currentWidget() is viewer.said
    assert "without a copy" in viewer.facts.leaves.text()


def test_a_box_drawn_is_kept_black_as_it_leaves_and_the_original_is_untouched(viewer_of, desk: Desk, qtbot):
    data = papers.saved(papers.page(), "PNG")
    viewer = viewer_of(data, "a.png")
    shown(viewer, qtbot)
    viewer.covering.cover.click()
    view = viewer.view
    start = view.to_screen().map(QPoint(0, 0).toPointF()).toPoint() + QPoint(60, 60)
    view.mousePressEvent(_mouse("press", start))
    view.mouseMoveEvent(_mouse("move", start + QPoint(200, 120)))
    view.mouseReleaseEvent(_mouse("release", start + QPoint(200, 120)))
    assert len(viewer.boxes) == 1
    sha256 = viewer.found.sha256
    qtbot.waitUntil(lambda: len(evidence.boxes(desk.file, desk.code, sha256)) == 1, timeout=5000)
    assert "Boxes: 1" in viewer.facts.leaves.text()
    viewer.covering.leaving.click()
    qtbot.waitUntil(lambda: viewer._pictures.best(("leaving", 0, 0)) is not None, timeout=20_000)
    picture = viewer._pictures.best(("leaving", 0, 0)).toImage()
    box = viewer.boxes[0]
    x, y = (box.left + box.right) / 2 * picture.width(), (box.top + box.bottom) / 2 * picture.height()
    assert picture.pixelColor(int(x), int(y)).lightness() == 0
    assert evidence.content(desk.file, desk.code, viewer.entry)[1] == data


def _mouse(what: str, at: QPoint):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    kinds = {
        "press": QEvent.Type.MouseButtonPress,
        "move": QEvent.Type.MouseMove,
        "release": QEvent.Type.MouseButtonRelease,
    }
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(kinds[what], at.toPointF(), at.toPointF(), left, left, Qt.KeyboardModifier.NoModifier)


def test_boxes_by_keyboard_and_one_step_back(viewer_of, desk: Desk, qtbot):
    viewer = viewer_of(papers.pdf())
    shown(viewer, qtbot)
    viewer.covering.cover.click()
    view = viewer.view
    qtbot.keyClick(view, Qt.Key.Key_N)
    [box] = viewer.boxes
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert viewer.boxes[0].left == pytest.approx(box.left - 0.01)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.boxes[0].bottom == pytest.approx(box.bottom + 0.01)
    assert viewer.boxes[0].top == pytest.approx(box.top)
    viewer.covering.back.click()
    assert viewer.boxes[0].bottom == pytest.approx(box.bottom)
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert len(viewer.boxes) == 2
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(viewer.boxes) == 1
    viewer.reject()
    desk.settle()
    sha256 = viewer.found.sha256
    qtbot.waitUntil(lambda: len(evidence.boxes(desk.file, desk.code, sha256)) == 1, timeout=5000)


def test_a_box_stays_on_the_paper_when_the_page_is_turned(qtbot, show: Show):
    from PySide6.QtGui import QPixmap

    view = PageView()
    view.resize(600, 600)
    show(view)
    picture = QPixmap(300, 400)
    picture.fill(Qt.GlobalColor.white)
    view.show_page(picture, 0, [])
    view.covering = True
    view.turn()
    corner = view.to_screen().map(QPoint(0, 0).toPointF())
    assert corner.x() > view.viewport().width() / 2
    view.begin_box()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    # What the eye sees go down goes to the right on a page turned to the right.
    assert view.boxes[0].left == pytest.approx(Box(0, 0.36, 0.45, 0.66, 0.55).left)


def test_what_is_sealed_closes_when_it_is_covered_again(viewer_of, desk: Desk, qtbot):
    desk.context.reveals.show("EV99")
    viewer = viewer_of(papers.pdf(), seal="medical")
    desk.context.reveals.show(viewer.entry)
    shown(viewer, qtbot)
    desk.context.reveals.hide_all()
    assert not viewer.isVisible()


def test_nothing_of_a_paper_reaches_the_disk(viewer_of, desk: Desk, qtbot, tmp_path: Path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    viewer = viewer_of(papers.pdf(("Canary words of a letter",)))
    shown(viewer, qtbot)
    viewer.covering.leaving.click()
    qtbot.waitUntil(lambda: viewer._pictures.best(("leaving", 0, 0)) is not None, timeout=20_000)
    viewer.reject()
    assert list(temporary.iterdir()) == []
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert b"Canary words" not in path.read_bytes()
