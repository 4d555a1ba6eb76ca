"""The page of packets that left, and the same inside a case: what it says, what is added, copies, verifying a file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hrd_desktop.core.edit import SetValue
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.frame import Frame
from hrd_desktop.gui.kept_packet_dialog import KeptPacketDialog
from hrd_desktop.gui.packets_page import PacketsPage
from hrd_desktop.gui.sent_block import SentBlock
from hrd_desktop.services import cases, editing, packets, record, sent
from hrd_desktop.services.delivery import Closing

S1 = "HRD-2026-S1"
LATER = datetime(2026, 9, 16, 12, tzinfo=UTC)


@pytest.fixture
def left(tmp_path):
    """Write packets of S1 for its partner, on days one after the other."""

    def write(file, count: int = 1, **more) -> list[packets.Exported]:
        made = []
        for number in range(count):
            case = cases.open_case(file, S1).case
            options = packets.default_options(case, date(2026, 9, 10) + timedelta(days=number))
            at = datetime(2026, 9, 10 + number, 12, tzinfo=UTC)
            out = tmp_path / f"left-{number}.pdf"
            made.append(packets.export(file, S1, out, options, at=at, by="AB", **more))
        return made

    return write


@pytest.fixture
def opened(case_file, tasks, language, now, show, qtbot):
    def make(size=(1000, 800)) -> PacketsPage:
        page = PacketsPage(case_file, tasks, language, now)
        page.by = "CD"
        page.resize(*size)
        show(page)
        qtbot.waitUntil(lambda: bool(page.list.cards) or page.empty.isVisible())
        return page

    return make


def settled(page: PacketsPage, qtbot) -> None:
    """Wait until it is said of each packet what was changed since."""
    qtbot.waitUntil(lambda: all(c.state.isVisible() or c.changes_fold.isVisible() for c in page.list.cards))


def test_nothing_has_left_yet(opened) -> None:
    page = opened()
    assert page.empty.text().startswith("No packet has left yet.")
    assert not page.more.isVisible()


def test_each_packet_says_whose_to_whom_when_and_what_became_of_it(case_file, left, opened, qtbot) -> None:
    first, second = left(case_file, 2)
    sent.add_dispatch(case_file, S1, 1, "posted", date(2026, 9, 11), note="tracking RR 1", at=LATER, by="AB")
    page = opened()
    settled(page, qtbot)
    newest, oldest = page.list.cards
    assert newest.title.text() == "Notebook · HRD-2026-S1 · Edition 2 for ProtectDefenders.eu"
    assert newest.facts.text() == f"September 11, 2026 · {second.pages} pages in one file · replaces edition 1"
    assert oldest.facts.text().endswith(f"{first.pages} pages in one file · replaced by edition 2")
    assert newest.state.text() == "Nothing of it was changed since."
    assert newest.dispatches.text() == "Nothing is noted yet of how it went."
    assert oldest.dispatches.text() == "September 11, 2026: Sent by post · tracking RR 1"


def test_what_was_changed_since_is_listed_by_its_place_alone(case_file, left, opened, qtbot) -> None:
    left(case_file)
    editing.change(case_file, S1, [SetValue("P1.birth.city", "Elsewhere")], at=LATER)
    page = opened()
    settled(page, qtbot)
    (card,) = page.list.cards
    assert card.changes_fold.accessibleName() == "Changed since it was sent: 1"
    assert not card.changes.isVisible()
    QTest.keyClick(card.changes_fold, Qt.Key.Key_Space)
    assert card.changes.text() == "People > P1 > Birth > City or town of birth"


def test_what_became_of_it_is_added_by_keyboard(case_file, left, opened, qtbot) -> None:
    left(case_file)
    page = opened()
    (card,) = page.list.cards
    card.add_button.click()
    qtbot.waitUntil(card.form.how.hasFocus)
    card.form.how.show_code("receipt")
    card.form.note.setText("signed at the desk")
    QTest.keyClick(card.form.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Receipt confirmed" in card.dispatches.text())
    (kept,) = sent.of_case(case_file, S1)[0].dispatches
    assert (kept.how, kept.on, kept.note, kept.by) == ("receipt", date(2026, 9, 15), "signed at the desk", "CD")
    assert card.form is None
    assert card.add_button.isVisible()


def test_escape_leaves_the_form_and_nothing_is_added(case_file, left, opened) -> None:
    left(case_file)
    page = opened()
    (card,) = page.list.cards
    card.add_button.click()
    QTest.keyClick(card.form.note, Qt.Key.Key_Escape)
    assert card.form is None
    assert sent.of_case(case_file, S1)[0].dispatches == ()


def test_a_kept_packet_opens_exactly_as_it_was_sent_also_after_changes(case_file, left, opened, qtbot) -> None:
    (made,) = left(case_file)
    editing.change(case_file, S1, [SetValue("case.partner_reference", "OTHER-1")], at=LATER)
    page = opened()
    page.list.cards[0].open_button.click()

    def dialogs() -> list[KeptPacketDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, KeptPacketDialog)]

    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    assert dialog.preview.document.pageCount() == made.pages
    assert "PD-2026-0881" in dialog.preview.document.getAllText(0).text()
    assert "Edition 1" in dialog.heading.text()
    dialog.preview.printing.emit(3)  # what the window of printing tells as it begins
    qtbot.waitUntil(lambda: record.read(case_file, record.asked(action="print")) != [])
    told = [(one.action, one.by) for one in record.read(case_file, record.asked(case=S1), limit=2)]
    assert told == [("print", "CD"), ("view_packet", "CD")]
    dialog.done(0)  # what locking does
    assert dialog.preview.document.pageCount() == 0


def test_a_copy_is_the_same_to_the_byte(case_file, left, opened, qtbot, tmp_path, monkeypatch) -> None:
    (made,) = left(case_file)
    page = opened()
    asked: list[Path] = []

    def choose(suggested: Path, over: object) -> Path:
        asked.append(suggested)
        return tmp_path / "again.pdf"

    monkeypatch.setattr(page.list, "choose_file", choose)
    page.list.cards[0].copy_button.click()
    qtbot.waitUntil(page.message.isVisible)
    assert asked[0].name == "left-0.pdf"
    assert (tmp_path / "again.pdf").read_bytes() == made.data
    assert "again.pdf" in page.message.text()


@pytest.mark.parametrize("sealed", [False, True])
def test_a_file_is_verified_against_the_register(
    case_file, left, opened, qtbot, tmp_path, monkeypatch, sealed: bool
) -> None:
    first, second = left(
        case_file, 2, closing=Closing(passphrase="five lamps under a green bridge") if sealed else None
    )
    page = opened()
    said = []
    stranger = tmp_path / "stranger.pdf"
    stranger.write_bytes(second.paths[0].read_bytes() + b"\n")
    for path in (second.paths[0], first.paths[0], stranger):
        monkeypatch.setattr(page, "choose_file", lambda path=path: path)
        page.verdict.clear()
        page.verify_button.click()
        qtbot.waitUntil(lambda: bool(page.verdict.text()))
        said.append(page.verdict.text())
    facts = "for ProtectDefenders.eu of HRD-2026-S1, September 1{day}, 2026, to the byte"
    assert said[0] == f"This is edition 2 {facts.format(day=1)}: the newest one."
    assert said[1] == f"This is edition 1 {facts.format(day=0)}. Edition 2 has replaced it."
    assert said[2].startswith("Unknown: this file is none of the packets kept here.")


def test_a_file_that_cannot_be_read_is_said(opened, qtbot, tmp_path, monkeypatch) -> None:
    page = opened()
    monkeypatch.setattr(page, "choose_file", lambda: tmp_path / "nowhere.pdf")
    page.verify_button.click()
    qtbot.waitUntil(page.message.isVisible)
    assert "nowhere.pdf" in page.message.text()


def test_it_leads_to_the_case_and_no_name_is_shown(case_file, left, opened, qtbot) -> None:
    left(case_file)
    page = opened()
    settled(page, qtbot)
    with qtbot.waitSignal(page.chosen) as chosen:
        page.list.cards[0].case_button.click()
    assert chosen.args == [S1]
    names = [name.family for name in cases.open_case(case_file, S1).case.persons[0].names if name.family]
    (card,) = page.list.cards
    assert names
    assert not any(name in label.text() for name in names for label in (card.title, card.facts, card.changes))


def test_more_packets_come_when_asked_for(case_file, left, opened, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("hrd_desktop.gui.packets_page._AT_ONCE", 1)
    left(case_file, 2)
    page = opened()
    assert len(page.list.cards) == 1
    page.more.click()
    qtbot.waitUntil(lambda: len(page.list.cards) == 2)
    assert not page.more.isVisible()


def test_french_is_taken_at_once(case_file, left, opened, language, qtbot) -> None:
    left(case_file)
    page = opened()
    language.set("fr")
    qtbot.waitUntil(lambda: bool(page.list.cards) and "Édition 1" in page.list.cards[0].title.text())
    settled(page, qtbot)
    assert page.list.cards[0].state.text() == "Rien n’en a été modifié depuis."


def test_a_case_shows_its_own_packets_and_follows_its_changes(desk_of, left, show, qtbot) -> None:
    desk = desk_of("s1")
    left(desk.file)
    page = CasePage(desk.case, desk.tasks, "en")
    page.resize(1184, 728)
    show(page)
    page.show_section("referral")
    qtbot.waitUntil(lambda: bool(page.findChildren(SentBlock)) and bool(page.findChildren(SentBlock)[0].cards.cards))
    (block,) = page.findChildren(SentBlock)
    (card,) = block.cards.cards
    assert card.title.text() == "Edition 1 for ProtectDefenders.eu"
    assert not card.case_button.isVisible()
    qtbot.waitUntil(lambda: card.state.text() == "Nothing of it was changed since.")
    desk.case.set_value("case.partner_reference", "OTHER-2")
    qtbot.waitUntil(lambda: card.changes_fold.accessibleName() == "Changed since it was sent: 1")


def test_inside_a_case_the_newest_stands_first_and_the_earlier_ones_come_when_asked_for(
    desk_of, left, show, qtbot
) -> None:
    desk = desk_of("s1")
    left(desk.file, 3)
    block = SentBlock(desk.context)
    show(block)
    qtbot.waitUntil(lambda: bool(block.cards.cards))
    assert [card.row.edition for card in block.cards.cards] == [3]
    assert block.earlier.text() == "Earlier editions (2)"
    block.earlier.click()
    assert [card.row.edition for card in block.cards.cards] == [3, 2, 1]
    block.earlier.click()
    assert [card.row.edition for card in block.cards.cards] == [3]


def test_the_packets_are_reached_from_the_rail_and_by_key(
    case_file, tasks, language, preferences, clock, now, show, qtbot
) -> None:
    frame = Frame(preferences, language, tasks, clock, now, case_file.path, calibrate=False)
    show(frame)
    assert not frame.rail.packets_button.isVisible()
    frame.unlock.opened.emit(case_file)
    frame.rail.packets_button.click()
    page = frame.pages.currentWidget()
    assert isinstance(page, PacketsPage)
    assert frame.rail.packets_button.isChecked()
    frame.show_caseload()
    QTest.keyClick(frame.windowHandle(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(frame.pages.currentWidget(), PacketsPage)
    frame.pages.currentWidget().chosen.emit(S1)
    qtbot.waitUntil(lambda: isinstance(frame.pages.currentWidget(), CasePage))
    frame.show_packets()
    frame.lock()
    assert not frame.rail.isVisible()
    assert frame.pages.currentWidget() is frame.unlock


def test_large_letters_fit_the_window(case_file, left, opened, dressed, qtbot) -> None:
    left(case_file)
    page = opened((700, 800))
    dressed.set("dark", 200)
    page.list.cards[0].add_button.click()
    qtbot.waitUntil(lambda: page.ground.width() <= page.scroller.viewport().width())
