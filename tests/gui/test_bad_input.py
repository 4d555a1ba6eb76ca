"""Whatever is pasted or typed: kept where a person can mean it, else told beside the field, and never a crash."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QGuiApplication

from hrd_desktop.core.schema import FieldSpec, Kind
from hrd_desktop.core.values import flaw_of
from hrd_desktop.gui.editors.clean import cleaned, cleaned_line, holds_unseen
from tests.gui.case_desk import Desk

LONG_TEXT = FieldSpec("text", Kind.LONG_TEXT, many=False, required=False)
UNSEEN = "\x00\x07\x1b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff\ud800"
ANY = st.text(st.characters(), max_size=200) | st.text(st.sampled_from("aا\n\r\t \u2028🕊👩‍👩‍👧é" + UNSEEN), max_size=60)


@given(ANY)
def test_what_is_cleaned_may_stand_in_a_case_and_stays_as_it_is(text: str) -> None:
    for clean in (cleaned, cleaned_line):
        kept = clean(text)
        assert clean(kept) == kept
        assert not holds_unseen(kept)
        assert kept == "" or flaw_of(LONG_TEXT, kept) is None
    assert "\n" not in cleaned_line(text)


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S"]), min_size=1, max_size=50))
def test_letters_marks_and_figures_of_every_script_are_kept(text: str) -> None:
    assert cleaned(text) == unicodedata.normalize("NFC", text).strip()


@pytest.mark.parametrize("pasted", ["🕊️ peace 👩‍👩‍👧", "علی‌رضا", "ស្រុក\u200bស្រែ", "Zażółć", "x" * 5000])
def test_a_line_takes_what_people_write(desk: Desk, show, pasted: str) -> None:
    editor = desk.editor("IN1.place", show)
    QGuiApplication.clipboard().setText(pasted)
    editor.line.selectAll()
    editor.line.paste()
    editor.leave()
    assert desk.stored("IN1.place") == pasted
    assert not editor.unseen.isVisible()


@pytest.mark.parametrize("mark", list(UNSEEN.replace("\x00", "").replace("\ud800", "")))
def test_a_line_leaves_out_what_is_not_seen_and_says_so(desk: Desk, show, mark: str) -> None:
    editor = desk.editor("IN1.place", show)
    QGuiApplication.clipboard().setText(f"Ibb{mark} city")
    editor.line.selectAll()
    editor.line.paste()
    editor.leave()
    assert desk.stored("IN1.place") == "Ibb city"


def test_lines_pasted_into_one_line_stand_beside_each_other(desk: Desk, show) -> None:
    editor = desk.editor("IN1.place", show)
    QGuiApplication.clipboard().setText("Ibb\r\nold town\u2028gate")
    editor.line.selectAll()
    editor.line.paste()
    editor.leave()
    assert desk.stored("IN1.place") == "Ibb old town gate"


def test_a_text_with_unseen_signs_is_told_of_once_pasted(desk: Desk, show) -> None:
    editor = desk.editor("IN1.description", show)
    editor.paper.selectAll()
    pasted = QMimeData()
    pasted.setText("\u202eThey came.\u202c\x00\n\nTwo\u200f men.")
    editor.paper.insertFromMimeData(pasted)
    assert editor.unseen.isVisible()
    editor.flush()
    assert desk.stored("IN1.description") == "They came.\n\nTwo men."


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(ANY)
def test_any_text_can_be_pasted(desk: Desk, text: str) -> None:
    spec = desk.spec("IN1.description")
    from hrd_desktop.gui.editors.factory import editor_for

    editor = editor_for(desk.context, "IN1.description", spec)
    editor.paper.selectAll()
    pasted = QMimeData()
    pasted.setText(text)
    editor.paper.insertFromMimeData(pasted)
    editor.flush()
    desk.settle()
    stored = desk.case.value("IN1.description")
    editor.deleteLater()
    assert stored is not None
    assert flaw_of(LONG_TEXT, stored) is None


@pytest.mark.parametrize("typed", ["9" * 20, "9" * 5000, "-4", "4.5", "four", "1e9", "٤٢x"])
def test_what_is_no_number_stays_typed_with_the_reason(desk: Desk, show, typed: str) -> None:
    before = desk.case.value("DC1.total")
    editor = desk.editor("DC1.total", show)
    QGuiApplication.clipboard().setText(typed)
    editor.line.selectAll()
    editor.line.paste()
    editor.leave()
    assert editor.error.text()
    assert editor.line.text() == typed
    assert desk.stored("DC1.total") == before


@pytest.mark.parametrize(("typed", "number"), [("٤٢", 42), ("0007", 7), ("1 200", 1200), ("0" * 39 + "3", 3)])
def test_a_number_is_understood_in_other_figures(desk: Desk, show, typed: str, number: int) -> None:
    editor = desk.editor("DC1.total", show)
    QGuiApplication.clipboard().setText(typed)
    editor.line.selectAll()
    editor.line.paste()
    editor.leave()
    assert desk.stored("DC1.total") == number


def test_a_huge_paragraph_is_set_lightly_until_a_script_needs_care(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.description", show)
    editor.paper.setPlainText("They came at night. " * 1500)
    qtbot.waitUntil(lambda: not editor.paper.font().kerning())
    QGuiApplication.clipboard().setText("جاؤوا ليلا")
    editor.paper.paste()
    qtbot.waitUntil(lambda: editor.paper.font().kerning())
    assert editor.paper.font().styleStrategy() != QFont.StyleStrategy.PreferNoShaping
    editor.flush()
    assert desk.stored("IN1.description").startswith("جاؤوا ليلاThey came")
    assert editor.paper.document().defaultTextOption().textDirection() == Qt.LayoutDirection.LayoutDirectionAuto


def test_nothing_is_written_when_a_field_with_old_marks_is_only_passed_through(desk: Desk, show) -> None:
    desk.case.set_value("IN1.place", "Ibb\u200f")
    editor = desk.editor("IN1.place", show)
    editor.leave()
    assert desk.stored("IN1.place") == "Ibb\u200f"
