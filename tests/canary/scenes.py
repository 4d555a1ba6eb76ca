"""The scenes: a program of its own works with the case in a home of its own, and that home is searched afterwards.

The home holds everything the program could write to by itself: preferences, logs, data, documents, temporary folder.
The case file lies in it too. A word is looked for as text in UTF-8 and UTF-16, in capitals, and in Base64.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from hrd_desktop.assets import resource
from hrd_desktop.core.case import Case
from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import Kind, fields_of
from hrd_desktop.core.validation import problems
from hrd_desktop.exchange.case_json import read_case
from hrd_desktop.services import evidence, files
from hrd_desktop.services.evidence import Reader
from hrd_desktop.store import cases as stored

PASSPHRASE = "nine invented kettles on a windy roof"
TYPED = "zqtypedxlapwing"
IN_FILE = "zqpaperxlapwing"
AT = datetime(2026, 9, 15, 12, tzinfo=UTC)
SCENES = ("lock", "kill", "export")
"""Locked with the program still running; killed amid work; a case and its packet exported elsewhere."""

_SAMPLE = resource("demo", "s1.json")
_OF_A_FORM = ("code", "file", "sha256")
"""Texts that are the name of something: they may stand where the case does not."""
_ALONE = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


class Leaked(AssertionError):
    """A word of the case stands readable on the disk."""


def seed(home: Path) -> tuple[Path, str, list[str]]:
    """A case file in which every text of a case is a word of its own. Returns it, the case's code, and the words."""
    case, words = filled(read_case(_SAMPLE.read_bytes(), _SAMPLE.name))
    path = home / "Documents" / "Cases.hrd"
    path.parent.mkdir(parents=True)
    with files.create(path, PASSPHRASE, calibrate=False) as file:
        with file.session() as session:
            stored.add(session, [case], at=AT)
        with Reader() as reader:
            evidence.add(
                file,
                case.code,
                f"{IN_FILE} ".encode() * 400,
                f"{IN_FILE}.txt",
                title=IN_FILE,
                kind="other",
                at=AT,
                reader=reader,
            )
    return path, case.code, [*words, TYPED, IN_FILE]


def word(number: int) -> str:
    """A word that stands nowhere else: long enough that no part of it turns up by chance in what is encrypted."""
    return f"zq{number:04d}xlapwing"


def filled(case: Case) -> tuple[Case, list[str]]:
    """The case with a word of its own in each field that takes any text, and those words."""
    words: list[str] = []
    for node in list(walk(case)):
        held = node.value
        for spec in fields_of(type(held)):
            if spec.kind not in (Kind.TEXT, Kind.LONG_TEXT) or spec.name in _OF_A_FORM:
                continue
            before, new = getattr(held, spec.name), word(len(words))
            setattr(held, spec.name, [new] if spec.many else new)
            if any(problems(case)):
                setattr(held, spec.name, before)
            else:
                words.append(new)
    return case, words


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a program that has this folder for its home, for all it writes."""
    places = {name: str(home / name.lower()) for name in _ALONE}
    for place in (*places.values(), home / "tmp"):
        Path(place).mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DBUS_"))}
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(home / "tmp"))
    return kept | places | temporary | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}


def play(scene: str, home: Path) -> str:
    """One scene, and the search after it. Returns what was searched, in words. Raises Leaked."""
    path, code, words = seed(home)
    elsewhere = home.parent / f"{home.name}-elsewhere"
    elsewhere.mkdir()
    before = [str(one) for one in _shared_memory()]
    command = [sys.executable, "-m", "tests.canary.actor", scene, str(path), code, str(elsewhere)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        command, cwd=root, env=surroundings(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as actor:
        try:
            _wait_for(actor.stdout)
            found = search([home, *_new(before)], words)
        finally:
            actor.kill()
    found += search([home, *_new(before)], words)
    if found:
        raise Leaked(f"{scene}: {sorted(set(found))[:5]}")
    if scene == "export" and not search([elsewhere], words):
        raise AssertionError("the export holds nothing of the case: the search proves nothing")
    many, size = _measure(home)
    return f"{scene}: {len(words)} words looked for in {many} files ({size // 1024} kB), none found"


def _wait_for(told: IO[str] | None) -> None:
    assert told is not None
    for line in told:
        if line.strip() == "ready":
            return
    raise AssertionError("the program ended before it was ready")


def play_all(folder: Path) -> list[str]:
    """Every scene in a home of its own. Raises Leaked."""
    return [play(scene, folder / scene) for scene in SCENES]


def search(places: Sequence[Path], words: Sequence[str]) -> list[str]:
    """Each file in which a word stands, in its name or its bytes, with the word."""
    wanted = {form: word for word in words for form in _forms(word)}
    found = []
    for path in _all_files(places):
        data = path.read_bytes() + b"\n" + str(path).encode()
        low = data.lower()
        # Each word begins alike: most files are done with one look.
        if not any(beginning in low for beginning in _BEGINNINGS):
            continue
        found += [f"{path.name}: {word}" for form, word in wanted.items() if form in low]
    return found


def _forms(word: str) -> Iterator[bytes]:
    yield word.encode()
    yield word.encode("utf-16-le")
    for shift in range(3):
        # Base64 of a word depends on where it stands: what does not, of each of three beginnings.
        whole = base64.b64encode(b"\0" * shift + word.encode())
        yield whole[4 if shift else 0 : -4].lower()


_BEGINNINGS = tuple({form[:3] for form in (b"zq", *_forms(word(0)))})


def _all_files(places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        if place.is_file():
            yield place
        elif place.is_dir():
            yield from (path for path in place.rglob("*") if path.is_file() and not path.is_symlink())


def _shared_memory() -> list[Path]:
    return list(_all_files([Path("/dev/shm")]))


def _new(before: Sequence[str]) -> list[Path]:
    return [path for path in _shared_memory() if str(path) not in before and os.access(path, os.R_OK)]


def _measure(home: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in _all_files([home])]
    return len(sizes), sum(sizes)
