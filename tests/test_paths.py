"""The folder that file dialogs suggest is one that is there."""

from pathlib import Path

import platformdirs
import pytest

from hrd_desktop import paths


def test_a_person_without_a_documents_folder_is_offered_her_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path / "Documents")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert paths.documents() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert paths.documents() == tmp_path / "Documents"
