"""A backup of each version that was ever released still opens, to the byte as its page says."""

from __future__ import annotations

import hashlib
import hmac
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hrd_desktop.services import backups, files
from hrd_desktop.vault import keys

STORED = Path(__file__).parents[1] / "data" / "backup-1" / "office.hrdbackup"
PASSPHRASE = "an older form of five invented lamps"


def test_it_is_read_and_gone_back_to(tmp_path: Path) -> None:
    path = Path(shutil.copy(STORED, tmp_path))
    contents = backups.verify(path, PASSPHRASE)
    assert (contents.cases, contents.made_at) == (2, datetime(2026, 11, 22, 23, 31, 5, tzinfo=UTC))
    place, _ = backups.restore(path, PASSPHRASE, tmp_path / "back")
    with files.unlock(place, PASSPHRASE) as back:
        assert back.verify(True).cases == 2


def test_its_seal_made_again_without_the_program() -> None:
    """From the page alone: where the parts are, what is sealed, under which key."""
    data = STORED.read_bytes()
    last = data[-67:]
    words = last.decode("ascii").split()
    assert (words[:2], words[2::2]) == (["hrd-backup", "0001"], ["database", "keys", "about"])
    database, key, about = (int(word) for word in words[3::2])
    parts = data[:database], data[database : database + key], data[database + key : database + key + about]
    assert json.loads(parts[2])["database"]["sha256"] == hashlib.sha256(parts[0]).hexdigest()
    data_key = keys.unlock(keys.KeyFile.from_bytes(parts[1], STORED), PASSPHRASE)
    seal_key = HKDF(SHA256(), 32, None, b"hrd backup 1").derive(bytes(data_key.buffer()))
    sealed = hashlib.sha256(parts[0]).digest() + parts[1] + parts[2] + last
    assert hmac.digest(seal_key, sealed, "sha256") == data[-99:-67]
