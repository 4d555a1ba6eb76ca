"""What is covered on a paper does not leave, whatever kind of file it is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.documents.redaction import Box
from hrd_desktop.errors import NotPrintable
from hrd_desktop.services import cases, evidence, evidence_out, files
from hrd_desktop.wording import wording
from tests.documents import papers

AT = datetime(2026, 9, 15, 12, tzinfo=UTC)
CODE = "HRD-2026-S1"


def test_a_text_that_is_covered_is_listed_and_not_printed(tmp_path: Path) -> None:
    file = files.create(tmp_path / "a.hrd", "seven invented lanterns", calibrate=False)
    try:
        cases.import_cases(file, [resource("demo", "s1.json")], on=AT.date())
        with evidence.Reader() as reader:
            added = evidence.add(file, CODE, papers.mail(), "a.eml", title="Mail", kind="threat", at=AT, reader=reader)

            def printed() -> str:
                case = cases.open_case(file, CODE).case
                made = evidence.exhibits(file, case, reader)
                return next(one.text for one in made if one.evidence.id == added.evidence)

            assert "We know where you live." in printed()
            evidence.set_boxes(file, CODE, added.sha256, [Box(0, 0, 0, 1, 0.5)])
            assert printed() == ""
            with pytest.raises(NotPrintable):
                evidence_out.write_cleaned(file, CODE, added.evidence, tmp_path / "out.txt", reader, wording("en"))
            assert not (tmp_path / "out.txt").exists()
            evidence.set_boxes(file, CODE, added.sha256, [])
            assert "We know where you live." in printed()
    finally:
        files.lock(file)
