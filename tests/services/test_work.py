"""Several files written together: all of them or none, and what was there before is back."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from hrd_desktop.errors import AlreadyExists, FolderMissing, InsideCaseFile
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.work import rising, written_together


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_are_there_inside_and_after_and_private(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"before")
    with written_together([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")]):
        assert (tmp_path / "a").read_bytes() == b"1"
        assert (tmp_path / "b").read_bytes() == b"2"
    assert names(tmp_path) == ["a", "b"]
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in "ab"} == {0o600}


def test_where_the_block_fails_nothing_is_left_and_what_was_there_is_back(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"before")
    with pytest.raises(KeyboardInterrupt), written_together([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")]):
        raise KeyboardInterrupt
    assert names(tmp_path) == ["b"]
    assert (tmp_path / "b").read_bytes() == b"before"


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"before")
    (tmp_path / "folder").mkdir()
    for bad, error in ((tmp_path / "folder", AlreadyExists), (tmp_path / "no" / "b", FolderMissing)):
        with pytest.raises(error), written_together([(tmp_path / "a", b"1"), (tmp_path / "c", b"3"), (bad, b"2")]):
            pytest.fail("the block must not be reached")
        assert names(tmp_path) == ["a", "folder"]
        assert (tmp_path / "a").read_bytes() == b"before"


def test_a_file_without_second_names_is_copied_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_names: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuses)
    (tmp_path / "a").write_bytes(b"before")
    with pytest.raises(ValueError, match="stop"), written_together([(tmp_path / "a", b"1")]):
        raise ValueError("stop")
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"before"


def test_nothing_is_written_among_the_files_of_a_case_file(case_file: CaseFile, tmp_path: Path) -> None:
    inside = case_file.path / "keys.json"
    kept = inside.read_bytes()
    with pytest.raises(InsideCaseFile), written_together([(tmp_path / "a", b"1"), (inside, b"2")]):
        pytest.fail("the block must not be reached")
    assert inside.read_bytes() == kept
    assert not (tmp_path / "a").exists()


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"before")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with written_together([(tmp_path / "link", b"1")]):
        pass
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"1"


def test_progress_of_stages_never_goes_back() -> None:
    told: list[int] = []
    first = rising(lambda done, _total: told.append(done), 0, 400)
    second = rising(lambda done, _total: told.append(done), 400, 900)
    assert first is not None
    assert second is not None
    for done, total in ((0, 4), (2, 4), (1, 4), (4, 4), (0, 0)):
        first(done, total)
    for done, total in ((0, 9), (9, 9), (3, 9)):
        second(done, total)
    assert told == [0, 200, 200, 400, 400, 400, 900, 900]
    assert rising(None, 0, 1) is None
