"""The hand-over as HANDOVER.md describes it: what public tools make of it, and one refusal for each rule."""

from __future__ import annotations

import copy
import hashlib
import io
import json
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.exchange import bundle, sealing, tar
from hrd_desktop.exchange.bundle import Manifest, Member, Part, RuleBroken
from hrd_desktop.exchange.manifest import GREATEST, MOST_BYTES, ManifestCase, write_manifest

PARTS = {"case.json": b"{}\n", "history.jsonl": b"", "boxes.json": b"x" * 512, "packets.jsonl": b"p"}
FILE = b"evidence" * 100
IDENTITY = str(pyrage.x25519.Identity.generate())


def part(data: bytes) -> Part:
    return Part(len(data), hashlib.sha256(data).hexdigest())


MANIFEST = Manifest(
    "0123456789abcdef",
    datetime(2026, 9, 15, tzinfo=UTC),
    "Ada",
    bytes(range(32)),
    (ManifestCase("HRD-1", (), {name: part(data) for name, data in PARTS.items()}, (part(FILE),)),),
)


def pieces(member: Member) -> Iterator[bytes]:
    data = PARTS.get(member.part, FILE)
    yield data[:7]
    yield data[7:]


def archive(manifest: bytes | None = None) -> bytes:
    """The content as it should be."""
    manifest = write_manifest(MANIFEST) if manifest is None else manifest
    members = {"manifest.json": manifest, **{f"0001/{name}": data for name, data in PARTS.items()}}
    members[f"0001/files/{part(FILE).sha256}"] = FILE
    return (
        b"".join(tar.header(name, len(data)) + data + tar.padding(len(data)) for name, data in members.items())
        + tar.END
    )


class Kept:
    """A receiver that remembers."""

    def __init__(self) -> None:
        self.members: dict[str, bytes] = {}
        self._name = ""

    def manifest(self, manifest: Manifest, digest: str) -> None:
        self.table, self.digest = manifest, digest

    def begin(self, member: Member) -> None:
        self._name = member.name
        self.members[self._name] = b""

    def piece(self, data: bytes) -> None:
        self.members[self._name] += data

    def end(self, member: Member) -> None:
        assert hashlib.sha256(self.members[member.name]).hexdigest() == member.content.sha256


def sealed(content: bytes) -> io.BytesIO:
    return io.BytesIO(pyrage.encrypt(content, [pyrage.x25519.Identity.from_str(IDENTITY).to_public()]))


def read(content: bytes) -> Kept:
    kept = Kept()
    assert bundle.read(sealed(content), IDENTITY, kept)
    return kept


def rule(content: bytes) -> str:
    with pytest.raises(RuleBroken) as broken:
        read(content)
    return broken.value.rule


def test_public_tools_read_what_is_sealed_to_a_key() -> None:
    target, reader = io.BytesIO(), pyrage.x25519.Identity.generate()
    bundle.write(target, write_manifest(MANIFEST), pieces, keys=[str(reader.to_public())], passphrase=None)
    content = pyrage.decrypt(target.getvalue(), [reader])
    assert content == archive()
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as unpacked:
        assert unpacked.getnames()[0] == "manifest.json"
        member = unpacked.extractfile(f"0001/files/{part(FILE).sha256}")
        assert member is not None
        assert member.read() == FILE
        assert {entry.mode for entry in unpacked.getmembers()} == {0o600}


def test_public_tools_read_what_is_sealed_with_a_passphrase() -> None:
    target = io.BytesIO()
    bundle.write(target, write_manifest(MANIFEST), pieces, keys=None, passphrase="five quiet boats")
    with tarfile.open(fileobj=io.BytesIO(target.getvalue()), mode="r:") as outer:
        assert outer.getnames() == ["key.age", "content.age"]
        key, content = (outer.extractfile(name) for name in outer.getnames())
        assert key is not None
        assert content is not None
        text = pyrage.passphrase.decrypt(key.read(), "five quiet boats").decode()
        opened = pyrage.decrypt(content.read(), [pyrage.x25519.Identity.from_str(text.strip())])
    assert opened == archive()
    assert bundle.kind_of(target) == "passphrase"
    kept, identity = Kept(), text.strip()
    assert bundle.read(target, identity, kept)
    assert kept.members["0001/boxes.json"] == PARTS["boxes.json"]
    for length in (len(target.getvalue()) - 1, len(target.getvalue()) - 1024, 600):
        with pytest.raises(RuleBroken) as broken:
            bundle.read(io.BytesIO(target.getvalue()[:length]), identity, Kept())
        assert broken.value.rule in ("H02", "H03")
    with pytest.raises(RuleBroken, match="H02"):
        bundle.read(io.BytesIO(target.getvalue() + b"\0"), identity, Kept())


