"""Ways for papers to come in: chosen, dropped, pasted, scanned; and how far each has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.paper_desk import LIST, Arrival, desk_of, why_unopened
from hrd_desktop.gui.scan_folder import ScanFolder
from hrd_desktop.gui.theme import GRID, icon, role

_ON_THE_WAY = ("waiting", "looking", "keeping")


class EvidenceIntake(QWidget):
    """Stands above the list of evidence; files may be dropped anywhere on the page around it."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.desk = desk_of(context)
        self.told = text_label(self, "small")
        self.told.setText(
            self.tr(
                "Choose files, drop them here, paste them or scan them. Each is kept encrypted in the case file as it "
                "is, read back and compared. Delete the copies outside when it is in."
            )
        )
        self.choose = self._button("add", self.tr("Add files…"), self.choose_files)
        self.paste = self._button("evidence", self.tr("Paste"), self.paste_files)
        self.scan = self._button("folder", self.tr("Scan folder…"), self.choose_folder)
        self.buttons = OptionBox(self)
        for button in (self.choose, self.paste, self.scan):
            self.buttons.flow.addWidget(button)
        self.folder = ScanFolder(context, self)
        self.folder.hide()
        self.error = text_label(self, "error")
        self.error.hide()
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Files on their way in"))
        self.count = QLabel(self)
        self.stop = QPushButton(icon("close"), self.tr("Cancel"), self)
        self.stop.clicked.connect(self.desk.cancel)
        self.way = QWidget(self)
        way = QHBoxLayout(self.way)
        way.setContentsMargins(0, 0, 0, 0)
        way.setSpacing(GRID)
        way.addWidget(self.progress, 1)
        way.addWidget(self.count)
        way.addWidget(self.stop)
        self.way.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.told, self.buttons, self.folder, self.error, self.way):
            column.addWidget(widget)
        column.addLayout(self._lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.desk.arrivals_changed.connect(self._show)
        self.desk.all_done.connect(self._done)
        self.desk.failed.connect(self._failed)
        context.gate_moved.connect(self._wait)
        around = parent or self
        around.setAcceptDrops(True)
        around.installEventFilter(self)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), around)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.paste_files)
        self.desk.refresh()
        self._show()
        self._wait()

    # Ways in

    def choose_files(self) -> None:
        """Ask for files in the dialog of the system."""
        named, _ = QFileDialog.getOpenFileNames(self, self.tr("Files to add"), "", self.tr("All files (*)"))
        self.take([Path(name) for name in named])

    def take(self, paths: Sequence[Path]) -> None:
        """Take these files in."""
        self._say("")
        if paths:
            self.desk.add([Arrival(path.name, path) for path in paths])

    def paste_files(self) -> None:
        """Take in what the clipboard holds: files, or a picture."""
        self.take_mime(QGuiApplication.clipboard().mimeData())

    def take_mime(self, mime: QMimeData) -> None:
        """Take in what was pasted or dropped."""
        paths = _files_in(mime)
        if paths:
            self.take(paths)
        elif mime.hasImage():
            picture = _png(QImage(mime.imageData()))
            self._say("")
            self.desk.add([Arrival(self.tr("Picture from the clipboard"), picture)])
        else:
            self._say(self.tr("The clipboard holds no file and no picture."))

    def choose_folder(self) -> None:
        """Ask for the folder into which the scanner writes."""
        named = QFileDialog.getExistingDirectory(self, self.tr("The folder into which the scanner writes"))
        if named:
            self.folder.watch(Path(named))
            self.folder.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and (_files_in(event.mimeData()) or event.mimeData().hasImage()):
            if self.choose.isEnabled():
                event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and self.choose.isEnabled():
            event.acceptProposedAction()
            self.take_mime(event.mimeData())
            return True
        return super().eventFilter(watched, event)

    # How far each has come

    def _wait(self) -> None:
        """Nothing comes in before somebody has agreed that this file is kept."""
        takes = self._context.case.asks(LIST)
        for button in (self.choose, self.paste, self.scan):
            button.setEnabled(takes)

    def _show(self) -> None:
        arrivals = self.desk.arrivals
        done = sum(one.state not in _ON_THE_WAY for one in arrivals)
        self.way.setVisible(self.desk.busy)
        self.progress.setMaximum(max(1, len(arrivals)))
        self.progress.setValue(done)
        self.count.setText(self.tr("{done} of {all}").format(done=done, all=len(arrivals)))
        while self._lines.count():
            item = self._lines.takeAt(0)
            line = item.widget() if item is not None else None
            if line is not None:
                line.hide()
                line.deleteLater()
        for one in arrivals:
            self._lines.addWidget(self._line(one))

    def _line(self, one: Arrival) -> QWidget:
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        text, voice = self._words_of(one)
        told = text_label(line, voice)
        told.setText(self._context.words.phrase("labelled", label=one.name, value=text))
        column.addWidget(told)
        links = OptionBox(line)
        if one.state == "same":
            self._link(links, self.tr("Add it all the same"), partial(self.desk.add_twice, one))
        elif one.entry:
            self._link(links, self.tr("Say what it is"), partial(self._context.lead_to.emit, f"{one.entry}.title"))
            if one.found is not None and any(flaw != "no_text" for flaw in one.found.flaws):
                self._link(links, self.tr("Scan it again now…"), partial(replace_file, self._context, one.entry, self))
        column.addWidget(links)
        return line

    def _words_of(self, one: Arrival) -> tuple[str, str]:
        words = self._context.words
        match one.state:
            case "waiting":
                return self.tr("waits"), "small"
            case "looking":
                return self.tr("is looked at…"), "small"
            case "keeping":
                return self.tr("is kept and read back…"), "small"
            case "cancelled":
                return self.tr("not added."), "small"
            case "refused":
                return one.why, "error"
            case "same":
                same = self.tr("not added: it is the same file as {entries}.")
                return same.format(entries=", ".join(one.same_as)), "attention"
            case "added":
                parts = [self.tr("added as {entry}, read back and the same.").format(entry=one.entry)]
                if why := why_unopened(one.found, self._context):
                    parts.append(self.tr("It is kept unopened. {why}").format(why=why))
                flaws = one.found.flaws if one.found is not None else []
                parts += [words.of_file(f"flaw_{flaw}") for flaw in flaws if flaw != "no_text"]
                return " ".join(parts), "attention" if len(parts) > 1 else "clear"

    def _done(self, entries: list[str]) -> None:
        if len(entries) == 1 and self.isVisible() and self._context.case.value(f"{entries[0]}.kind") == "other":
            self._context.lead_to.emit(f"{entries[0]}.title")

    def _failed(self, error: Exception) -> None:
        self._say(self._context.words.message(error))

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def _link(self, box: OptionBox, text: str, work: Callable[[], object]) -> None:
        button = QPushButton(text, box)
        role(button, "link")
        button.clicked.connect(lambda _checked=False: work())
        box.flow.addWidget(button)

    def _button(self, name: str, text: str, work: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(name), text, self)
        button.clicked.connect(lambda _checked=False: work())
        return button


def replace_file(context: FieldContext, entry: str, window: QWidget) -> None:
    """Ask for a better file for an entry; the one before stays until the change can no longer be taken back."""
    title = QCoreApplication.translate("EvidenceIntake", "The better file for {entry}").format(entry=entry)
    named, _ = QFileDialog.getOpenFileName(
        window, title, "", QCoreApplication.translate("EvidenceIntake", "All files (*)")
    )
    if named:
        path = Path(named)
        desk_of(context).add([Arrival(path.name, path, into=entry)])


def _files_in(mime: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def _png(image: QImage) -> bytes:
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(out, "PNG")  # type: ignore[call-overload]  # a device is taken too
    return bytes(out.data().data())
