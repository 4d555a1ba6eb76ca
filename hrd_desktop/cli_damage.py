"""The commands for a case file that is damaged: what can be had back, the readable cases, keys rebuilt."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from hrd_desktop.cli_options import AT_TERMINAL, case_file, passphrase_file, progress, secret_of
from hrd_desktop.terminal import Secrets, Spoken, say, words_of

_path = click.Path(path_type=Path)
_also = click.option("--also", type=_path, multiple=True, metavar="DIR", help=words_of().text("option_also"))


@click.command("damage", cls=Spoken, help=words_of().text("help_damage"))
@case_file
@_also
@passphrase_file
def damage(casefile: Path, also: tuple[Path, ...], secrets: Secrets) -> None:
    """Say what can be had back of a damaged case file; nothing is written."""
    from hrd_desktop.services import damage as care

    words = words_of()
    found = care.offers(casefile, secret_of(secrets), also, progress=progress)
    if found.keys_from is not None:
        click.echo(f"keys\t{found.keys_from.path}")
        say(words.text("damage_keys"))
    if found.backup is not None:
        made = found.backup.made_at.astimezone()
        click.echo(f"backup\t{found.backup.path}")
        say(words.text("damage_backup", made=f"{words.day(made.date())}, {made:%H:%M}", cases=found.backup.cases))
        if found.readable is not None:
            say(words.text("damage_changed", count=len(found.changed)))
    for kind, codes in (("whole", found.readable or ()), ("in-part", found.in_part), ("lost", found.gone)):
        for code in codes:
            click.echo(f"{kind}\t{code}")
    if found.readable is not None:
        lost = len(found.gone)
        say(words.text("damage_cases", whole=len(found.readable), parts=len(found.in_part), lost=lost))
    if found.nothing:
        say(words.text("damage_nothing"))


@click.command("salvage", cls=Spoken, help=words_of().text("help_salvage"))
@case_file
@click.argument("folder", type=_path, metavar="DIR")
@_also
@passphrase_file
def salvage(casefile: Path, folder: Path, also: tuple[Path, ...], secrets: Secrets) -> None:
    """Write every case that can be read of a damaged case file into a new folder."""
    from hrd_desktop.services import salvaging

    words = words_of()
    report = salvaging.salvage(casefile, secret_of(secrets), folder, words, also, by=AT_TERMINAL, progress=progress)
    for one in report.cases:
        click.echo(f"{'whole' if one.whole else 'in-part'}\t{report.place / one.folder / one.folder}.json")
    for code in report.gone:
        click.echo(f"lost\t{code}")
    whole, lost = len(report.whole), len(report.gone)
    say(words.text("damage_cases", whole=whole, parts=len(report.cases) - whole, lost=lost))
    if not report.sure:
        say(words.of_care("salvage_not_sure"))
    say(words.of_care("salvage_open"))


@click.command("repair-keys", cls=Spoken, help=words_of().text("help_repair_keys"))
@case_file
@click.option("--from", "backup", type=_path, required=True, metavar="BACKUP", help=words_of().text("option_from"))
@passphrase_file
def repair_keys(casefile: Path, backup: Path, secrets: Secrets) -> None:
    """Rebuild lost or damaged keys from a backup of the same case file."""
    from hrd_desktop.services import damage as care

    words = words_of()
    aside = care.rebuild_keys(casefile, backup, secret_of(secrets), at=datetime.now(UTC))
    say(words.text("keys_rebuilt"))
    if aside is not None:
        say(words.text("keys_aside", path=str(aside)))
