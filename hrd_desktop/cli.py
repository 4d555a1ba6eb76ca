"""The program from a terminal: the same services as the window. The contract scripts rely on is in the README."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from hrd_desktop import __version__, logs
from hrd_desktop.cli_rules import Common
from hrd_desktop.cli_rules import add_to as add_rule_commands
from hrd_desktop.errors import BadDate, HrdError, NoPackForDate, UnknownCase
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


def _today() -> date:
    return datetime.now().astimezone().date()


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
    if value is None:
        return _today()
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise BadDate(text=value) from None
    if value != day.isoformat():
        raise BadDate(text=value)
    return day


def _code(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if (
        value is not None and not value.isprintable()
    ):  # among others half a character, which the database would not take
        raise UnknownCase(code=ascii(value))
    return value


@contextmanager
def _opened(path: Path, secrets: Secrets) -> Iterator[Any]:
    from hrd_desktop.services import files

    file = files.unlock(path, secrets.read("ask_passphrase"))
    try:
        yield file
    finally:
        files.lock(file)


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() and total:
        click.echo(f"\r{done * 100 // total:3d} %", err=True, nl=done == total)


_passphrase_file = click.option(
    "--passphrase-file",
    "secrets",
    metavar="FILE",
    callback=lambda _context, _parameter, value: Secrets(value),
    help=words_of().text("option_passphrase_file"),
)
_case_file = click.argument("casefile", type=click.Path(path_type=Path))
_case_code = click.argument("case", callback=_code)
_on = click.option("--on", "on", metavar="DATE", callback=_day, help=words_of().text("option_on"))
_lang = click.option("--lang", type=click.Choice(["en", "fr"]), help=words_of().text("option_lang"))


def _output(metavar: str) -> Callable[[F], F]:
    kind = click.Path(path_type=Path)
    return click.option(
        "-o", "--output", "out", type=kind, required=True, metavar=metavar, help=words_of().text("option_out")
    )


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
    made = demos.make_demo(folder, progress=_progress)
    click.echo(words.text("demo_file", path=str(made.file), count=len(made.cases)))
    click.echo(words.text("demo_packet", path=str(made.packet), count=made.pages))
    click.echo(words.text("demo_passphrase", passphrase=demos.PASSPHRASE))
    if not no_window:
        from hrd_desktop import app

        sys.exit(app.run(made.file))


@cli.command(cls=Spoken, help=words_of().text("help_create"))
@_case_file
@_passphrase_file
def create(casefile: Path, secrets: Secrets) -> None:
    """Make an empty case file."""
    from hrd_desktop.services import files

    passphrase = secrets.read("ask_new_passphrase", confirm=True)
    file = files.create(casefile, passphrase)
    files.lock(file)
    click.echo(words_of().text("created", path=str(file.path)))


@cli.command("import", cls=Spoken, help=words_of().text("help_import"))
@_case_file
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="CASE.json...")
@click.option("--dry-run", is_flag=True, help=words_of().text("option_dry_run"))
@_passphrase_file
def import_(casefile: Path, paths: tuple[Path, ...], dry_run: bool, secrets: Secrets) -> None:
    """Bring in cases: all of them or none."""
    from hrd_desktop.services import cases

    words = words_of()
    with _opened(casefile, secrets) as file:
        report = cases.import_cases(file, paths, on=_today(), dry_run=dry_run, progress=_progress)
    for entry in report.missing:
        say(words.text("missing_evidence", case=entry.case, evidence=entry.evidence, file=entry.file))
    for code in report.codes:
        click.echo(code)
    say(words.text("imported" if report.written else "dry_run", count=len(report.codes), persons=report.persons))


@cli.command(cls=Spoken, help=words_of().text("help_export"))
@_case_file
@_case_code
@_output("OUT.json")
@_passphrase_file
def export(casefile: Path, case: str, out: Path, secrets: Secrets) -> None:
    """Write one case as JSON."""
    from hrd_desktop.services import cases

    with _opened(casefile, secrets) as file:
        cases.export_case(file, case, out)
    say(words_of().text("exported", path=str(out)))


@cli.command("list", cls=Spoken, help=words_of().text("help_list"))
@_case_file
@click.option("--json", "as_json", is_flag=True, help=words_of().text("option_list_json"))
@_passphrase_file
def list_(casefile: Path, as_json: bool, secrets: Secrets) -> None:
    """List the cases: code, stage, headline, persons."""
    from hrd_desktop.services import cases, checking

    words = words_of()
    with _opened(casefile, secrets) as file:
        try:
            checking.refresh_headlines(file, _today(), progress=_progress)
        except NoPackForDate as error:
            # A laptop whose clock has stopped must still show its cases.
            say(words.message(error))
        query = cases.CaseloadQuery()
        rows = cases.list_cases(file, query, 0, cases.count_cases(file, query))
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
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for row in rows:
        stage, headline = words.code("stage", row.stage), words.result("headline", row.headline or "")
        alias = " ".join((row.alias or "").split())  # one line a case, whatever the alias holds
        click.echo("\t".join([row.code, alias, stage, headline, str(row.accompanying)]))


add_rule_commands(
    cli,
    Common(
        case_file=_case_file,
        case_code=_case_code,
        any_case=click.argument("case", required=False, callback=_code),
        on=_on,
        lang=_lang,
        passphrase_file=_passphrase_file,
        opened=_opened,
        progress=_progress,
    ),
)


@cli.command(cls=Spoken, help=words_of().text("help_packet"))
@_case_file
@_case_code
@_output("OUT.pdf")
@click.option("--for", "recipient", metavar="PARTNER", help=words_of().text("option_for"))
@click.option("--draft", is_flag=True, help=words_of().text("option_draft"))
@_lang
@click.option(
    "--paper",
    type=click.Choice(["letter", "a4"]),
    default="letter",
    show_default=True,
    help=words_of().text("option_paper"),
)
@_on
@_passphrase_file
def packet(
    casefile: Path,
    case: str,
    out: Path,
    recipient: str | None,
    draft: bool,
    lang: str | None,
    paper: str,
    on: date,
    secrets: Secrets,
) -> None:
    """Write the referral packet of a case as a PDF file."""
    from dataclasses import replace

    from hrd_desktop.services import cases, packets

    with _opened(casefile, secrets) as file:
        opened = cases.open_case(file, case).case
        options = packets.default_options(opened, on, language=lang or "", paper=paper)
        options = replace(
            options,
            draft=draft,
            recipient=packets.partner(recipient) if recipient else options.recipient,
            language="fr" if (lang or options.language) == "fr" else "en",
        )
        written = packets.export(file, case, out, options, progress=_progress)
    words = words_of(lang)
    for character in written.missing:
        say(words.text("missing_glyph", character=character))
    say(words.text("packet_written", path=str(out), count=written.pages))


@cli.command(cls=Spoken, help=words_of().text("help_ask"))
@_case_file
@_case_code
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="OUT.pdf",
    help=words_of().text("option_out"),
)
@_lang
@click.option(
    "--paper",
    type=click.Choice(["letter", "a4"]),
    default="letter",
    show_default=True,
    help=words_of().text("option_paper"),
)
@_on
@_passphrase_file
def ask(casefile: Path, case: str, out: Path, lang: str | None, paper: str, on: date, secrets: Secrets) -> None:
    """Write what to ask next on a sheet to take along."""
    from hrd_desktop.services import ask_sheets

    words = words_of(lang)
    with _opened(casefile, secrets) as file:
        written = ask_sheets.export(file, case, out, on, language=words.lang, paper="a4" if paper == "a4" else "letter")
    for character in written.missing:
        say(words.text("missing_glyph", character=character))
    say(words.text("ask_written", path=str(out), count=written.pages))


@cli.command(cls=Spoken, help=words_of().text("help_verify"))
@_case_file
@_passphrase_file
def verify(casefile: Path, secrets: Secrets) -> None:
    """Read the whole case file and say whether it is as it was written."""
    from hrd_desktop.services import files

    with _opened(casefile, secrets) as file:
        report = files.verify(file, full=True, progress=_progress)
    click.echo(words_of().text("verified", cases=report.cases, pages=report.pages))


@cli.command(cls=Spoken, help=words_of().text("help_passphrase"))
@_case_file
@_passphrase_file
@click.option(
    "--new-passphrase-file",
    "new_secrets",
    metavar="FILE",
    callback=lambda _context, _parameter, value: Secrets(value),
    help=words_of().text("option_new_passphrase_file"),
)
def passphrase(casefile: Path, secrets: Secrets, new_secrets: Secrets) -> None:
    """Change the passphrase."""
    from hrd_desktop.services import files

    old = secrets.read("ask_passphrase")
    file = files.unlock(casefile, old)
    try:
        files.change_passphrase(file, old, new_secrets.read("ask_new_passphrase", confirm=True))
    finally:
        files.lock(file)
    say(words_of().text("passphrase_changed"))


@cli.command("self-check", cls=Spoken, help=words_of().text("help_self_check"))
def self_check() -> None:
    """Open every page and form of the window once, on a case file of invented people."""
    from hrd_desktop import app

    for form in app.self_check():
        click.echo(form)
    say(words_of().text("self_checked"))


if __name__ == "__main__":
    main()
