"""Asking where something new is to be written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_new_file(over: QWidget, title: str, suggested: Path | str, kinds: str = "") -> Path | None:
    """Ask for a place where nothing is yet; None if the person thinks better of it.

    What is there is refused by whoever writes, so that no window offers to overwrite it.
    """
    name, _ = QFileDialog.getSaveFileName(
        over, title, str(suggested), kinds, options=QFileDialog.Option.DontConfirmOverwrite
    )
    return Path(name) if name else None
