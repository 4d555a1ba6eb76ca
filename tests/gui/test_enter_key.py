"""Enter presses the button that has the keyboard, in a window that is no dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QVBoxLayout, QWidget

from hrd_desktop.gui.enter_key import EnterKey


def test_enter_presses_the_button_with_the_keyboard(qtbot, show) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    enter = EnterKey(app)
    window = QWidget()
    column = QVBoxLayout(window)
    pressed: list[str] = []
    for kind in (QPushButton, QToolButton):
        button = kind(window)
        column.addWidget(button)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False, name=kind.__name__: pressed.append(name))
    qtbot.addWidget(window)
    show(window)
    for button in (window.findChild(QPushButton), window.findChild(QToolButton)):
        assert button is not None
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
        qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["QPushButton", "QToolButton"]
    enter.setParent(None)
    app.focusChanged.disconnect(enter._follow)
