"""Whether an installation is whole: a case file of invented people is made, and every page and form is opened once."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMimeData, QTimer
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hrd_desktop import assets
from hrd_desktop.gui.add_relative_dialog import AddRelativeDialog
from hrd_desktop.gui.another_principal_dialog import AnotherPrincipalDialog
from hrd_desktop.gui.ask_dialog import AskDialog
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.close_case_dialog import CloseCaseDialog
from hrd_desktop.gui.erase_dialog import EraseDialog
from hrd_desktop.gui.evidence_intake import EvidenceIntake
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_dialog import HandOverDialog
from hrd_desktop.gui.hand_over_key import HandOverKey
from hrd_desktop.gui.hand_over_receipt import HandOverReceipt
from hrd_desktop.gui.history_dialog import HistoryDialog
from hrd_desktop.gui.import_dialog import ImportDialog
from hrd_desktop.gui.intake_dialog import IntakeDialog
from hrd_desktop.gui.kept_packet_dialog import KeptPacketDialog
from hrd_desktop.gui.keys_dialog import KeysDialog
from hrd_desktop.gui.keys_office import KeysOffice
from hrd_desktop.gui.keys_questions import add_office
from hrd_desktop.gui.keys_recovery import KeysRecovery
from hrd_desktop.gui.leave_dialog import LeaveDialog
from hrd_desktop.gui.merge_dialog import MergeDialog
from hrd_desktop.gui.new_case_dialog import NewCaseDialog
from hrd_desktop.gui.new_task_dialog import NewTaskDialog
from hrd_desktop.gui.packet_dialog import PacketDialog
from hrd_desktop.gui.paper_desk import desk_of
from hrd_desktop.gui.paper_viewer import PaperViewer
from hrd_desktop.gui.print_dialog import PrintDialog
from hrd_desktop.gui.rescue_dialog import RescueDialog
from hrd_desktop.gui.restore_dialog import RestoreDialog
from hrd_desktop.gui.rules_dialog import RulesDialog
from hrd_desktop.gui.start import Program, application
from hrd_desktop.gui.travel_dialog import TravelDialog
from hrd_desktop.services import demo, ending

_POLL = 20  # ms
_PATIENCE = 60_000  # ms


class Incomplete(RuntimeError):
    """Something did not open in time; the text names the step, which is a constant of the program."""


def check() -> list[str]:
    """Go through the program as a person would. Returns the forms that were opened; raises Incomplete."""
    app = QApplication.instance() or application()
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="hrd-self-check-") as folder:
        made = demo.make_demo(Path(folder) / "demo")
        program = Program(app, Path(folder) / "settings.json", made.file)
        program.frame.care.keeper.automatic = False  # the invented people leave nothing behind
        try:
            opened = _walk(program)
        finally:
            program.close()
    forms = sorted(path.stem for path in assets.form("x").parent.glob("*.ui"))
    missing = [form for form in forms if form not in opened]
    if missing:
        raise Incomplete(", ".join(missing))
    return forms


def _walk(program: Program) -> set[str]:
    frame = program.frame
    frame.show()
    frame.unlock.passphrase.setText(demo.PASSPHRASE)
    frame.unlock.submit()
    _until("unlock", lambda: frame.is_open)
    seen = _seen()  # opening a case takes these pages away
    frame.show_caseload()
    frame.show_find()
    frame.show_packets()
    seen |= _seen()
    frame.show_record()
    frame.keys.show_keys()
    seen |= _seen()
    frame.show_places()
    seen |= _seen()
    frame.show_backups()
    seen |= _seen()
    frame.show_settings()
    frame.open_case(demo.CASE)
    _until("case", lambda: isinstance(frame.pages.currentWidget(), CasePage))
    page = frame.pages.currentWidget()
    assert isinstance(page, CasePage)
    for key, _ in page.titles():
        page.show_section(key)
    page.set_guided(True)
    for key, _ in page.titles():
        page.show_section(key)
    page.set_guided(False)
    case = page.context.case
    viewer = _paper(page)
    packet = PacketDialog(page.context, program.tasks, frame)
    packet.open()
    document = packet.findChild(QPdfDocument)
    assert document is not None
    _until("preview", lambda: document.pageCount() > 0)
    samples = sorted(assets.resource("demo").glob("*.json"))
    others = [
        RulesDialog(page.context, frame),
        HistoryDialog(page.context, "", frame),
        AskDialog(page.context, program.tasks, frame),
        AddRelativeDialog(page.context, case.case.principal, parent=frame),
        AnotherPrincipalDialog(page.context, frame),
        NewCaseDialog(case.file, program.tasks, program.language, demo.DAY, frame),
        IntakeDialog(program.tasks, program.language.lang, frame),
        NewTaskDialog(case.file, program.tasks, program.language, frame._now, frame),
        PrintDialog(document, frame),
        LeaveDialog(packet.options(), "", "", program.language.lang, frame),
        KeptPacketDialog("", [], frame),
        ImportDialog(case.file, program.tasks, program.language, demo.DAY, samples[:1], frame),
        CloseCaseDialog(ending.standing(case.file, demo.CASE), demo.DAY, program.language.words, frame),
        EraseDialog(program.language.words, frame),
        RestoreDialog(program.tasks, program.language, frame._now, parent=frame),
        RescueDialog(program.tasks, program.language, frame._now, case.file.path, parent=frame),
        *_hand_over(desk := Desk(case.file, program.tasks, program.language, frame._now, ""), frame),
        KeysDialog(desk, add_office(desk), frame),
        KeysRecovery(desk, parent=frame),
        KeysOffice(parent=frame),
    ]
    seen |= _seen()
    for dialog in (viewer, packet, *others):
        dialog.close()
    return seen


def _hand_over(desk: Desk, frame: QWidget) -> list[QDialog]:
    """The windows of handing over, taking in and travelling; the files they are given are none."""
    nowhere = Path("nowhere")
    return [
        HandOverDialog(desk, (), frame),
        HandOverKey(desk, frame),
        HandOverReceipt(desk, nowhere, frame),
        MergeDialog(desk, nowhere, parent=frame),
        TravelDialog(desk, parent=frame),
    ]


def _paper(page: CasePage) -> PaperViewer:
    """Take a picture in, in the process that opens files, and look at it."""
    desk = desk_of(page.context)
    picture = QImage(600, 800, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    mime = QMimeData()
    mime.setImageData(picture)
    intake = page.findChild(EvidenceIntake)
    if intake is None:
        raise Incomplete("evidence")
    intake.take_mime(mime)
    _until("evidence", lambda: any(one.state == "added" for one in desk.arrivals))
    viewer = PaperViewer(page.context, desk.arrivals[0].entry, page)
    viewer.open()
    _until("paper", lambda: viewer.stack.currentWidget() is viewer.view)
    return viewer


def _seen() -> set[str]:
    """The stems of every widget that is there now."""
    names = {type(widget).__name__ for widget in QApplication.allWidgets()}
    return {re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in names}


def _until(step: str, there: Callable[[], bool]) -> None:
    """Run the event loop until something is there. Raises Incomplete naming the step."""
    loop = QEventLoop()
    poll = QTimer(interval=_POLL)
    poll.timeout.connect(lambda: loop.quit() if there() else None)
    late = QTimer(singleShot=True, interval=_PATIENCE)
    late.timeout.connect(loop.quit)
    poll.start()
    late.start()
    loop.exec()
    if not there():
        raise Incomplete(step)
