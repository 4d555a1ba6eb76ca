"""This user's own folders: preferences, the log, and where documents go."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_NAME = "hrd-desktop"


def settings_file() -> Path:
    """Preferences; never anything of a case."""
    return platformdirs.user_config_path(_NAME, appauthor=False, roaming=True) / "settings.json"


def log_file() -> Path:
    """What went wrong, by kind and place in the program; never anything of a case."""
    return platformdirs.user_log_path(_NAME, appauthor=False) / "hrd-desktop.log"


def documents() -> Path:
    """Where a person expects to find what she made: a folder that is there, or a suggested name would be refused."""
    folder = platformdirs.user_documents_path()
    return folder if folder.is_dir() else Path.home()


def backups() -> Path:
    """This computer's own place for backups, one folder per case file, named by its id."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "backups"
