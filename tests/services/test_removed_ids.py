"""A row's id is not used again after the row is gone, not even in a later session."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hrd_desktop.assets import resource
from hrd_desktop.core.edit import RemoveRow
from hrd_desktop.gui.case_edits import CaseEdits
from hrd_desktop.services import cases, demo, editing, files

AT = datetime(2026, 9, 15, 12, tzinfo=UTC)


def test_the_id_of_a_removed_row_stays_taken_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "f.hrd"
    with files.create(path, demo.PASSPHRASE, calibrate=False) as file:
        cases.import_cases(file, [resource("demo") / "s1.json"], on=demo.DAY)
        editing.change(file, demo.CASE, [RemoveRow("IN6")], at=AT)
    with files.unlock(path, demo.PASSPHRASE) as file:
        opened = cases.open_case(file, demo.CASE)
    assert opened.removed_ids == {"IN6"}
    key, _step = CaseEdits(opened.case, opened.drafts, opened.removed_ids).add_row("case.incidents", {})
    assert key == "IN7"
