"""What leads where in the window: rail, menus, locking, the watch over the case file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrd_desktop.gui.about import AboutBox
from hrd_desktop.gui.case_menu import connect_case
from hrd_desktop.gui.hand_over_menu import connect_hand_over

if TYPE_CHECKING:
    from hrd_desktop.gui.frame import Frame
    from hrd_desktop.gui.i18n import Language
    from hrd_desktop.gui.preferences import Preferences
    from hrd_desktop.gui.tasks import Tasks


def connect_frame(frame: Frame, preferences: Preferences, tasks: Tasks, language: Language) -> None:
    """Connect the parts of the window with what it can do; once, when all parts are there."""
    frame.unlock.opened.connect(frame.take_file)
    frame.unlock.language_asked.connect(lambda lang: preferences.change(language=lang))
    preferences.changed.connect(frame.follow_preferences)
    tasks.unseen.connect(frame.say_error)
    frame.menus.intake.connect(lambda: _print_intake(frame, tasks, language))
    _connect_pages(frame)
    _connect_locking(frame)


def _connect_pages(frame: Frame) -> None:
    rail, menus = frame.rail, frame.menus
    for button, entry, act in (
        (rail.today_button, menus.today, frame.show_today),
        (rail.caseload_button, menus.caseload, frame.show_caseload),
        (rail.find_button, menus.find, frame.show_find),
        (rail.packets_button, menus.packets, frame.show_packets),
        (rail.places_button, menus.places, frame.show_places),
        (rail.settings_button, menus.settings, frame.show_settings),
        (rail.cover_button, menus.cover, frame.curtain.turn),
        (rail.lock_button, menus.lock, frame.lock),
    ):
        button.clicked.connect(act)
        entry.connect(act)
    for asked in (frame.care.record_asked, menus.record):
        asked.connect(frame.show_record)
    menus.quit.connect(frame.close)
    menus.new_case.connect(lambda: _begin_case(frame))
    menus.import_cases.connect(lambda: _import_cases(frame))
    menus.about.connect(lambda: AboutBox(frame).open())
    connect_case(menus, frame.pages.currentWidget)
    connect_hand_over(menus.hand_over, frame.desk, frame)
    for asked in (frame.care.backups_asked, menus.backups):
        asked.connect(frame.show_backups)


def _connect_locking(frame: Frame) -> None:
    frame.curtain.lock_asked.connect(frame.lock)
    frame.curtain.popup_seen.connect(frame.idle.watch)
    frame.care.told.connect(frame.say)
    frame.care.keeper.last_began.connect(frame.unlock.reason.back_up)
    frame.care.keeper.last_failed.connect(frame.unlock.reason.backup_failed)
    frame.idle.expired.connect(lambda: frame.lock_for("idle"))
    frame.idle.remaining.connect(frame.locks_in.count)
    frame.locking.locked.connect(frame.unlock.reason.finished)


def _print_intake(frame: Frame, tasks: Tasks, language: Language) -> None:
    from hrd_desktop.gui.intake_dialog import IntakeDialog  # it loads the paper, which locking needs nothing of

    IntakeDialog.show_for(tasks, language.lang, frame)


def _begin_case(frame: Frame) -> None:
    """Asked over the page that is shown: whoever thinks better of it stays there."""
    from hrd_desktop.gui.new_case_dialog import NewCaseDialog

    if (desk := frame.desk()) is not None:
        code = NewCaseDialog.ask(desk.file, desk.tasks, desk.language, desk.now().date(), frame)
        if code:
            frame.open_case(code)


def _import_cases(frame: Frame) -> None:
    from hrd_desktop.gui.import_dialog import ImportDialog

    if (desk := frame.desk()) is not None:
        codes = ImportDialog.ask(desk.file, desk.tasks, desk.language, desk.now().date(), frame)
        if codes and (page := frame.list_cases()) is not None:
            page.refresh(select=codes[0])