def test_all_that_is_in_it_comes_out_whatever_the_pieces() -> None:
    kept = read(archive())
    assert kept.table == MANIFEST
    assert kept.digest == hashlib.sha256(write_manifest(MANIFEST)).hexdigest()
    assert kept.members == {
        **{f"0001/{name}": data for name, data in PARTS.items()},
        f"0001/files/{part(FILE).sha256}": FILE,
    }
    unpacker = bundle._Unpacker(one := Kept())
    for byte in archive():
        unpacker.write(bytes([byte]))
    unpacker.close()
    assert one.members == kept.members


def test_another_key_is_no_damage() -> None:
    assert not bundle.read(sealed(archive()), sealing.new_identity(), Kept())


def test_h01_neither_form() -> None:
    for data in (b"", b"PK\3\4", tar.header("key.age", 5000) + bytes(6000), tar.header("other.age", 5)):
        with pytest.raises(RuleBroken, match="H01"):
            bundle.kind_of(io.BytesIO(data))


def test_h03_damaged_or_cut_off() -> None:
    whole = sealed(archive()).getvalue()
    for data in (whole[:-1], whole[:200], whole[:-1] + bytes([whole[-1] ^ 1]), whole + b"x"):
        with pytest.raises(RuleBroken, match="H03"):
            bundle.read(io.BytesIO(data), IDENTITY, Kept())


@pytest.mark.parametrize(
    ("at", "put"),
    [
        (0, b"../"),
        (100, b"0000777"),
        (156, b"2"),
        (157, b"/etc/passwd"),
        (345, b"prefix"),
        (136, b"00000000001"),
    ],
)
def test_h04_a_header_that_is_another(at: int, put: bytes) -> None:
    whole = bytearray(archive())
    first = 512 + len(write_manifest(MANIFEST)) + len(tar.padding(len(write_manifest(MANIFEST))))
    for start in (0, first):
        changed = bytearray(whole)
        changed[start + at : start + at + len(put)] = put
        assert rule(bytes(changed)) == "H04"


def test_h04_filling_that_is_not_zero() -> None:
    whole = bytearray(archive())
    whole[-1030] = 1  # behind the evidence file
    assert rule(bytes(whole)) == "H04"


def test_h05_a_manifest_that_fills_the_memory() -> None:
    assert rule(tar.header("manifest.json", MOST_BYTES + 1)) == "H05"


def told(change: Callable[[dict[str, Any]], Any]) -> str:
    document = json.loads(write_manifest(MANIFEST))
    change(document)
    return rule(archive(json.dumps(document).encode()))


@pytest.mark.parametrize(
    ("wanted", "change"),
    [
        ("H07", lambda m: m.update(format="other")),
        ("H07", lambda m: m.update(version="1")),
        ("H08", lambda m: m.update(version=2)),
        ("H09", lambda m: m.update(more=1)),
        ("H09", lambda m: m.pop("by")),
        ("H09", lambda m: m.update(cases={})),
        ("H09", lambda m: m["cases"][0].update(path="/tmp")),
        ("H09", lambda m: m["cases"][0]["files"][0].update(name="x")),
        ("H10", lambda m: m.update(number="../../x")),
        ("H10", lambda m: m.update(made_at="now")),
        ("H10", lambda m: m.update(made_at="0001-01-01T00:00:00Z")),
        ("H10", lambda m: m.update(by="a\nb")),
        ("H10", lambda m: m.update(secret="00")),
        ("H10", lambda m: m["cases"][0].update(code="../x")),
        ("H10", lambda m: m["cases"][0]["files"][0].update(sha256="../x")),
        (
            "H10",
            lambda m: m["cases"][0]["known"].append(
                {"number": "0" * 16, "code": "HRD-1", "ids": {"P1": "P2", "P3": "P2"}}
            ),
        ),
        ("H11", lambda m: m["cases"][0]["case.json"].update(size=GREATEST["case.json"] + 1)),
        ("H11", lambda m: m["cases"][0]["files"][0].update(size=-1)),
        ("H11", lambda m: m["cases"][0]["files"][0].update(size=2**40)),
        ("H11", lambda m: m["cases"].extend([{}] * 500)),
        ("H12", lambda m: m.update(cases=[])),
        ("H12", lambda m: m["cases"].append(copy.deepcopy(m["cases"][0]))),
        ("H12", lambda m: m["cases"][0]["files"].append(m["cases"][0]["files"][0])),
        ("H13", lambda m: m["cases"][0]["case.json"].update(sha256="0" * 64)),
        ("H04", lambda m: m["cases"][0]["files"][0].update(sha256="0" * 64)),
        ("H04", lambda m: m["cases"][0]["case.json"].update(size=4)),
    ],
)
def test_a_table_that_is_not_as_it_should_be(wanted: str, change: Callable[[dict[str, Any]], Any]) -> None:
    assert told(change) == wanted


