"""The commands that carry cases from one case file to another: hand over, take in, receipt, travel, come home."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from hrd_desktop.cli_options import (
    case_file,
    code_of,
    now,
    opened,
    output,
    passphrase_file,
    print_json,
    progress,
    secrets_from,
    today,
)
from hrd_desktop.errors import CannotStandTogether, Undecided
from hrd_desktop.terminal import Secrets, Spoken, say, words_of

F = TypeVar("F", bound=Callable[..., Any])


def _codes(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code_of(context, parameter, each) or "" for each in value)


_cases = click.argument("cases", nargs=-1, required=True, metavar="CASE...", callback=_codes)
_path = click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
_by = click.option("--by", "by", metavar="TEXT", default="", help=words_of().text("option_handed_by"))
_sealing = secrets_from("--sealing-passphrase-file", "sealing", "option_sealing_passphrase_file")


def _choosing(command: F) -> F:
    """The options of taking in, which are those of coming home as well."""
    for option in (
        click.option("--dry-run", is_flag=True, help=words_of().text("option_take_dry_run")),
        click.option("--json", "as_json", is_flag=True, help=words_of().text("option_take_json")),
        click.option("--mine", "side", flag_value="mine", help=words_of().text("option_mine")),
        click.option("--theirs", "side", flag_value="theirs", help=words_of().text("option_theirs")),
        click.option(
            "--choices",
            "choices",
            type=click.Path(path_type=Path),
            metavar="FILE.json",
            help=words_of().text("option_choices"),
        ),
        _by,
    ):
        command = option(command)
    return command


@click.command("hand-over", cls=Spoken, help=words_of().text("help_hand_over"))
@case_file
@_cases
@output("OUT.hrdcase")
@click.option("--to", "keys", metavar="KEY", multiple=True, help=words_of().text("option_to"))
@_sealing
@click.option("--for", "other", metavar="TEXT", default="", help=words_of().text("option_handed_to"))
@_by
@passphrase_file
def hand_over(
    casefile: Path,
    cases: tuple[str, ...],
    out: Path,
    keys: tuple[str, ...],
    sealing: Secrets,
    other: str,
    by: str,
    secrets: Secrets,
) -> None:
    """Seal cases for a colleague."""
    from hrd_desktop.services import handing, sharing

    words = words_of()
    if keys and sealing.source is not None:
        raise click.BadParameter(words.text("option_to"), param_hint="--to")
    with opened(casefile, secrets) as file:
        for one in sharing.unagreed(file, cases, "own_organisation", today()):
            say(words.text("handed_unagreed", case=one.code, persons=", ".join(one.persons)))
        passphrase = None if keys else sealing.read("ask_sealing_passphrase", confirm=True)
        made = handing.seal(
            file, cases, out, keys=keys, passphrase=passphrase, at=now(), by=by, other=other, progress=progress
        )
    click.echo(made.number)
    if made.without:
        say(words.text("handed_without", count=made.without))
    say(words.text("handed_over", count=len(made.codes), path=str(made.path)))


@click.command("take-in", cls=Spoken, help=words_of().text("help_take_in"))
@case_file
@_path
@_choosing
@click.option(
    "--receipt",
    "receipt_out",
    type=click.Path(path_type=Path),
    metavar="OUT.hrdreceipt",
    help=words_of().text("option_receipt"),
)
@_sealing
@passphrase_file
def take_in(
    casefile: Path,
    path: Path,
    dry_run: bool,
    as_json: bool,
    side: str | None,
    choices: Path | None,
    by: str,
    receipt_out: Path | None,
    sealing: Secrets,
    secrets: Secrets,
) -> None:
    """Take in what a colleague handed over."""
    from hrd_desktop.services import handing
    from hrd_desktop.services.work import write_private

    with opened(casefile, secrets) as file:
        asks = handing.how_sealed(path) == "passphrase"
        passphrase = sealing.read("ask_sealing_passphrase") if asks else None
        with handing.look(file, path, passphrase, progress=progress) as incoming:
            taken = _taken(file, incoming, dry_run, as_json, side, choices, by)
        if taken is not None:
            target = receipt_out or path.with_suffix(handing.RECEIPT_ENDING)
            write_private(target, taken.receipt)
            say(words_of().text("receipt_written", path=str(target)))


@click.command("come-home", cls=Spoken, help=words_of().text("help_come_home"))
@case_file
@click.argument("path", type=click.Path(path_type=Path), metavar="TRAVEL.hrd")
@_choosing
@secrets_from("--travel-passphrase-file", "travelling", "option_travel_passphrase_file")
@passphrase_file
def come_home(
    casefile: Path,
    path: Path,
    dry_run: bool,
    as_json: bool,
    side: str | None,
    choices: Path | None,
    by: str,
    travelling: Secrets,
    secrets: Secrets,
) -> None:
    """Bring the work of a travel file home."""
    from hrd_desktop.services import handing

    with opened(casefile, secrets) as file:
        secret = travelling.read("ask_travel_passphrase")
        with handing.come_home(file, path, secret, progress=progress) as incoming:
            _taken(file, incoming, dry_run, as_json, side, choices, by)


def _taken(
    file: Any, incoming: Any, dry_run: bool, as_json: bool, side: str | None, choices: Path | None, by: str
) -> Any:
    """Tell what would change and, unless that is all that is wanted, take it in; None after a dry run.

    Raises Undecided after the questions have been printed.
    """
    from hrd_desktop.services import handing, handing_told

    words = words_of()
    chosen = handing_told.read_choices(choices) if choices is not None else {}
    if side is not None:
        for_all = handing_told.same_for_all(incoming, "mine" if side == "mine" else "theirs")
        chosen = {code: {**given, **chosen.get(code, {})} for code, given in for_all.items()}
    asks = any(case.merge is not None and case.merge.unanswered(chosen.get(case.code, {})) for case in incoming.cases)
    if as_json:
        print_json(handing_told.document(incoming))
    elif dry_run or asks:
        _print(incoming)
    for case in incoming.cases:
        for person, found in case.alike.items():
            for one in found:
                say(words.text("take_alike", case=case.code, person=person, other=one.person, other_case=one.case))
    if incoming.known:
        say(words.text("take_known"))
    if dry_run:
        return None
    try:
        taken = handing.take(file, incoming, chosen, at=now(), by=by, progress=progress)
    except (Undecided, CannotStandTogether) as error:
        raise handing_told.in_words(error, incoming, words, stable=True) from error
    if not as_json:
        say(words.text("take_columns_done"))
        for case in taken.cases:
            kind = words.text("take_new" if case.new else "take_merged")
            numbers = (case.taken, case.added, case.answered, case.removed, case.files)
            click.echo("\t".join([case.code, kind, *map(str, numbers)]))
    if taken.unopened:
        say(words.text("take_unopened", count=taken.unopened))
    say(words.text("taken_in", count=len(taken.cases)))
    return taken


def _print(incoming: Any) -> None:
    """One line per case, and one per question or row that is only on one side; in brackets what choices name it by."""
    from hrd_desktop.services import handing_told

    words = words_of()
    say(words.text("take_columns"))
    for case in incoming.cases:
        kind = words.text("take_new" if case.new else "take_merged")
        plan = case.merge
        numbers = (len(plan.taken), len(plan.added), len(plan.asked)) if plan is not None else (0, 0, 0)
        click.echo("\t".join([case.code, kind, *map(str, (*numbers, case.new_files))]))
        if plan is None:
            continue
        for one in plan.asked:
            place = handing_told.where(plan, one.place, words, stable=True)
            click.echo("\t".join([case.code, words.text("take_asked"), place, *handing_told.both(plan, one, words)]))
        for one in plan.absent:
            gone = words.text("take_absent_mine" if one.removed_by == "mine" else "take_absent_theirs")
            click.echo("\t".join([case.code, gone, handing_told.where(plan, one.place, words, stable=True)]))


@click.command("receipt", cls=Spoken, help=words_of().text("help_receipt"))
@case_file
@_path
@passphrase_file
def receipt(casefile: Path, path: Path, secrets: Secrets) -> None:
    """Check a receipt that came back."""
    from hrd_desktop.services import handing

    words = words_of()
    with opened(casefile, secrets) as file:
        found = handing.receipt(file, path, at=now())
    for code in found.codes:
        click.echo("\t".join([code, words.text("receipt_changed" if code in found.changed else "receipt_archive")]))
    say(words.text("receipt_good", number=found.number))


@click.command("my-key", cls=Spoken, help=words_of().text("help_my_key"))
@case_file
@passphrase_file
def my_key(casefile: Path, secrets: Secrets) -> None:
    """Print the public key of this case file."""
    from hrd_desktop.services import handing

    with opened(casefile, secrets) as file:
        click.echo(handing.own_key(file))


@click.command("travel", cls=Spoken, help=words_of().text("help_travel"))
@case_file
@_cases
@output("OUT.hrd")
@secrets_from("--new-passphrase-file", "new", "option_new_passphrase_file")
@passphrase_file
def travel(casefile: Path, cases: tuple[str, ...], out: Path, new: Secrets, secrets: Secrets) -> None:
    """Make a case file to take along."""
    from hrd_desktop.services import handing

    with opened(casefile, secrets) as file:
        passphrase = new.read("ask_new_passphrase", confirm=True)
        made = handing.travel(file, cases, out, passphrase, at=now(), progress=progress)
    click.echo(made.number)
    say(words_of().text("travel_made", count=len(made.codes), path=str(made.path)))


COMMANDS = (hand_over, take_in, receipt, my_key, travel, come_home)
