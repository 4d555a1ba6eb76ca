"""What happens between two backups: a case is renamed, the record tells of it, a folder fills."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from hrd_desktop.core.edit import SetValue
from hrd_desktop.services import editing
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.keeping import log_entry
from tests.backups.conftest import AT
from tests.store.demo_cases import demo_case

CODE = demo_case("s1").code
HOUR = timedelta(hours=1)


def rename(file: CaseFile, alias: str, at: datetime = AT) -> None:
    editing.change(file, CODE, [SetValue("case.alias", alias)], at=at, by="VH")


def actions(file: CaseFile) -> list[str]:
    with file.session() as session:
        return list(session.connection().scalars(select(log_entry.c.action).order_by(log_entry.c.pk)))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
