"""Unlocking and locking the window as a person does, and waiting for it."""

from __future__ import annotations


def unlock(frame, qtbot, passphrase: str) -> None:
    """Type the passphrase, and wait until the file is open."""
    frame.unlock.passphrase.setText(passphrase)
    with qtbot.waitSignal(frame.unlock.opened):
        frame.unlock.submit()


def list_cases(frame, qtbot) -> None:
    """Show the caseload, and wait until the five invented cases are listed."""
    frame.show_caseload()
    model = frame.pages.currentWidget().model
    qtbot.waitUntil(lambda: model.rowCount() == 5)


def lock(frame, qtbot, reason="hand"):
    """Lock, and wait until the key is gone."""
    with qtbot.waitSignal(frame.locking.locked, timeout=30_000):
        frame.lock_for(reason)
