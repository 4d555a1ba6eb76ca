"""Whatever is done to the bytes of a backup, it is refused in words; nothing is written and nothing else is raised."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrd_desktop.errors import HrdError
from hrd_desktop.store import restore
from tests.backups.conftest import PASSPHRASE
from tests.backups.parts import LAST, Parts, apart
from tests.backups.test_rules import refused

FUZZED = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def tried(data: bytes) -> HrdError:
    """The refusal of a backup of these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.hrdbackup"
        path.write_bytes(data)
        refusal = refused(path)
        try:
            restore.inspect(path, PASSPHRASE)
        except HrdError:
            return refusal
        # Looking in reads less than verifying: a page that it does not need may be damaged.
        assert refusal.facts["reason"] in {"B17", "B18"}
        return refusal


@FUZZED
@given(st.data())
def test_bytes_changed_anywhere(data: bytes, draw: st.DataObject) -> None:
    spoilt = bytearray(data)
    end = len(data) - len(apart(data).database)
    for _ in range(draw.draw(st.integers(1, 3))):
        near_the_end = draw.draw(st.booleans())
        place = draw.draw(st.integers(1, end)) if near_the_end else draw.draw(st.integers(1, len(data)))
        spoilt[-place] = (spoilt[-place] + draw.draw(st.integers(1, 255))) % 256
    if bytes(spoilt) != data:
        tried(bytes(spoilt))


@FUZZED
@given(st.data())
def test_cut_off_anywhere(data: bytes, draw: st.DataObject) -> None:
    length = draw.draw(st.integers(0, len(data) - 1) | st.integers(len(data) - 3000, len(data) - 1))
    assert tried(data[:length]).facts["reason"] == "B01"


@FUZZED
@given(st.data())
def test_bytes_put_in_or_taken_out(data: bytes, draw: st.DataObject) -> None:
    place = draw.draw(st.integers(0, len(data)) | st.integers(len(data) - 3000, len(data)))
    out = draw.draw(st.integers(0, 5000))
    spoilt = data[:place] + draw.draw(st.binary(max_size=300)) + data[place + out :]
    if spoilt != data:
        tried(spoilt)


@FUZZED
@given(st.binary(max_size=3000), st.booleans())
def test_anything_at_all(anything: bytes, ended: bool) -> None:
    words = b"hrd-backup 0001 database 0000000000004096 keys 000100 about 000100\n"
    tried(anything + words if ended else anything)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
MEMBERS = st.sampled_from(["format", "version", "file_id", "made_at", "database", "keys", "more"])


@FUZZED
@given(members=st.dictionaries(MEMBERS, JSON, min_size=1, max_size=4))
def test_any_about_between_parts_that_fit(data: bytes, members: dict[str, object]) -> None:
    parts = apart(data).told(**members)
    if parts.about != apart(data).about:
        tried(parts.joined())


@FUZZED
@given(key=st.binary(min_size=1, max_size=2000))
def test_any_keys_with_their_right_digest(data: bytes, key: bytes) -> None:
    parts = apart(data).with_keys(key)
    if parts.keys != apart(data).keys:
        tried(parts.joined())


@FUZZED
@given(pages=st.lists(st.integers(0, 10), min_size=1, max_size=12), shorter=st.booleans())
def test_a_sealed_backup_of_pages_in_disorder(data: bytes, pages: list[int], shorter: bool) -> None:
    """Made by somebody who has the key, or by a broken program: digest and seal are right, the database is not."""
    database = apart(data).database
    page = [database[i * 4096 : (i + 1) * 4096] for i in pages]
    spoilt = database[:4096] + b"".join(page) + (b"" if shorter else database[4096 * (len(page) + 1) :])
    if spoilt != database:
        tried(apart(data).sealed(spoilt).joined())


def test_the_tests_above_would_notice_a_good_one(data: bytes) -> None:
    parts: Parts = apart(data)
    assert (parts.joined(), len(parts.last)) == (data, LAST)
    with pytest.raises(BaseException, match="DID NOT RAISE"):
        tried(parts.sealed().joined())
