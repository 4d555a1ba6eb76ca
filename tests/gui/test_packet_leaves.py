"""The packet window: what leaves, for whom, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.packet_dialog import PacketDialog
from hrd_desktop.services import cases, evidence, sent
from hrd_desktop.services.delivery import Closing
from hrd_desktop.services.evidence import Reader
from hrd_desktop.wording import wording
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


def test_another_name_typed_writes_nothing(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    dialog.typed = "UNHCR"
    exported(desk, dialog, tmp_path / "packet.pdf")
    assert list(tmp_path.glob("*.pdf")) == []
    assert "UNHCR" in dialog.message.text()
    assert sent.of_case(desk.file, desk.code) == []


def test_what_leaves_is_kept_and_the_same_again_is_no_new_edition(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    exported(desk, dialog, tmp_path / "one.pdf")
    assert "Kept as edition 1." in dialog.message.text()
    exported(desk, dialog, tmp_path / "two.pdf")
    assert "It is edition 1 once more, the same to the byte." in dialog.message.text()
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    (kept,) = sent.of_case(desk.file, desk.code)
    assert (kept.edition, kept.recipient) == (1, "protect_defenders_eu")


def test_a_locked_packet_says_how_to_tell_what_opens_it(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    dialog.closing = Closing(password="five lamps under a green bridge")
    exported(desk, dialog, tmp_path / "packet.pdf")
    assert b"/Encrypt" in (tmp_path / "packet.pdf").read_bytes()
    assert dialog.message.text().endswith("Tell what opens it another way than you send it.")


def test_a_part_taken_out_is_neither_shown_nor_written_and_is_named_as_left_out(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    before = dialog.preview.document.pageCount()
    assert dialog.parts.fold.accessibleName() == f"In it: all {len(dialog.parts.boxes)} parts"
    dialog.parts.fold.click()
    dialog.parts.boxes["background"].click()
    desk.qtbot.waitUntil(lambda: 0 < dialog.preview.document.pageCount() < before)
    assert ("Background", "You took this part out.") in dialog.left_out.entries
    assert "background" not in dialog.options().parts
    count = len(dialog.parts.boxes)
    assert dialog.parts.fold.accessibleName() == f"In it: {count - 1} of {count} parts"


def test_the_last_part_cannot_be_taken_out(dialog_of) -> None:
    _, dialog = dialog_of()
    for box in dialog.parts.boxes.values():
        box.click()
    assert len(dialog.parts.chosen()) == 1


def test_what_is_left_out_says_why_and_follows_the_recipient(dialog_of) -> None:
    desk, dialog = dialog_of()
    reasons = dict(dialog.left_out.entries)
    assert all(reasons.values())
    assert not any("Form data sheets" in what for what in reasons)
    choose(dialog, "recipient", "ircc")
    assert any("Form data sheets" in what for what, _ in dialog.left_out.entries)
    assert "forms" not in dialog.parts.boxes
    choose(dialog, "recipient", "defender")
    assert dialog.paper.currentData() == "a4"
    assert not dialog.obstacles.isVisible()
    desk.qtbot.waitUntil(lambda: "PERSONAL COPY" in dialog.preview.document.getAllText(0).text())


def test_nobody_but_those_who_may_refer_is_offered_beside_those_who_read(dialog_of) -> None:
    _, dialog = dialog_of()
    offered = [dialog.recipient.itemData(n) for n in range(dialog.recipient.count())]
    assert offered[0] == "protect_defenders_eu"
    assert {"unhcr", "front_line_defenders", "ircc", "lawyer", "own_organisation", "defender"} <= set(offered)
    assert len(offered) == len(set(offered))


def test_no_consent_for_a_recipient_leads_to_the_consents(dialog_of) -> None:
    desk, dialog = dialog_of()
    choose(dialog, "recipient", "lawyer")
    assert {line.place for line in dialog.obstacles.lines} == {"case.consents"}
    assert not dialog.export_button.isEnabled()
    with desk.qtbot.waitSignal(dialog.asked_for) as gone:
        dialog.obstacles.lines[0].click()
    assert gone.args == ["case.consents"]


def test_files_for_a_mailbox_are_counted_and_written(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    assert not dialog.split_hint.isVisible()
    choose(dialog, "split", "fit")
    desk.qtbot.waitUntil(lambda: dialog.split_hint.isVisible() and not dialog.progress.isVisible())
    assert dialog.split_hint.text().startswith("Files: 1 (")
    assert dialog.split_hint.text().endswith("Mails: 1.")
    exported(desk, dialog, tmp_path / "packet.pdf")
    assert (tmp_path / "packet.pdf").exists()


def test_going_back_to_a_choice_shows_its_pages_at_once(dialog_of) -> None:
    desk, dialog = dialog_of()
    choose(dialog, "paper", "a4")
    desk.qtbot.waitUntil(lambda: abs(dialog.preview.document.pagePointSize(0).width() - 595) < 1)
    choose(dialog, "paper", "letter")
    dialog._soon.stop()
    dialog._typeset()
    assert not dialog.progress.isVisible()
    assert dialog.preview.document.pagePointSize(0).width() == pytest.approx(612, abs=1)


def test_the_internal_cover_is_a_file_of_its_own_and_says_that_it_stays(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of("s2")
    dialog.path = tmp_path / "cover.pdf"
    dialog.internal_button.click()
    desk.qtbot.waitUntil(lambda: "never to be sent" in dialog.message.text())
    assert dialog.suggested.name == "HRD-2026-S2-internal-cover.pdf"
    assert (tmp_path / "cover.pdf").read_bytes().startswith(b"%PDF")
    assert sent.of_case(desk.file, desk.code) == []


def test_no_name_of_a_person_is_in_any_name_of_a_file(dialog_of, tmp_path: Path) -> None:
    desk, dialog = dialog_of()
    exported(desk, dialog, tmp_path / "x.pdf")
    names = {
        part.casefold()
        for person in desk.case.case.persons
        for name in person.names
        for text in (name.family, name.given, name.full)
        for part in (text or "").split()
    }
    assert names
    assert not any(name in dialog.suggested.name.casefold() for name in names)


def test_a_page_is_typed_and_a_part_is_chosen(dialog_of) -> None:
    desk, dialog = dialog_of()
    preview = dialog.preview
    preview.page_number.setFocus()
    preview.page_number.selectAll()
    desk.qtbot.keyClicks(preview.page_number, "7")
    desk.qtbot.keyClick(preview.page_number, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: preview.pages.pageNavigator().currentPage() == 6)
    assert dialog.isVisible()
    first = preview.part.itemData(preview.part.count() - 1)
    choose_part = preview.part.findData(first)
    preview.part.setCurrentIndex(choose_part)
    preview.part.activated.emit(choose_part)
    desk.qtbot.waitUntil(lambda: preview.pages.pageNavigator().currentPage() == int(first))


def test_the_text_is_shown_while_copies_of_papers_are_made_ready(desk_of, show) -> None:
    desk = desk_of("s1")
    with Reader() as reader:
        evidence.add(
            desk.file, desk.code, b"A note kept as text.\n", "note.txt",
            title="Note", kind="other", at=NOW, reader=reader,
        )  # fmt: skip
    case = OpenCase(desk.file, cases.open_case(desk.file, desk.code), desk.tasks, lambda: NOW)
    context = FieldContext(case, wording("en"))
    dialog = PacketDialog(context, desk.tasks)
    seen: list[tuple[bool, int]] = []
    dialog._work.shown.connect(lambda pages: seen.append((pages.whole, pages.copies)))
    show(dialog)
    desk.qtbot.waitUntil(lambda: any(whole for whole, _ in seen), timeout=20_000)
    assert seen == [(False, 0), (True, 1)]
    assert dialog.papers.text().endswith("with a copy: 1")
    last = dialog.preview.document.pageCount() - 1
    texts = [dialog.preview.document.getAllText(page).text() for page in range(last + 1)]
    assert any("A note kept as text." in text for text in texts)
    dialog.done(0)
    case.deleteLater()


def test_locking_while_copies_are_made_ready_ends_the_work(desk_of, show) -> None:
    desk = desk_of("s1")
    dialog = PacketDialog(desk.context, desk.tasks)
    show(dialog)
    desk.qtbot.waitUntil(lambda: dialog._work.busy)
    dialog.done(0)
    assert not dialog._work.busy
    assert not dialog.isVisible()
    desk.qtbot.waitUntil(lambda: not desk.tasks._tasks, timeout=10_000)
    assert dialog.preview.document.pageCount() == 0
