"""A person who resembles one on file: a quiet line, both side by side, and what somebody says of it is kept."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from hrd_desktop.core.edit import SetValue
from hrd_desktop.gui.compare_dialog import CompareDialog
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.resembles import Resembles
from hrd_desktop.services import cases, editing
from hrd_desktop.wording import wording

CODE = "HRD-2026-S1"


@pytest.fixture
def line(case_file, tasks, now, show, qtbot):
    """The line of a person of s1 who has the name and birth year of one of s3, written otherwise."""
    editing.change(
        case_file,
        "HRD-2026-S3",
        [SetValue("N1.given", "Екатерина"), SetValue("N1.family", "Щербакова"), SetValue("N1.full", None)],
        at=now(),
    )
    editing.change(
        case_file,
        CODE,
        [SetValue("N1.given", "Ekaterina"), SetValue("N1.family", "Shcherbakova"), SetValue("P1.birth", None)],
        at=now(),
    )
    case = OpenCase(case_file, cases.open_case(case_file, CODE), tasks, now)
    context = FieldContext(case, wording("en"))
    made = Resembles(context, "P1")
    made.test_context = context
    case.setParent(made)
    context.setParent(made)
    yield made
    qtbot.waitUntil(lambda: not case.busy)


def texts(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


@pytest.fixture
def dialog(line, qtbot):
    line.look()
    qtbot.waitUntil(lambda: bool(line.found))
    line.findChildren(QPushButton)[-1].click()
    made = line.findChildren(CompareDialog)[-1]
    qtbot.waitUntil(made.same.isEnabled)
    return made


def test_it_says_in_which_case_and_no_name(line, qtbot):
    line.look()
    qtbot.waitUntil(lambda: bool(line.found))
    assert not line.isHidden()
    (text,) = texts(line)
    assert text.startswith("Resembles a person in ")
    assert "HRD-2026-S3" in text
    assert "herbak" not in text


def test_it_looks_again_when_a_name_changes_and_goes_when_nobody_resembles(line, qtbot):
    line.look()
    qtbot.waitUntil(lambda: bool(line.found))
    line.test_context.case.set_value("N1.family", "Oranjezicht")
    line.test_context.case.set_value("N1.given", "Zibeline")
    qtbot.waitUntil(lambda: not line.found)
    assert line.isHidden()


def test_both_stand_side_by_side_and_names_show_when_asked_for(dialog, qtbot):
    qtbot.waitUntil(lambda: "Names are hidden." in texts(dialog))
    assert "Щербакова" not in " ".join(texts(dialog))
    dialog.names.click()
    qtbot.waitUntil(lambda: "Екатерина Щербакова" in " ".join(texts(dialog)))
    assert "Ekaterina Shcherbakova" in " ".join(texts(dialog))


def test_not_the_same_person_is_never_asked_again(line, dialog, qtbot):
    before = len(line.test_context.case.case.journal)
    with qtbot.waitSignal(dialog.decided):
        dialog.different.click()
    qtbot.waitUntil(lambda: not line.found)
    assert len(line.test_context.case.case.journal) == before


def test_the_same_person_is_noted_in_the_journal_and_can_be_undone(line, dialog, qtbot):
    case = line.test_context.case
    before = len(case.case.journal)
    with qtbot.waitSignal(dialog.decided):
        dialog.same.click()
    assert case.case.journal[-1].text == "P1 may be the same person as P1 in HRD-2026-S3."
    case.undo()
    assert len(case.case.journal) == before


def test_decide_later_keeps_nothing(line, dialog, qtbot):
    dialog.later.click()
    line.look()
    qtbot.waitUntil(lambda: not line._context.case.busy)
    assert line.found
