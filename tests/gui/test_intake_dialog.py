"""The blank intake set in the window: what is chosen is written, without a case file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QWidget

from hrd_desktop.gui.intake_dialog import IntakeDialog
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import intake


@pytest.fixture
def dialog(tasks: Tasks, show: Callable[[QWidget], QWidget]) -> IntakeDialog:
    made = IntakeDialog(tasks, "en")
    show(made)
    return made


def test_all_parts_are_chosen_at_first_in_the_language_of_the_window(dialog: IntakeDialog):
    assert dialog.chosen() == intake.options(language="en")


def test_what_is_chosen_is_written_and_said(dialog: IntakeDialog, tmp_path: Path, monkeypatch, qtbot):
    out = tmp_path / "set.pdf"
    monkeypatch.setattr(dialog, "choose_file", lambda _suggested: out)
    for key, box in dialog.boxes.items():
        box.setChecked(key == "incidents")
    dialog.language.show_code("fr")
    dialog.paper.show_code("a4")
    dialog.write()
    qtbot.waitUntil(dialog.message.isVisible)
    assert "set.pdf" in dialog.message.text()
    pdf = pypdfium2.PdfDocument(out)
    text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert round(pdf[0].get_width()) == 595
    pdf.close()
    assert "Ce qui s’est passé" in text
    assert dialog.write_button.isEnabled()


def test_thinking_better_writes_nothing(dialog: IntakeDialog, monkeypatch):
    monkeypatch.setattr(dialog, "choose_file", lambda _suggested: None)
    dialog.write()
    assert not dialog.message.isVisible()


def test_a_folder_that_is_not_there_is_said(dialog: IntakeDialog, tmp_path: Path, monkeypatch, qtbot):
    monkeypatch.setattr(dialog, "choose_file", lambda _suggested: tmp_path / "none" / "set.pdf")
    dialog.write()
    qtbot.waitUntil(dialog.message.isVisible)
    assert not (tmp_path / "none").exists()


def test_nothing_chosen_cannot_be_written(dialog: IntakeDialog):
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not dialog.write_button.isEnabled()
