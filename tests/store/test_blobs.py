"""Files of a case, kept byte for byte and once."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from hrd_desktop.errors import FileDamaged, UnknownCase, UnknownFile
from hrd_desktop.store import blobs, cases
from hrd_desktop.store.attachments import blob, blob_chunk
from hrd_desktop.store.casefile import CaseFile
from tests.store.demo_cases import demo_case

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
CODE = "HRD-2026-S1"


@pytest.fixture
def file(tmp_path: Path) -> CaseFile:
    made = CaseFile.create(tmp_path / "a.hrd", "kelp lantern orbit mosaic", calibrate=False)
    with made.session() as session:
        cases.add(session, [demo_case("s1"), demo_case("s2")])
    return made


@pytest.mark.parametrize("size", [0, 1, blobs.CHUNK - 1, blobs.CHUNK, blobs.CHUNK + 1, 3 * blobs.CHUNK + 7])
def test_what_was_kept_comes_back(file: CaseFile, size: int) -> None:
    data = (bytes(range(256)) * (size // 256 + 1))[:size]
    with file.session() as session:
        kept = blobs.put(session, CODE, data, at=AT)
    assert (kept.size, kept.sha256) == (size, hashlib.sha256(data).hexdigest())
    with file.session() as session:
        assert blobs.get(session, CODE, kept.sha256) == data
        assert blobs.find(session, CODE, kept.sha256) == kept
        assert blobs.of_case(session, CODE) == [kept]
        assert blobs.total(session) == size


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=3000))
def test_any_bytes_come_back(file: CaseFile, data: bytes) -> None:
    with file.session() as session:
        assert blobs.get(session, CODE, blobs.put(session, CODE, data, at=AT).sha256) == data


def test_the_same_file_is_kept_once_in_a_case_and_apart_in_another(file: CaseFile) -> None:
    with file.session() as session:
        first = blobs.put(session, CODE, b"same", at=AT)
        assert blobs.put(session, CODE, b"same", at=AT) == first
        other = blobs.put(session, "HRD-2026-S2", b"same", at=AT)
        assert other.pk != first.pk
        blobs.drop(session, CODE, first.sha256)
        assert blobs.get(session, "HRD-2026-S2", other.sha256) == b"same"
        assert session.connection().scalar(select(func.count()).select_from(blob_chunk)) == 1


def test_a_changed_byte_is_found(file: CaseFile) -> None:
    with file.session() as session:
        kept = blobs.put(session, CODE, b"as it was", at=AT)
        session.connection().execute(update(blob_chunk).values(data=b"as it is!"))
        with pytest.raises(FileDamaged):
            blobs.get(session, CODE, kept.sha256)


def test_what_is_not_there_says_so(file: CaseFile) -> None:
    with file.session() as session:
        with pytest.raises(UnknownFile):
            blobs.get(session, CODE, "0" * 64)
        with pytest.raises(UnknownCase):
            blobs.put(session, "HRD-NONE", b"x", at=AT)
        assert blobs.find(session, CODE, "0" * 64) is None


def test_files_go_with_their_case(file: CaseFile) -> None:
    with file.session() as session:
        blobs.put(session, CODE, b"x" * 5000, at=AT)
        cases.delete(session, CODE)
        connection = session.connection()
        assert connection.scalar(select(func.count()).select_from(blob)) == 0
        assert connection.scalar(select(func.count()).select_from(blob_chunk)) == 0


def test_progress_counts_bytes(file: CaseFile) -> None:
    seen: list[tuple[int, int]] = []
    with file.session() as session:
        blobs.put(session, CODE, b"x" * (blobs.CHUNK + 5), at=AT, progress=lambda done, all_: seen.append((done, all_)))
    assert seen == [(blobs.CHUNK, blobs.CHUNK + 5), (blobs.CHUNK + 5, blobs.CHUNK + 5)]
