"""What every test of the window uses: an application dressed as in life, a real case file, clocks that are told."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hrd_desktop import assets, paths
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.eligibility_page import EligibilityPage
from hrd_desktop.gui.frame import Frame
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.preferences import Preferences
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import Theme
from hrd_desktop.services import files, quick_erase
from hrd_desktop.services.files import CaseFile
from hrd_desktop.vault.cost import Cost
from tests.gui.case_desk import Desk, Templates, desk_maker
from tests.gui.frame_desk import unlock
from tests.ready_made import FiveCases, derive

PASSPHRASE = "four invented machines on a quiet boat"
DAY = date(2026, 9, 15)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    # What is loaded by now stays: no need to look through it for garbage after each of hundreds of tests.
    gc.collect()
    gc.freeze()
    return Theme(qapp, "light", 100)


@pytest.fixture(autouse=True)
def _clean_windows(qapp: QApplication, dressed: Theme) -> Iterator[None]:
    """Qt delivers deleteLater only inside a running loop: run one after each test, so that no page leaks."""
    yield
    for widget in QApplication.topLevelWidgets():
        widget.close()
        if widget.windowType() != Qt.WindowType.Popup:  # a drop-down goes with the field that owns it
            widget.deleteLater()
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    dressed.set("light", 100)


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def show(qtbot) -> Iterator[Callable[[QWidget], QWidget]]:
    """Shows a page and waits until it is on the screen and active.

    A page lives until the test is over and then goes as in life, as a whole and from within Qt. Left to the garbage
    collector it would lose its parts one by one, at any moment, while Qt still sends it events.
    """
    shown: list[QWidget] = []

    def make(widget: QWidget) -> QWidget:
        shown.append(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return widget

    yield make
    for widget in filter(shiboken6.isValid, shown):
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    made = Language("en")
    yield made
    made.set("en")


@pytest.fixture
def preferences(tasks: Tasks, tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "config" / "settings.json", tasks)


@pytest.fixture
def now() -> Callable[[], datetime]:
    """The moment the invented cases are looked at: noon, 15 September 2026."""
    return lambda: datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)


@dataclass
class FakeClock:
    """Two clocks that go only when told."""

    at: float = 1_000_000.0
    ticks: float = 500.0

    def wall(self) -> float:
        return self.at

    def steady(self) -> float:
        return self.ticks

    def work(self, seconds: float) -> None:
        """Time passes while the machine runs."""
        self.at += seconds
        self.ticks += seconds

    def sleep(self, seconds: float) -> None:
        """Time passes while the machine sleeps."""
        self.at += seconds


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="session")
def sample_paths() -> list[Path]:
    return sorted(assets.resource("demo").glob("*.json"))


@pytest.fixture(autouse=True)
def _keys_derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cost, "derive", derive)


@pytest.fixture(autouse=True)
def own_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Backups made by a test stay with the test."""
    place = tmp_path / "backups"
    monkeypatch.setattr(paths, "backups", lambda: place)
    return place


@pytest.fixture(autouse=True)
def _no_sticks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Erasing never looks at what is plugged into this computer."""
    monkeypatch.setattr(quick_erase, "_sticks", lambda _path: [])


@pytest.fixture(scope="session")
def five_cases(tmp_path_factory: pytest.TempPathFactory) -> FiveCases:
    return FiveCases(tmp_path_factory.mktemp("five"), PASSPHRASE, DAY)


@pytest.fixture
def empty_file(tmp_path: Path) -> Iterator[CaseFile]:
    """An open case file without cases."""
    file = files.create(tmp_path / "empty.hrd", PASSPHRASE, calibrate=False)
    yield file
    files.lock(file)


@pytest.fixture
def case_file(tmp_path: Path, five_cases: FiveCases) -> Iterator[CaseFile]:
    """An open case file with the five invented cases."""
    file = files.unlock(five_cases.copy(tmp_path / "cases.hrd"), PASSPHRASE)
    yield file
    files.lock(file)


@pytest.fixture
def locked_file(tmp_path: Path, five_cases: FiveCases) -> Path:
    """A closed case file with the five invented cases; opens with PASSPHRASE."""
    return five_cases.copy(tmp_path / "locked.hrd")


@pytest.fixture(scope="session")
def templates(tmp_path_factory) -> Templates:
    return Templates(tmp_path_factory.mktemp("templates"))


@pytest.fixture
def desk_of(templates, tmp_path, tasks, qtbot) -> Iterator[Callable[..., Desk]]:
    """Puts an invented case on the desk: `desk_of("s5")`."""
    yield from desk_maker(templates, tmp_path, tasks, qtbot)


@pytest.fixture
def desk(desk_of) -> Desk:
    return desk_of("s1")


@pytest.fixture
def case_page_of(desk_of, show) -> Callable[..., tuple[Desk, CasePage]]:
    """Puts an invented case on the desk and shows its page: `case_page_of("s5", width=700)`."""

    def make(sample: str = "s1", *, width: int = 1184) -> tuple[Desk, CasePage]:
        desk = desk_of(sample)
        page = CasePage(desk.case, desk.tasks, "en")
        page.resize(width, 728)
        show(page)
        return desk, page

    return make


@pytest.fixture
def eligibility_of(desk_of, show) -> Callable[..., tuple[Desk, EligibilityPage]]:
    """Puts an invented case on the desk and shows what is judged of it, every line made: `eligibility_of("s3")`."""

    def make(sample: str = "s2") -> tuple[Desk, EligibilityPage]:
        desk = desk_of(sample)
        page = EligibilityPage(desk.context)
        page.resize(700, 900)
        show(page)
        desk.qtbot.waitUntil(lambda: list(page.cards) == list(page.shown_items()))
        return desk, page

    return make


@pytest.fixture
def frame(preferences, language, tasks, clock, now, locked_file, show) -> Iterator[Frame]:
    """The window of the program before the file with the five invented cases, which is locked."""
    made = Frame(preferences, language, tasks, clock, now, locked_file, calibrate=False)
    show(made)
    yield made
    made.lock()


@pytest.fixture
def opened(frame: Frame, qtbot) -> Frame:
    """That window with the file unlocked."""
    unlock(frame, qtbot, PASSPHRASE)
    return frame


@pytest.fixture
def on_case(opened: Frame, qtbot) -> Frame:
    """That window with the first case open."""
    opened.open_case("HRD-2026-S1")
    qtbot.waitUntil(lambda: isinstance(opened.pages.currentWidget(), CasePage))
    return opened
