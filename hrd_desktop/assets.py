"""Where the shipped files are: forms, icons, fonts, rule packs, words, invented cases."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds `ui/` and `resources/`: the package itself once installed, its parent in a checkout."""
    package = Path(__file__).resolve().parent
    return package if (package / "ui").is_dir() else package.parent


def form(stem: str) -> Path:
    """The Qt Designer form of that stem."""
    return root() / "ui" / f"{stem}.ui"


def resource(*parts: str) -> Path:
    """A file or folder below `resources/`."""
    return root().joinpath("resources", *parts)
