"""A backup taken apart, so that one part can be made wrong and the others right again around it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hrd_desktop.store.backup_file import tail
from hrd_desktop.vault import keys
from tests.backups.conftest import AT, PASSPHRASE

LAST = 67
SEAL = 32


@dataclass(frozen=True)
class Parts:
    """The five parts as bytes."""

    database: bytes
    keys: bytes
    about: bytes
    seal: bytes
    last: bytes

    def joined(self) -> bytes:
        return self.database + self.keys + self.about + self.seal + self.last

    def told(self, **members: Any) -> Parts:
        """With other members in the about; the last line fits again, the seal does not."""
        about = (json.dumps({**json.loads(self.about), **members}, indent=2) + "\n").encode()
        return replace(self, about=about).fitting()

    def fitting(self) -> Parts:
        """With a last line that gives the lengths as they are."""
        lengths = len(self.database), len(self.keys), len(self.about)
        last = "hrd-backup 0001 database {:016d} keys {:06d} about {:06d}\n".format(*lengths)
        return replace(self, last=last.encode())

    def with_keys(self, data: bytes) -> Parts:
        """With other keys, of which the about gives the right length and digest."""
        digest = hashlib.sha256(data).hexdigest()
        return replace(self, keys=data).told(keys={"size": len(data), "sha256": digest})

    def sealed(self, database: bytes | None = None, digest: str = "") -> Parts:
        """As somebody who has the data key would make it, with another database or a digest that is not its own."""
        database = self.database if database is None else database
        keyfile = keys.KeyFile.from_bytes(self.keys, Path("office.hrd"))
        key = keys.unlock(keyfile, PASSPHRASE)
        digest = digest or hashlib.sha256(database).hexdigest()
        end = tail(key.derived(b"hrd backup 1"), keyfile, self.keys, len(database), digest, AT)
        key.wipe()
        return apart(database + end)


def apart(data: bytes) -> Parts:
    """Take a backup apart by its last line."""
    words = data[-LAST:].split()
    database, key, about = (int(words[i]) for i in (3, 5, 7))
    ends = [database, database + key, database + key + about, len(data) - LAST]
    cut = [data[a:b] for a, b in zip([0, *ends], [*ends, len(data)], strict=True)]
    return Parts(*cut)
