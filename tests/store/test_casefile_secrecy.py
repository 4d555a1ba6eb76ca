"""The key and what is stored stay out of logs, texts of errors and addresses of engines."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from hrd_desktop.store import folder
from hrd_desktop.vault import keys
from tests.store.casefile_parts import PASSPHRASE, create, flip, line, read, reopen, start, write

CANARY = "Zibeline Oranjezicht"


def test_nothing_is_logged_not_even_at_debug(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "office.hrd"
    with caplog.at_level(logging.DEBUG):
        with create(path) as file:
            write(file, CANARY)
            assert read(file) == [CANARY]
        key = keys.unlock(folder.read_keys(path), PASSPHRASE).hex()
    assert CANARY not in caplog.text
    assert key not in caplog.text
    assert PASSPHRASE not in caplog.text


def test_nothing_is_printed_about_a_damaged_page(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """SQLCipher would write a line to the terminal for every page that it refuses."""
    path = tmp_path / "office.hrd"
    create(path).lock()
    flip(path / folder.DATABASE, 3000)
    with pytest.raises(Exception, match="database_damaged"):
        reopen(path)
    assert capfd.readouterr() == ("", "")


def test_an_error_does_not_quote_what_was_being_saved(tmp_path: Path) -> None:
    with create(tmp_path / "office.hrd") as file:
        with pytest.raises(DBAPIError) as caught, file.session() as session:
            session.execute(text("INSERT INTO absent (body) VALUES (:body)"), {"body": CANARY})
        assert CANARY not in "".join(traceback.format_exception(caught.value))


def test_the_key_is_in_no_name_of_the_engine_and_gone_after_locking(tmp_path: Path) -> None:
    path = tmp_path / "office.hrd"
    file = create(path)
    engine, key = file._open_engine(), file._key
    digits = key.hex()
    shown = f"{engine!r} {engine.url!r} {engine.pool!r} {file!r} {vars(file)!r} {key!r}"
    assert digits not in shown
    file.lock()
    assert repr(key) == "DataKey(wiped)"
    with pytest.raises(ValueError, match="wiped"):
        engine.connect()


def in_memory(process: int, secrets: dict[str, bytes]) -> set[str]:
    """Which of these bytes the memory of another process holds."""
    found = set()
    maps = Path(f"/proc/{process}/maps").read_text().splitlines()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for mapping in maps:
            match = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", mapping)
            if match:
                first, last = (int(end, 16) for end in match.groups())
                memory.seek(first)
                data = memory.read(last - first)
                found |= {name for name, secret in secrets.items() if secret in data}
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows a process's memory as a file")
def test_after_locking_the_key_is_nowhere_in_the_memory_of_the_program(tmp_path: Path) -> None:
    path = tmp_path / "office.hrd"
    create(path).lock()
    key = keys.unlock(folder.read_keys(path), PASSPHRASE)
    secrets = {"bytes": bytes(key.buffer()), "digits": key.hex().encode()}
    with start("forget", path) as child:
        assert child.stdin is not None
        assert line(child) == "open"
        try:
            while_open = in_memory(child.pid, secrets)
        except PermissionError:
            child.stdin.close()
            pytest.skip("this system does not let us look into our own child")
        child.stdin.write("lock\n")
        child.stdin.flush()
        assert line(child) == "locked"
        after = in_memory(child.pid, secrets)
        child.stdin.close()
    assert "bytes" in while_open
    assert after == set()
