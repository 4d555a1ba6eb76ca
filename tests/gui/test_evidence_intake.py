"""Papers coming in: chosen, dropped, pasted, scanned; added only when they are kept and read back."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.evidence_intake import EvidenceIntake
from hrd_desktop.gui.paper_desk import Arrival, desk_of
from hrd_desktop.services import evidence
from tests.documents import papers
from tests.gui.case_desk import Desk

Show = Callable[[QWidget], QWidget]
LIST = "case.evidence"


@pytest.fixture
def intake(desk: Desk, show: Show) -> Iterator[EvidenceIntake]:
    around = QWidget()
    around.resize(800, 600)
    made = EvidenceIntake(desk.context, around)
    made.resize(780, 560)
    show(around)
    yield made
    around.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


def file_in(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def come_in(intake: EvidenceIntake, qtbot, *paths: Path) -> list[Arrival]:
    intake.take(list(paths))
    qtbot.waitUntil(lambda: not intake.desk.busy, timeout=30_000)
    return intake.desk.arrivals


def test_a_file_is_kept_and_gets_an_entry_that_can_be_taken_back(intake, desk: Desk, qtbot, folder: Path):
    path = file_in(folder, "letter of Canary.pdf", papers.pdf())
    before = list(desk.case.rows(LIST))
    [one] = come_in(intake, qtbot, path)
    assert one.state == "added"
    desk.settle()
    assert evidence.content(desk.file, desk.code, one.entry)[1] == path.read_bytes()
    entry = next(row for row in desk.on_file().evidence if row.id == one.entry)
    assert entry.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "Canary" not in f"{entry.title} {entry.file}"
    assert (entry.pages, entry.received_on) == (1, desk.today)
    desk.case.undo()
    assert desk.case.rows(LIST) == before
    desk.case.redo()
    desk.settle()
    assert evidence.content(desk.file, desk.code, one.entry)[1] == path.read_bytes()


def test_added_is_said_only_after_the_bytes_are_in_the_case_file(intake, desk: Desk, qtbot, folder: Path):
    told: list[tuple[str, bool]] = []

    def watch() -> None:
        for one in intake.desk.arrivals:
            kept = False
            if one.found is not None:
                from hrd_desktop.store import blobs

                with desk.file.session() as session:
                    kept = blobs.find(session, desk.code, one.found.sha256) is not None
            told.append((one.state, kept))

    intake.desk.arrivals_changed.connect(watch)
    come_in(intake, qtbot, file_in(folder, "a.pdf", papers.pdf()))
    assert ("added", True) in told
    assert ("added", False) not in told


def test_several_at_once_each_with_its_own_end(intake, desk: Desk, qtbot, folder: Path):
    files = [
        file_in(folder, "1.pdf", papers.pdf()),
        file_in(folder, "2.pdf", papers.locked_pdf()),
        file_in(folder, "3.pdf", papers.pdf()),
        folder / "not there.pdf",
    ]
    states = [(one.state, bool(one.found and one.found.trouble)) for one in come_in(intake, qtbot, *files)]
    assert states == [("added", False), ("added", True), ("same", False), ("refused", False)]
    lines = "\n".join(label.text() for label in intake.findChildren(type(intake.told)))
    assert "kept unopened" in lines
    assert "locked with a password" in lines
    assert "the same file as" in lines


def test_the_same_file_comes_in_twice_only_if_somebody_says_so(intake, desk: Desk, qtbot, folder: Path):
    path = file_in(folder, "1.pdf", papers.pdf())
    [first] = come_in(intake, qtbot, path)
    [again] = come_in(intake, qtbot, path)
    assert (again.state, again.same_as) == ("same", (first.entry,))
    button = next(b for b in intake.findChildren(QPushButton) if "all the same" in b.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not intake.desk.busy, timeout=30_000)
    assert again.state == "added"
    assert again.entry != first.entry


def test_what_waits_can_be_cancelled(intake, desk: Desk, qtbot, folder: Path):
    files = [file_in(folder, f"{n}.png", papers.saved(papers.page(float(n)), "PNG")) for n in range(4)]
    intake.take(files)
    qtbot.mouseClick(intake.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not intake.desk.busy, timeout=30_000)
    states = [one.state for one in intake.desk.arrivals]
    assert states.count("cancelled") >= 3
    assert len(desk.case.rows(LIST)) == len(desk.on_file().evidence)


def test_too_large_is_refused_before_it_is_read(intake, desk: Desk, qtbot, folder: Path):
    path = folder / "huge.bin"
    with path.open("wb") as stream:
        stream.truncate(evidence.MOST_BYTES + 1)
    [one] = come_in(intake, qtbot, path)
    assert one.state == "refused"
    assert "too large" in one.why


def test_a_picture_and_files_from_the_clipboard(intake, desk: Desk, qtbot, folder: Path):
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    mime = QMimeData()
    mime.setImageData(picture)
    intake.take_mime(mime)
    qtbot.waitUntil(lambda: not intake.desk.busy, timeout=30_000)
    assert [(one.state, one.found.kind) for one in intake.desk.arrivals] == [("added", "png")]
    named = QMimeData()
    named.setUrls([QUrl.fromLocalFile(str(file_in(folder, "a.pdf", papers.pdf())))])
    intake.take_mime(named)
    qtbot.waitUntil(lambda: not intake.desk.busy, timeout=30_000)
    assert [one.name for one in intake.desk.arrivals] == ["a.pdf"]
    intake.take_mime(QMimeData())
    assert "no file and no picture" in intake.error.text()


def test_files_dropped_on_the_page_come_in(intake, desk: Desk, qtbot, folder: Path):
    named = QMimeData()
    named.setUrls([QUrl.fromLocalFile(str(file_in(folder, "a.pdf", papers.pdf())))])
    around = intake.parentWidget()
    held = (Qt.DropAction.CopyAction, named, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enters = QDragEnterEvent(QPoint(20, 20), *held)
    QApplication.sendEvent(around, enters)
    assert enters.isAccepted()
    drop = QDropEvent(QPoint(20, 20).toPointF(), *held)
    QApplication.sendEvent(around, drop)
    qtbot.waitUntil(lambda: bool(intake.desk.arrivals) and not intake.desk.busy, timeout=30_000)
    assert intake.desk.arrivals[0].state == "added"


def test_new_files_of_a_scan_folder_are_offered_and_not_taken_by_themselves(intake, desk, qtbot, folder: Path):
    long_ago = time.time() - 60
    old = file_in(folder, "page 1.pdf", papers.pdf())
    os.utime(old, (long_ago, long_ago))
    intake.folder.watch(folder)
    qtbot.waitUntil(lambda: intake.folder.list.count() == 1, timeout=10_000)
    assert not intake.desk.arrivals
    new = file_in(folder, "page 2.pdf", papers.pdf(("Another page",)))
    os.utime(new, (long_ago, long_ago))
    qtbot.waitUntil(lambda: intake.folder.list.count() == 2, timeout=10_000)
    intake.folder.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    qtbot.mouseClick(intake.folder.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(intake.desk.arrivals) and not intake.desk.busy, timeout=30_000)
    assert len(intake.desk.arrivals) == 1
    qtbot.waitUntil(lambda: intake.folder.list.count() == 1, timeout=10_000)
    assert intake.folder.list.item(0).checkState() == Qt.CheckState.Unchecked


def test_a_better_scan_takes_the_place_of_the_file(intake, desk: Desk, qtbot, folder: Path):
    [one] = come_in(intake, qtbot, file_in(folder, "a.jpg", papers.photograph_with_a_story()))
    assert "low_resolution" in one.found.flaws
    assert any("Scan it again now" in b.text() for b in intake.findChildren(QPushButton))
    better = file_in(folder, "b.pdf", papers.pdf())
    intake.desk.add([Arrival("b.pdf", better, into=one.entry)])
    qtbot.waitUntil(lambda: not intake.desk.busy, timeout=30_000)
    desk.settle()
    assert evidence.content(desk.file, desk.code, one.entry)[1] == better.read_bytes()


def test_before_the_first_consent_nothing_comes_in(desk: Desk, show: Show, qtbot):
    for row in list(desk.case.rows("case.consents")):
        desk.case.remove_row(row)
    around = QWidget()
    made = EvidenceIntake(desk.context, around)
    show(around)
    assert made.choose.isEnabled() == desk.case.asks(LIST)
    assert not made.choose.isEnabled()


def test_the_section_shows_both_and_leads_to_the_new_entry(desk: Desk, show: Show, qtbot, folder: Path):
    page = CasePage(desk.case, desk.tasks, "en")
    page.resize(1280, 800)
    show(page)
    page.show_section("evidence")
    intake = page.findChild(EvidenceIntake)
    assert intake is not None
    assert desk_of(page.context) is intake.desk
    [one] = come_in(intake, qtbot, file_in(folder, "a.pdf", papers.pdf()))
    card = next(w for w in page.findChildren(QWidget) if getattr(w, "key", "") == one.entry)
    qtbot.waitUntil(card.head.isChecked)
