"""The commands for who can open a case file: `keys` and `office-key`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import click

from hrd_desktop.cli_options import (
    case_file,
    opened_with,
    output,
    paper_size,
    passphrase_file,
    print_json,
    secret_of,
    secrets_from,
    today,
)
from hrd_desktop.errors import AlreadyExists, BadRecoveryCode, CodeNotThisOne, NotConfirmed
from hrd_desktop.terminal import Secrets, Spoken, SpokenGroup, say, words_of

F = TypeVar("F", bound=Callable[..., Any])

RAW_WORD = "RAW"
_TRIES = 5
_KINDS = {"passphrase": "key_passphrase", "recovery": "key_recovery", "office": "key_office"}

_number = click.argument("number", type=click.IntRange(min=1))
_instead_of = click.option(
    "--instead-of", type=click.IntRange(min=1), metavar="NUMBER", help=words_of().text("option_instead_of")
)
_new_passphrase_file = secrets_from("--new-passphrase-file", "new_secrets", "option_new_passphrase_file")


def _name(default: str | None = None) -> Callable[[F], F]:
    return click.option(
        "--name", metavar="NAME", required=default is None, default=default, help=words_of().text("option_key_name")
    )


@click.group(cls=SpokenGroup, help=words_of().text("help_keys"))
def keys() -> None:
    """Who can open a case file."""


@keys.command("list", cls=Spoken, help=words_of().text("help_keys_list"))
@case_file
@click.option("--json", "as_json", is_flag=True, help=words_of().text("option_list_json"))
@passphrase_file
def list_(casefile: Path, as_json: bool, secrets: Secrets) -> None:
    """List the keys: number, kind, name, day made, day tried."""
    from hrd_desktop.services import keys as services

    words = words_of()
    with opened_with(casefile, secrets) as (file, _secret):
        found = services.slots(file)
    if as_json:
        days = ("made_on", "rehearsed_on")
        names = ("id", "kind", "name", "office")
        print_json(
            [
                {name: getattr(slot, name) for name in names}
                | {day: (value := getattr(slot, day)) and value.isoformat() for day in days}
                for slot in found
            ]
        )
    else:
        for slot in found:
            made, tried = (day.isoformat() if day else "" for day in (slot.made_on, slot.rehearsed_on))
            click.echo("\t".join([str(slot.id), words.text(_KINDS[slot.kind]), slot.name, made, tried]))
    if not any(slot.kind == "recovery" for slot in found):
        say(words.text("keys_no_recovery"))
    elif services.rehearsal_due(found, today()):
        say(words.text("keys_rehearse"))


@keys.command("add-passphrase", cls=Spoken, help=words_of().text("help_keys_add_passphrase"))
@case_file
@_name()
@_instead_of
@_new_passphrase_file
@passphrase_file
def add_passphrase(casefile: Path, name: str, instead_of: int | None, new_secrets: Secrets, secrets: Secrets) -> None:
    """Let another passphrase open the case file."""
    from hrd_desktop.services import keys as services

    with opened_with(casefile, secrets) as (file, secret):
        new = new_secrets.read("ask_new_passphrase", confirm=True)
        number = services.add_passphrase(file, secret, new, name, on=today(), instead_of=instead_of)
    click.echo(number)
    say(words_of().text("key_added"))


@keys.command("add-office", cls=Spoken, help=words_of().text("help_keys_add_office"))
@case_file
@click.argument("public_key", metavar="KEY")
@_name()
@_instead_of
@passphrase_file
def add_office(casefile: Path, public_key: str, name: str, instead_of: int | None, secrets: Secrets) -> None:
    """Let an office open the case file with its key."""
    from hrd_desktop.services import keys as services

    with opened_with(casefile, secrets) as (file, secret):
        number = services.add_office(file, secret, public_key, name, on=today(), instead_of=instead_of)
    click.echo(number)
    say(words_of().text("key_added_office"))


@keys.command(cls=Spoken, help=words_of().text("help_keys_recovery"))
@case_file
@output("SHEET.pdf")
@paper_size
@_name(default="")
@_instead_of
@secrets_from("--typed-file", "typed", "option_typed_file")
@passphrase_file
def recovery(
    casefile: Path, out: Path, paper: str, name: str, instead_of: int | None, typed: Secrets, secrets: Secrets
) -> None:
    """Write a sheet with a recovery code; it counts once it was typed back from there."""
    from hrd_desktop.services import keys as services

    words = words_of()
    with (
        opened_with(casefile, secrets) as (file, secret),
        services.add_recovery(file, secret, on=today(), name=name, instead_of=instead_of) as pending,
        _sheet(out, services.recovery_sheet(pending.code, "a4" if paper == "a4" else "letter")),
    ):
        say(words.text("recovery_print", path=str(out)))
        number = _typed_back(pending, typed)
    click.echo(number)
    say(words.text("recovery_counts", path=str(out)))


def _typed_back(pending: Any, typed: Secrets) -> int:
    for tries_left in reversed(range(_TRIES)):
        try:
            return int(pending.prove(typed.read("ask_code_back")))
        except (BadRecoveryCode, CodeNotThisOne) as mistake:
            if typed.source is not None or not tries_left:
                raise
            say(words_of().message(mistake))
    raise AssertionError("the last try returns or raises")


@contextmanager
def _sheet(out: Path, data: bytes) -> Iterator[None]:
    """The sheet on the disk; where its code does not come to count it is removed, or else said to be void."""
    from hrd_desktop.services.work import write_private

    if os.path.lexists(out):
        raise AlreadyExists(path=str(out))
    write_private(out, data)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            out.unlink()
        say(words_of().text("recovery_void" if os.path.lexists(out) else "recovery_gone", path=str(out)))
        raise


@keys.command(cls=Spoken, help=words_of().text("help_keys_rename"))
@case_file
@_number
@click.argument("name")
@passphrase_file
def rename(casefile: Path, number: int, name: str, secrets: Secrets) -> None:
    """Call a key something else."""
    from hrd_desktop.services import keys as services

    with opened_with(casefile, secrets) as (file, _secret):
        services.rename(file, number, name)
    say(words_of().text("key_renamed"))


@keys.command(cls=Spoken, help=words_of().text("help_keys_revoke"))
@case_file
@_number
@passphrase_file
def revoke(casefile: Path, number: int, secrets: Secrets) -> None:
    """Take a key away; say what that does not help against."""
    from hrd_desktop.services import keys as services

    with opened_with(casefile, secrets) as (file, secret):
        services.revoke(file, secret, number)
    say(words_of().text("key_revoked"))


@keys.command(cls=Spoken, help=words_of().text("help_keys_rehearse"))
@case_file
@secrets_from("--code-file", "codes", "option_code_file")
@passphrase_file
def rehearse(casefile: Path, codes: Secrets, secrets: Secrets) -> None:
    """Try the recovery code for practice."""
    from hrd_desktop.services import keys as services

    with opened_with(casefile, secrets) as (file, _secret):
        number = services.rehearse(file, codes.read("ask_code"), today())
    click.echo(number)
    say(words_of().text("key_rehearsed"))


@keys.command(cls=Spoken, help=words_of().text("help_keys_raw", word=RAW_WORD))
@case_file
@click.option("--confirm", metavar=RAW_WORD, required=True, help=words_of().text("option_confirm_raw", word=RAW_WORD))
@passphrase_file
def raw(casefile: Path, confirm: str, secrets: Secrets) -> None:
    """Print the raw key of the database, for reading it with another program."""
    from hrd_desktop.services import keys as services

    if confirm != RAW_WORD:
        raise NotConfirmed(word=RAW_WORD)
    with opened_with(casefile, secrets) as (file, _secret):
        again = secret_of(secrets, "ask_passphrase_again")
        click.echo(services.raw_key(file, again))
    say(words_of().text("key_raw"))


@click.command(cls=Spoken, help=words_of().text("help_passphrase"))
@case_file
@_new_passphrase_file
@passphrase_file
def passphrase(casefile: Path, new_secrets: Secrets, secrets: Secrets) -> None:
    """Change the passphrase; opened with a recovery code or an office key, set another one."""
    from hrd_desktop.services import files
    from hrd_desktop.services import keys as services

    with opened_with(casefile, secrets) as (file, secret):
        new = new_secrets.read("ask_new_passphrase", confirm=True)
        files.change_passphrase(file, secret, new, on=today())
    lost = not isinstance(secret, str) or services.kind_of(secret) == "recovery"
    say(words_of().text("passphrase_added" if lost else "passphrase_changed"))


@click.group("office-key", cls=SpokenGroup, help=words_of().text("help_office_key"))
def office_key() -> None:
    """The office's own key."""


@office_key.command(cls=Spoken, help=words_of().text("help_office_key_make"))
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@secrets_from("--passphrase-file", "secrets", "option_office_passphrase_file")
def make(out: Path, secrets: Secrets) -> None:
    """Make an office key: a file to be kept, and a public key to be handed out."""
    from hrd_desktop.services import keys as services

    if os.path.lexists(out):
        raise AlreadyExists(path=str(out))
    click.echo(services.make_office_key(out, secrets.read("ask_office_passphrase_new", confirm=True)))
    say(words_of().text("office_key_made", path=str(out)))


@office_key.command(cls=Spoken, help=words_of().text("help_office_key_show"))
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
def show(path: Path) -> None:
    """Print the public key of an office key file."""
    from hrd_desktop.services import keys as services

    click.echo(services.office_public(path))
