"""The blank intake set from a terminal: no case file, no passphrase."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_it_is_written_whole_and_said(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "blank.pdf"
    done = run("intake", "-o", out, "--lang", "fr", "--paper", "a4", "--parts", "people, incidents", "--persons", "2")
    assert done.code == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert "pages" in done.err


@pytest.mark.parametrize("wrong", [("--parts", "people,evidence"), ("--persons", "0"), ("--adults", "13")])
def test_wrong_usage_writes_nothing(run: Run, tmp_path: Path, wrong: tuple[str, str]) -> None:
    out = tmp_path / "blank.pdf"
    done = run("intake", "-o", out, *wrong)
    assert done.code == 2
    assert not out.exists()