@pytest.mark.parametrize("text", [b"{", b"\xff", b'{"format": 1, "format": 2}', b"[" * 100_000, b'{"a": NaN}'])
def test_h06_no_json(text: bytes) -> None:
    assert rule(archive(text)) == "H06"


def test_h18_an_end_that_comes_early_or_not() -> None:
    whole = archive()
    assert rule(whole[:-512]) == "H18"
    assert rule(whole + bytes(512)) == "H18"
    assert rule(b"") == "H18"
    assert rule(whole[:1000]) == "H18"


def unpacked(data: bytes) -> Kept | None:
    """What the reader makes of an archive; None if it refuses it."""
    kept = Kept()
    unpacker = bundle._Unpacker(kept)
    try:
        unpacker.write(data)
        unpacker.close()
    except RuleBroken:
        return None
    return kept


@settings(max_examples=150)
@given(st.integers(0, len(archive()) - 1), st.binary(min_size=1, max_size=8))
def test_any_change_of_the_archive_is_refused(at: int, put: bytes) -> None:
    changed = bytearray(archive())
    changed[at : at + len(put)] = put
    kept = unpacked(bytes(changed))
    # A table that says the same in other bytes is another table: a receipt for it would not fit.
    assert kept is None or bytes(changed) == archive() or kept.digest != part(write_manifest(MANIFEST)).sha256


def opens(data: bytes) -> bool:
    try:
        return bundle.read(io.BytesIO(data), IDENTITY, Kept())
    except RuleBroken:
        return False


@settings(max_examples=100)
@given(st.binary(max_size=2000))
def test_any_bytes_are_refused_or_not_ours(data: bytes) -> None:
    for whole in (data, b"age-encryption.org/v1\n" + data, tar.header("key.age", 100) + data):
        assert not opens(whole)
    assert unpacked(data) is None


@settings(max_examples=60)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=4))
def test_any_change_of_the_sealed_file_is_refused(at: int, put: bytes) -> None:
    whole = _SEALED[:at] + put + _SEALED[at + len(put) :]
    assert whole == _SEALED or not opens(whole)


_SEALED = sealed(archive()).getvalue()


@pytest.mark.skipif(shutil.which("age") is None or shutil.which("tar") is None, reason="a public program is missing")
def test_the_public_programs_unpack_it(tmp_path: Path) -> None:
    key, whole = tmp_path / "key.txt", tmp_path / "a.hrdcase"
    key.write_text(f"{IDENTITY}\n")
    whole.write_bytes(_SEALED)
    opened = subprocess.run(["age", "-d", "-i", str(key), str(whole)], capture_output=True, check=True)
    subprocess.run(["tar", "-x", "-C", str(tmp_path)], input=opened.stdout, check=True)
    assert (tmp_path / "0001" / "files" / part(FILE).sha256).read_bytes() == FILE


@pytest.mark.skipif(shutil.which("tar") is None, reason="a public program is missing")
def test_tar_unpacks_the_content(tmp_path: Path) -> None:
    subprocess.run(["tar", "-x", "-C", str(tmp_path)], input=archive(), check=True)
    assert (tmp_path / "0001" / "case.json").read_bytes() == PARTS["case.json"]
    assert (tmp_path / "manifest.json").read_bytes() == write_manifest(MANIFEST)
