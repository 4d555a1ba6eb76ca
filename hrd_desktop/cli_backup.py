"""The commands for backups: make one, make a case file of one, read a case file or a backup to its last byte."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrd_desktop.cli_options import AT_TERMINAL, case_file, given, opened, passphrase_file, progress, warn_of_place
from hrd_desktop.terminal import Secrets, Spoken, say, words_of

if TYPE_CHECKING:
    from hrd_desktop.services.backups import Contents

_file = click.Path(path_type=Path)


@click.command(cls=Spoken, help=words_of().text("help_backup"))
@case_file
@click.argument("dest", type=_file)
@passphrase_file
def backup(casefile: Path, dest: Path, secrets: Secrets) -> None:
    """Write a backup into a folder or under a name, and prove it."""
    from hrd_desktop.services import backups

    with opened(casefile, secrets) as file:
        made = backups.make(file, dest, at=datetime.now(UTC), progress=progress)
    click.echo(str(made.path))
    say(words_of().text("backed_up", count=made.cases or 0))


@click.command(cls=Spoken, help=words_of().text("help_restore"))
@click.argument("backup", type=_file)
@case_file
@click.option("--dry-run", is_flag=True, help=words_of().text("option_restore_dry_run"))
@passphrase_file
def restore(backup: Path, casefile: Path, dry_run: bool, secrets: Secrets) -> None:
    """Say what is in a backup, then make a case file of it where nothing is yet."""
    from hrd_desktop.services import backups

    words = words_of()
    with given(secrets) as secret:
        contents = backups.inspect(backup, secret)
        say(_told(contents))
        if dry_run:
            say(words.text("restore_dry_run"))
            return
        warn_of_place(casefile)
        at = datetime.now(UTC)
        place, _ = backups.restore(backup, secret, casefile, at=at, by=AT_TERMINAL, progress=progress)
    click.echo(str(place))
    say(words.text("restored"))


@click.command(cls=Spoken, help=words_of().text("help_verify"))
@case_file
@passphrase_file
def verify(casefile: Path, secrets: Secrets) -> None:
    """Read a whole case file, or a whole backup, and say whether it is as it was written."""
    words = words_of()
    if casefile.is_file():
        from hrd_desktop.services import backups

        with given(secrets) as secret:
            contents = backups.verify(casefile, secret, progress=progress)
        click.echo(words.text("backup_verified", cases=contents.cases))
        say(_told(contents))
        return
    from hrd_desktop.services import files

    with opened(casefile, secrets) as file:
        report = files.verify(file, full=True, progress=progress)
    click.echo(words.text("verified", cases=report.cases, pages=report.pages, entries=report.entries))


def _told(contents: Contents) -> str:
    words = words_of()
    made = _when(contents.made_at)
    changed = words.text("backup_unchanged") if contents.last_change is None else _when(contents.last_change)
    return words.text("backup_contents", made=made, cases=contents.cases, changed=changed)


def _when(at: datetime) -> str:
    """Day and time on this computer's clock."""
    here = at.astimezone()
    return f"{words_of().day(here.date())}, {here:%H:%M}"
