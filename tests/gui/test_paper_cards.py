"""The list of evidence: what is known of each file, what is missing beside it, and letting files go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from hrd_desktop.errors import Locked
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.editors.papers import EvidenceRows, PaperCard
from hrd_desktop.gui.paper_desk import Arrival, desk_of
from hrd_desktop.store import blobs
from tests.documents import papers
from tests.gui.case_desk import Desk
from tests.gui.hands import choose, press, type_in

Show = Callable[[QWidget], QWidget]
LIST = "case.evidence"


@pytest.fixture
def rows(desk: Desk, show: Show, qtbot) -> EvidenceRows:
    made: EvidenceRows = desk.editor(LIST, show)
    qtbot.waitUntil(lambda: bool(made._desk.listed))
    return made


def add(rows: EvidenceRows, qtbot, data: bytes, name: str = "a.pdf", **values: Any) -> PaperCard:
    rows._desk.add([Arrival(name, data, values)])
    qtbot.waitUntil(lambda: not rows._desk.busy, timeout=30_000)
    entry = rows._desk.arrivals[-1].entry
    qtbot.waitUntil(lambda: entry in rows._desk.listed and rows._desk.listed[entry].kept, timeout=10_000)
    card = rows.cards[entry]
    assert isinstance(card, PaperCard)
    return card


def test_a_paper_that_is_only_listed_says_so(rows: EvidenceRows):
    card = next(card for card in rows.cards.values() if isinstance(card, PaperCard))
    assert "Listed only" in card.state.text()
    assert card.look.isHidden()
    assert not card.file.isHidden()


def test_a_paper_without_a_file_is_listed_corrected_and_removed_by_hand(
    rows: EvidenceRows, desk: Desk, monkeypatch, qtbot
):
    monkeypatch.setattr("hrd_desktop.gui.editors.rows.agreed", lambda *_: True)
    before = [row.id for row in desk.case.case.evidence]
    press(rows.add)
    (key,) = set(desk.case.rows(LIST)) - set(before)
    card = rows.cards[key]
    assert isinstance(card, PaperCard)
    choose(in_card(card, "kind").combo, "publication")
    type_in(in_card(card, "title").line, "An article")
    assert key not in desk.case.drafts
    desk.settle()
    qtbot.waitUntil(lambda: key in rows._desk.listed)  # asked for once the row stands, beside what is saved
    assert "Listed only" in card.state.text()
    assert not card.file.isHidden()
    type_in(in_card(card, "title").line, "An article of May")
    desk.settle()
    assert desk.stored(f"{key}.title") == "An article of May"
    assert card.body is not None
    press(next(button for button in card.body.parent().findChildren(QPushButton) if button.text().startswith("Remove")))
    desk.settle()
    assert [row.id for row in desk.on_file().evidence] == before
    assert key not in rows.cards
    press(rows.snack_undo)
    desk.settle()
    assert desk.stored(f"{key}.title") == "An article of May"


def in_card(card: PaperCard, name: str) -> Any:
    """The editor of a field in a card that is open."""
    assert card.body is not None
    group = next(group for group in card.body.groups if group.has(name))
    group.reveal(name, [])
    return group.slots[name].editor


def test_a_kept_paper_says_what_it_is_and_can_be_looked_at(rows: EvidenceRows, qtbot):
    card = add(rows, qtbot, papers.photograph_with_a_story(), "a.jpg")
    assert card.state.text().startswith(f"{card.key} · JPEG picture · pages: 1")
    assert "too few pixels" in card.warning.text()
    assert not card.look.isHidden()
    assert not card.again.isHidden()


def test_threes_stand_together_and_say_what_is_missing(rows: EvidenceRows, desk: Desk, qtbot, tmp_path: Path):
    original = add(rows, qtbot, papers.pdf(("One",)), language="fa")
    other = add(rows, qtbot, papers.pdf(("Two",)))
    assert "a translation and" in original.missing.text()
    assert not original.translation.isHidden()
    path = tmp_path / "t.pdf"
    path.write_bytes(papers.pdf(("Three",)))
    original.bring("translation", path)
    qtbot.waitUntil(lambda: not rows._desk.busy, timeout=30_000)
    key = rows._desk.arrivals[-1].entry
    assert desk.case.value(f"{key}.translation_of") == original.key
    assert original.missing.isHidden()
    translation = rows.cards[key]
    assert isinstance(translation, PaperCard)
    assert translation.property("depth") == "1"
    assert rows.stack.indexOf(translation) == rows.stack.indexOf(original) + 1 < rows.stack.indexOf(other)
    assert "statement" in translation.missing.text()
    desk.case.set_value(f"{key}.translator_certified", "yes")
    qtbot.waitUntil(translation.missing.isHidden)


def test_of_what_is_sealed_nothing_shows_until_it_is_asked_for(rows: EvidenceRows, desk: Desk, qtbot):
    card = add(rows, qtbot, papers.locked_pdf(), seal="medical", title="Canary title")
    desk.context.reveals.hide_all()
    assert card.look.isHidden()
    assert card.state.isHidden()
    assert card.warning.isHidden()
    assert "Canary" not in card.head.text()
    desk.context.reveals.show(card.key)
    assert not card.look.isHidden()


def test_a_removed_paper_comes_back_with_its_file_or_is_forgotten_on_the_second_press(
    rows, desk: Desk, qtbot, monkeypatch
):
    monkeypatch.setattr("hrd_desktop.gui.editors.rows.agreed", lambda *_: True)
    data = papers.pdf()
    card = add(rows, qtbot, data)
    digest = desk.case.value(f"{card.key}.sha256")

    def kept() -> bool:
        with desk.file.session() as session:
            return blobs.find(session, desk.code, digest) is not None

    rows.remove_row(card.key)
    desk.settle()
    assert kept()
    rows.snack_undo.click()
    desk.settle()
    assert kept()
    assert card.key in rows.cards
    rows.remove_row(card.key)
    desk.settle()
    rows.forget.click()
    assert kept()
    assert "cannot be taken back" in rows.forget.text()
    rows.forget.click()
    qtbot.waitUntil(lambda: "for good: 1" in rows.snack_text.text(), timeout=5000)
    assert not kept()


def test_a_page_made_again_leaves_nothing_behind_that_still_listens(desk: Desk, show: Show, qtbot):
    page = CasePage(desk.case, desk.tasks, "en")
    show(page)
    page.show_section("evidence")
    shown = desk_of(page.context)
    qtbot.waitUntil(lambda: bool(shown.listed))
    with qtbot.captureExceptions() as raised:
        desk.case.reloaded.emit()
        desk.case.reloaded.emit()
        qtbot.wait(0)
        page.context.reveals.show("EV1")
        page.context.reveals.hide_all()
        shown.failed.emit(Locked(path="x"))
        shown.all_done.emit([])
        shown.listed_changed.emit()
        qtbot.waitUntil(lambda: not desk.case.busy)
    assert raised == []
