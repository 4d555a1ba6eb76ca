from __future__ import annotations

from hrd_desktop.core.schema import field_of, objects
from hrd_desktop.gui.row_ids import _LETTERS


def test_every_kind_of_row_has_its_letters() -> None:
    rows = {name for name, cls in objects().items() if field_of(cls, "id") is not None}
    assert set(_LETTERS) == rows
    assert len(set(_LETTERS.values())) == len(rows)
