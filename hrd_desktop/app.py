"""Start-up, in order: the log, a watch for what nobody catches, the window. Nothing else comes before it shows."""

from __future__ import annotations

from pathlib import Path

from hrd_desktop import logs


def run(case_file: Path | None = None) -> int:
    """Opens the window, on this case file if one is given. Returns the exit code."""
    logs.begin()
    logs.watch()
    from hrd_desktop.gui import start  # after the log, so that a failure to load Qt is in it

    return start.run(case_file)


def self_check() -> list[str]:
    """Opens every page and form once, on a case file of invented people. Returns the forms that were opened."""
    from hrd_desktop.gui import self_check as whole

    return whole.check()
