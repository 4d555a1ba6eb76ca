"""The menu bar: what can be done from everywhere, with its keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from hrd_desktop.gui.ending_menu import EndingMenu
from hrd_desktop.gui.hand_over_menu import HandOverMenu
from hrd_desktop.gui.i18n import LANGUAGES
from hrd_desktop.gui.preferences import Preferences
from hrd_desktop.settings import TEXT_SIZES


class Menus(QObject):
    """Builds the menus into a window. The frame connects the signals and says when a case file is open."""

    new_case = Signal()
    import_cases = Signal()
    packet = Signal()
    journal = Signal()
    intake = Signal()
    backups = Signal()
    keys = Signal()
    undo = Signal()
    redo = Signal()
    known = Signal()
    history = Signal()
    ask = Signal()
    lock = Signal()
    quit = Signal()
    today = Signal()
    caseload = Signal()
    find = Signal()
    packets = Signal()
    places = Signal()
    record = Signal()
    settings = Signal()
    cover = Signal()
    about = Signal()

    def __init__(self, window: QMainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._preferences = preferences
        bar = window.menuBar()
        self._file, self._edit, self._view, self._help = (bar.addMenu("") for _ in range(4))
        self._new_case = _action(self._file, self.new_case, "Ctrl+N")
        self._import = _action(self._file, self.import_cases, "Ctrl+I")
        self._packet = _action(self._file, self.packet, "Ctrl+P")
        self._journal = _action(self._file, self.journal, "Ctrl+J")
        self._intake = _action(self._file, self.intake)
        self._backups = _action(self._file, self.backups)
        self._keys = _action(self._file, self.keys)
        self.hand_over = HandOverMenu(self._file)
        self.ending = EndingMenu(self._file)
        self._file.addSeparator()
        self._lock = _action(self._file, self.lock, "Ctrl+L")
        self._quit = _action(self._file, self.quit, "Ctrl+Q")
        # The page of the case has the keys of these; here they can be seen.
        self._undo, self._redo = _action(self._edit, self.undo), _action(self._edit, self.redo)
        self._edit.addSeparator()
        self._known = _action(self._edit, self.known)
        self._history = _action(self._edit, self.history)
        self._ask = _action(self._edit, self.ask)
        self._today = _action(self._view, self.today, "Ctrl+1")
        self._caseload = _action(self._view, self.caseload, "Ctrl+2")
        self._find = _action(self._view, self.find, "Ctrl+F")
        self._packets = _action(self._view, self.packets, "Ctrl+3")
        self._places = _action(self._view, self.places, "Ctrl+4")
        self._record = _action(self._view, self.record)
        self._settings = _action(self._view, self.settings, "Ctrl+,")
        self._cover = _action(self._view, self.cover)  # the curtain itself listens to the key, in every window
        self._view.addSeparator()
        self._language = self._choice("language", LANGUAGES)
        self._mode = self._choice("mode", dict.fromkeys(("system", "light", "dark"), ""))
        self._text_size = self._choice("text_percent", {size: f"{size} %" for size in TEXT_SIZES})
        self._about = _action(self._help, self.about)
        self._needing_file = (
            self._new_case, self._import, self._lock, self._today, self._find, self._packets, self._places,
            self._record,
            self.hand_over.menuAction(),
            self._backups, self._keys,
        )  # fmt: skip
        self.retranslate()
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Whether a case file is open; what needs one is not on offer without."""
        for action in self._needing_file:
            action.setEnabled(is_open)
        self.set_case(False)

    def set_case(self, shown: bool) -> None:
        """Whether the page of a case is in front."""
        for action in (self._packet, self._undo, self._redo, self._known, self._history, self._ask):
            action.setEnabled(shown)
        self._journal.setEnabled(shown)
        self.ending.set_case(shown)

    def show_choices(self, lang: str) -> None:
        """Ticks what is chosen; `lang` is the language in use, which the preference may leave to the system."""
        for menu, value in (
            (self._language, lang),
            (self._mode, self._preferences.now.mode),
            (self._text_size, self._preferences.now.text_percent),
        ):
            for action in menu.actions():
                action.setChecked(action.data() == value)

    def retranslate(self) -> None:
        """Every text again, in the language in use."""
        for menu, title in (
            (self._file, self.tr("&File")),
            (self._edit, self.tr("&Edit")),
            (self._view, self.tr("&View")),
            (self._help, self.tr("&Help")),
            (self._language, self.tr("&Language")),
            (self._mode, self.tr("Light or &dark")),
            (self._text_size, self.tr("&Text size")),
        ):
            menu.setTitle(title)
        for action, text in (
            (self._new_case, self.tr("&New case…")),
            (self._import, self.tr("&Import cases…")),
            (self._packet, self.tr("&Packet…")),
            (self._journal, self.tr("Write in the &journal")),
            (self._intake, self.tr("&Blank intake set…")),
            (self._backups, self.tr("Back&ups…")),
            (self._keys, self.tr("&Keys of this case file…")),
            (self._undo, _with_keys(self.tr("&Undo"), QKeySequence.StandardKey.Undo)),
            (self._redo, _with_keys(self.tr("&Redo"), QKeySequence.StandardKey.Redo)),
            (self._known, self.tr("How we &know this answer…") + "\tF8"),
            (self._history, self.tr("What was c&hanged…")),
            (self._ask, self.tr("What to &ask next…")),
            (self._lock, self.tr("&Lock")),
            (self._quit, self.tr("&Quit")),
            (self._today, self.tr("&Today")),
            (self._caseload, self.tr("&Caseload")),
            (self._find, self.tr("&Find…")),
            (self._packets, self.tr("Pac&kets")),
            (self._places, self.tr("&Places")),
            (self._record, self.tr("&Record of what was done")),
            (self._settings, self.tr("&Settings")),
            (self._cover, self.tr("C&over everything") + "\tF12"),
            (self._about, self.tr("&About HRD Desktop")),
        ):
            action.setText(text)
        modes = {"system": self.tr("As the computer"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        for action in self._mode.actions():
            action.setText(modes[action.data()])

    def _choice(self, name: str, choices: dict[str, str] | dict[int, str]) -> QMenu:
        menu = self._view.addMenu("")
        group = QActionGroup(menu)
        for value, text in choices.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(lambda action: self._preferences.change(**{name: action.data()}))
        return menu


def _action(menu: QMenu, signal: SignalInstance, key: str = "") -> QAction:
    action = menu.addAction("")
    action.setShortcut(QKeySequence(key))
    action.triggered.connect(signal)
    return action


def _with_keys(text: str, key: QKeySequence.StandardKey) -> str:
    """A text with the keys that the page itself listens to."""
    return f"{text}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}"
