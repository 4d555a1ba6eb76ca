"""The program at a real terminal: asking for a passphrase, being stopped, a reader that leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from hrd_desktop import __main__
from hrd_desktop.services import demo
from tests.cli.conftest import DAY, Run

SECRET = ("--passphrase-file", "-")
S1 = "HRD-2026-S1"


def program(*args: object) -> list[str]:
    return [sys.executable, "-m", "hrd_desktop", *map(str, args)]


@pytest.mark.skipif(sys.platform == "win32", reason="a session without a terminal is of POSIX")
@pytest.mark.parametrize(("lang", "said"), [("en_CA.UTF-8", "no terminal"), ("fr_CA.UTF-8", "pas ici de terminal")])
def test_without_a_terminal_the_passphrase_is_not_asked_for(case_file: Path, lang: str, said: str) -> None:
    done = subprocess.run(
        program("list", case_file), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
        start_new_session=True, env={**os.environ, "LC_ALL": lang},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Warning" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is of POSIX")
def test_stopping_at_the_prompt_is_said_in_a_word(case_file: Path) -> None:
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["LC_ALL"] = "en_CA.UTF-8"
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # what runs in the background of a shell ignores it, children too
        os.execv(sys.executable, program("list", case_file))
    seen = b""
    while b"Passphrase:" not in seen:
        seen += os.read(terminal, 1000)
    os.write(terminal, b"\x03")
    with suppress(OSError):  # a terminal whose last program has ended answers with an error
        while more := os.read(terminal, 1000):
            seen += more
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 1
    assert b"Stopped." in seen
    assert b"Traceback" not in seen


def test_stopping_while_the_program_loads_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopping:
        """Stands for a person who stops the program just when it loads its commands."""

        def find_spec(self, name: str, *_: object) -> None:
            if name == "hrd_desktop.cli":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "hrd_desktop.cli")
    monkeypatch.delattr("hrd_desktop.cli")
    monkeypatch.setattr(sys, "meta_path", [Stopping(), *sys.meta_path])
    with pytest.raises(SystemExit) as stopped:
        __main__.main()
    assert stopped.value.code == 1


def test_a_reader_that_leaves_early_is_no_failure(case_file: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(demo.PASSPHRASE, "utf-8")
    command = program("check", case_file, S1, "--on", DAY, "--passphrase-file", secret)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        said = child.stderr.read()
    assert (child.returncode, said) == (0, b"")


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"])
def test_a_passphrase_file_is_utf_8_with_or_without_a_mark(run: Run, tmp_path: Path, before: bytes) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(before + "une clé oubliée dehors\r\n".encode())
    assert run("create", tmp_path / "f.hrd", *SECRET, lines="une clé oubliée dehors\n").code == 0
    assert run("list", tmp_path / "f.hrd", "--passphrase-file", secret).code == 0
