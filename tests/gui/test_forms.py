"""Drawings and classes agree, or the program says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from hrd_desktop import assets
from hrd_desktop.gui.forms import BadForm, declared, fit, load_form
from hrd_desktop.gui.i18n import TsTranslator

FORM = """<ui version="4.0"><class>{name}</class><widget class="{kind}" name="{name}">
<property name="windowTitle"><string>Hello</string></property>
<layout class="QVBoxLayout"><item><widget class="{child}" name="passphrase"/></item>
<item><widget class="QLabel" name="hint"><property name="text"><string>Good day</string></property></widget></item>
</layout></widget></ui>"""


class Small(QWidget):
    """Declares one field."""

    passphrase: QLineEdit
    count: int


class SmallDialog(QDialog):
    """Declares a label."""

    hint: QLabel


class Marked(QLineEdit):
    """A widget of ours."""


@pytest.fixture
def draw(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "form", lambda stem: tmp_path / f"{stem}.ui")

    def write(stem="small", **facts):
        (tmp_path / f"{stem}.ui").write_text(
            FORM.format(**{"name": "Small", "kind": "QWidget", "child": "QLineEdit"} | facts)
        )

    return write


def test_fills_the_window_itself(draw):
    draw()
    window = Small()
    load_form(window)
    assert window.passphrase.parent() is window
    assert window.windowTitle() == "Hello"
    assert window.layout().count() == 2


def test_dialog_and_class_of_ours(draw):
    draw("small_dialog", name="SmallDialog", kind="QDialog", child="Marked")
    window = SmallDialog()
    load_form(window, own=[Marked])
    assert isinstance(window.findChild(QWidget, "passphrase"), Marked)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"child": "QSpinBox"}, "passphrase must be a QLineEdit, is QSpinBox"),
        ({"child": "NoSuch"}, "unknown classes NoSuch"),
        ({"name": "Other"}, "<class> must be Small"),
    ],
)
def test_disagreement_is_refused(draw, facts, said, qtlog):
    draw(**facts)
    with qtlog.disabled(), pytest.raises(BadForm, match=said):
        load_form(Small())


def test_missing_and_broken_drawing_are_refused(draw, tmp_path, qtlog):
    with qtlog.disabled(), pytest.raises(BadForm, match="small"):
        load_form(Small())
    (tmp_path / "small.ui").write_text("<ui><class>Small</class>")
    with qtlog.disabled(), pytest.raises(BadForm, match="small"):
        load_form(Small())


def test_only_widgets_are_demanded():
    assert declared(Small) == {"passphrase": QLineEdit}


def test_text_changes_language_by_itself(draw, qtbot, qapp):
    draw()
    window = Small()
    load_form(window)
    hint = window.findChild(QLabel, "hint")
    french = TsTranslator({("Small", "Good day", ""): ("Bonjour",), ("Small", "Hello", ""): ("Salut",)})
    QCoreApplication.installTranslator(french)
    try:
        qtbot.waitUntil(lambda: (hint.text(), window.windowTitle()) == ("Bonjour", "Salut"))
    finally:
        QCoreApplication.removeTranslator(french)
    qtbot.waitUntil(lambda: hint.text() == "Good day")


@pytest.mark.parametrize("path", sorted((assets.root() / "ui").glob("*.ui")), ids=lambda path: path.stem)
def test_class_and_stem_agree(path):
    name = "".join(part.capitalize() for part in path.stem.split("_"))
    assert f"<class>{name}</class>" in path.read_text("utf-8")


def test_a_dialog_that_grows_comes_back_into_the_screen(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    lines = QVBoxLayout(dialog)
    text = QLabel("One word")
    text.setWordWrap(True)
    lines.addWidget(text)
    fit(dialog, 40)
    dialog.show()
    room = dialog.screen().availableGeometry()
    dialog.move(room.left() - 1, room.top() - 22)
    text.setText("Word " * 40)
    fit(dialog, 40)
    qtbot.waitUntil(lambda: room.contains(dialog.frameGeometry()))
    dialog.move(room.right() - 40, room.bottom() - 40)
    fit(dialog, 40)
    qtbot.waitUntil(lambda: room.contains(dialog.frameGeometry()))
