"""What is said before and after something is erased: what goes, what may remain elsewhere, what is left to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hrd_desktop.services.erasing import Held, Renewed, backups_until
from hrd_desktop.services.quick_erase import Destroyed, Kind, Reach
from hrd_desktop.wording import Wording

__all__ = ["after_case", "after_file", "before_file", "elsewhere", "goes_with_file", "held", "in_backups", "remaining"]

_MEGA = 1024 * 1024

_LEFT: dict[Kind, str] = {
    "keys": "left_keys",
    "keys_removed": "left_keys_removed",
    "unseen": "left_unseen",
    "backup": "left_backup",
    "copy": "left_copy",
    "database": "left_database",
    "folder": "left_folder",
    "open": "left_open",
}
_FIRST: tuple[Kind, ...] = ("keys", "unseen", "backup", "keys_removed")
"""What still opens something comes before what only lies there."""


def held(found: Held, words: Wording) -> Iterator[str]:
    """What goes with a case."""
    say = words.of_ending
    yield say("held_persons", count=found.persons)
    if found.files:
        yield say("held_files", count=found.files, size=_size(found.bytes, words.lang))
    if found.packets:
        yield say("held_packets", count=found.packets)
    if found.hand_overs:
        yield say("held_hand_overs", count=found.hand_overs)
    yield say("held_rest")
    if found.linked:
        yield say("held_linked", codes=words.join(list(found.linked)))


def in_backups(on: date, words: Wording) -> str:
    """Until when backups made before may still hold a case."""
    return words.of_ending("remains_backups", day=words.day(backups_until(on)))


def elsewhere(words: Wording) -> Iterator[str]:
    """Where a case may remain whatever is done here."""
    yield words.of_ending("remains_elsewhere")
    yield words.of_ending("remains_note")


def after_case(renewed: Renewed | None, on: date, words: Wording, *, at_rest: bool = True) -> Iterator[str]:
    """What may remain of a case that was erased, and what became of the older backups if they were to go.

    `at_rest` as in `erasing.Erased`.
    """
    say = words.of_ending
    if not at_rest:
        yield say("rest_later")
    if renewed is None:
        yield in_backups(on, words)
    else:
        yield say("renewed", count=renewed.removed)
        for path in renewed.left:
            yield say("renewed_left", path=str(path))
        for path in renewed.away:
            yield say("renewed_away", path=str(path))
    yield from elsewhere(words)


def before_file(reach: Reach, words: Wording) -> Iterator[str]:
    """What goes with a whole case file, and what may remain."""
    yield from goes_with_file(reach, words)
    yield from remaining(reach, words)


def goes_with_file(reach: Reach, words: Wording) -> Iterator[str]:
    """What goes with a whole case file."""
    say = words.of_ending
    yield say("file_goes")
    if reach.backups:
        yield say("file_backups", count=len(reach.backups))
    if reach.copies:
        yield say("file_copies", count=len(reach.copies))


def remaining(reach: Reach | None, words: Wording) -> Iterator[str]:
    """What may remain of a whole case file: what stands beside it, then what no program can know of."""
    for path in reach.others if reach else ():
        yield words.of_ending("file_others", path=str(path))
    for key in ("file_remains_copies", "file_remains_drive", "file_remains_paper"):
        yield words.of_ending(key)


def after_file(done: Destroyed, words: Wording) -> Iterator[str]:
    """What became of a whole case file, what is left to do by hand, and what may remain."""
    say = words.of_ending
    yield say("file_keys_left" if not done.keys_gone else "file_keys_gone" if done.left else "file_gone")
    if done.backups:
        yield say("file_backups_gone", count=done.backups)
    for one in sorted(done.left, key=lambda it: it.kind not in _FIRST):
        yield say(_LEFT[one.kind], path=str(one.path))
    yield from remaining(None, words)


def _size(size: int, lang: str) -> str:
    mega = size >= _MEGA
    number = f"{size / _MEGA:.1f}" if mega else str(max(1, round(size / 1024)))
    if lang == "fr":
        return f"{number.replace('.', ',')}\N{NO-BREAK SPACE}{'Mo' if mega else 'ko'}"
    return f"{number} {'MB' if mega else 'kB'}"
