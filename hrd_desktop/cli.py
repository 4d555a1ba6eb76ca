"""The program from a terminal: the same services as the window. The contract scripts rely on is in the README."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from hrd_desktop import __version__, logs
from hrd_desktop.cli_backup import backup, restore, verify
from hrd_desktop.cli_damage import damage, repair_keys, salvage
from hrd_desktop.cli_ending import close, erase, erase_file, reopen
from hrd_desktop.cli_find import find
from hrd_desktop.cli_handing import COMMANDS as HANDING
from hrd_desktop.cli_keys import keys, office_key, passphrase
from hrd_desktop.cli_options import (
    AT_TERMINAL,
    case_code,
    case_file,
    new_passphrase_file,
    opened,
    output,
    passphrase_file,
    print_json,
    progress,
    today,
    warn_of_place,
)
from hrd_desktop.cli_packet import packet, sent, verify_packet
from hrd_desktop.cli_paper import ask, intake
from hrd_desktop.cli_record import log
from hrd_desktop.cli_redact import evidence
from hrd_desktop.cli_rules import check, compare, places
from hrd_desktop.errors import DiskFailed, DiskFull, HrdError, NoPackForDate, NotWritable
from hrd_desktop.terminal import Secrets, Spoken, SpokenGroup, say, say_usage, words_of

F = TypeVar("F", bound=Callable[..., Any])


def main() -> None:
    """Entry point: whatever goes wrong is a sentence and an exit code, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        logs.begin()
        code = cli.main(standalone_mode=False) or 0
    except (click.exceptions.Abort, KeyboardInterrupt):
        say(words_of().text("stopped"))
        code = 1
    except click.ClickException as error:
        say_usage(error)
        code = 2
    except HrdError as error:
        say(words_of().message(error))
        code = error.exit_code
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback reaches a person
        logs.log_failure(error)
        say(words_of().text("unexpected"))
        code = 1
    sys.exit(code)


@click.group(
    cls=SpokenGroup,
    invoke_without_command=True,
    help=words_of().text("help_cli"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="hrd-desktop", help=words_of().text("option_version"))
@click.pass_context
def cli(context: click.Context) -> None:
    """Encrypted case files and referral packets for human rights defenders. Without a command: open the window."""
    if context.invoked_subcommand is None:
        from hrd_desktop import app

        context.exit(app.run())


@cli.command(cls=Spoken, help=words_of().text("help_demo"))
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("hrd-demo"),
    show_default=True,
    help=words_of().text("option_dir"),
)
@click.option("--no-window", is_flag=True, help=words_of().text("option_no_window"))
def demo(folder: Path, no_window: bool) -> None:
    """Make a case file of invented cases, write one packet, then open the window."""
    from hrd_desktop.services import demo as demos

    words = words_of()
    made = demos.make_demo(folder, progress=progress)
    click.echo(words.text("demo_file", path=str(made.file), count=len(made.cases)))
    click.echo(words.text("demo_packet", path=str(made.packet), count=made.pages))
    click.echo(words.text("demo_passphrase", passphrase=demos.PASSPHRASE))
    if not no_window:
        from hrd_desktop import app

        sys.exit(app.run(made.file))


@cli.command(cls=Spoken, help=words_of().text("help_create"))
@case_file
@new_passphrase_file
def create(casefile: Path, secrets: Secrets) -> None:
    """Make an empty case file."""
    from hrd_desktop.services import files

    warn_of_place(files.with_suffix(casefile))
    passphrase = secrets.read("ask_new_passphrase", confirm=True)
    file = files.create(casefile, passphrase, on=today(), by=AT_TERMINAL)
    files.lock(file)
    click.echo(words_of().text("created", path=str(file.path)))


@cli.command("import", cls=Spoken, help=words_of().text("help_import"))
@case_file
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="CASE.json...")
@click.option("--dry-run", is_flag=True, help=words_of().text("option_dry_run"))
@passphrase_file
def import_(casefile: Path, paths: tuple[Path, ...], dry_run: bool, secrets: Secrets) -> None:
    """Bring in cases: all of them or none."""
    from hrd_desktop.services import cases

    words = words_of()
    with opened(casefile, secrets) as file:
        report = cases.import_cases(file, paths, on=today(), dry_run=dry_run, progress=progress)
    for entry in report.missing:
        say(words.text("missing_evidence", case=entry.case, evidence=entry.evidence, file=entry.file))
    for code in report.codes:
        click.echo(code)
    say(words.text("imported" if report.written else "dry_run", count=len(report.codes), persons=report.persons))


@cli.command(cls=Spoken, help=words_of().text("help_export"))
@case_file
@case_code
@output("OUT.json")
@click.option("--with-evidence", is_flag=True, help=words_of().text("option_with_evidence"))
@passphrase_file
def export(casefile: Path, case: str, out: Path, with_evidence: bool, secrets: Secrets) -> None:
    """Write one case as JSON."""
    from hrd_desktop.services import cases, hand_over

    words = words_of()
    with opened(casefile, secrets) as file:
        if with_evidence:
            written = hand_over.export_with_evidence(file, case, out, progress=progress)
            for entry in written.without:
                say(words.text("evidence_without_file", evidence=entry))
            say(words.text("exported_files", count=written.files))
        else:
            cases.export_case(file, case, out)
    say(words.text("exported", path=str(out)))


@cli.command("list", cls=Spoken, help=words_of().text("help_list"))
@case_file
@click.option("--json", "as_json", is_flag=True, help=words_of().text("option_list_json"))
@passphrase_file
def list_(casefile: Path, as_json: bool, secrets: Secrets) -> None:
    """List the cases: code, stage, headline, persons."""
    from hrd_desktop.services import cases, checking, record

    words = words_of()
    with opened(casefile, secrets) as file:
        try:
            checking.refresh_headlines(file, today(), progress=progress)
        except (NoPackForDate, DiskFull, NotWritable, DiskFailed) as error:
            # A laptop whose clock has stopped, or whose disk takes nothing more, must still show its cases.
            say(words.message(error))
        query = cases.CaseloadQuery()
        rows = cases.list_cases(file, query, 0, cases.count_cases(file, query))
        record.looked(file, "list")
    if as_json:
        listed = [
            {
                "case": row.code,
                "alias": row.alias,
                "stage": row.stage,
                "headline": row.headline,
                "accompanying": row.accompanying,
                "opened_on": row.opened_on.isoformat(),
            }
            for row in rows
        ]
        print_json(listed)
        return
    for row in rows:
        stage, headline = words.code("stage", row.stage), words.result("headline", row.headline or "")
        alias = " ".join((row.alias or "").split())  # one line a case, whatever the alias holds
        click.echo("\t".join([row.code, alias, stage, headline, str(row.accompanying)]))


@cli.command("self-check", cls=Spoken, help=words_of().text("help_self_check"))
def self_check() -> None:
    """Open every page and form of the window once, on a case file of invented people."""
    from hrd_desktop import app

    for form in app.self_check():
        click.echo(form)
    say(words_of().text("self_checked"))


for command in (
    backup,
    restore,
    verify,
    evidence,
    find,
    check,
    compare,
    places,
    packet,
    sent,
    verify_packet,
    ask,
    intake,
    close,
    reopen,
    erase,
    erase_file,
    damage,
    salvage,
    repair_keys,
    keys,
    office_key,
    passphrase,
    *HANDING,
    log,
):
    cli.add_command(command)


if __name__ == "__main__":
    main()
