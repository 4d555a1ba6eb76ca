"""What the commands of the terminal share: arguments and options, opening a case file, printing results."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from hrd_desktop.errors import BadDate, UnknownCase
from hrd_desktop.terminal import Secrets, say, words_of

F = TypeVar("F", bound=Callable[..., Any])


AT_TERMINAL = "terminal"
"""Who did a thing, as the record names them when it was done by a command."""


def now() -> datetime:
    """The moment on this computer's clock."""
    return datetime.now().astimezone()


def today() -> date:
    """The day on this computer's clock."""
    return now().date()


def day_of(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
    """A day as YYYY-MM-DD; today if none is given. Raises BadDate."""
    if value is None:
        return today()
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise BadDate(text=value) from None
    if value != day.isoformat():
        raise BadDate(text=value)
    return day


def code_of(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """A case code that a database can look for. Raises UnknownCase."""
    if (
        value is not None and not value.isprintable()
    ):  # among others half a character, which the database would not take
        raise UnknownCase(code=ascii(value))
    return value


@contextmanager
def opened(path: Path, secrets: Secrets) -> Iterator[Any]:
    """The case file, unlocked for a while."""
    with opened_with(path, secrets) as (file, _secret):
        yield file


@contextmanager
def opened_with(path: Path, secrets: Secrets) -> Iterator[tuple[Any, Any]]:
    """The case file, unlocked for a while, and what opened it: for changes that ask for it once more."""
    from hrd_desktop.services import files

    warn_of_place(path, at_opening=True)
    secret = secret_of(secrets)
    file = files.unlock(path, secret, by=AT_TERMINAL)
    try:
        if file.reads_only:
            say(words_of().text("full_stays_here" if file.stays_here else "full_reads_only", path=str(path)))
        yield file, secret
    finally:
        files.lock(file)
        if not isinstance(secret, str):
            secret.wipe()


def secret_of(secrets: Secrets, prompt: str = "ask_passphrase") -> Any:
    """What is to open a case file: a passphrase or a recovery code as typed; or with --office-key the key from there.

    Raises UnreadableFile, NoPassphrase, NotAnOfficeKey, WrongOfficePassphrase.
    """
    office_key = click.get_current_context().meta.get(_OFFICE_KEY)
    if office_key is None:
        return secrets.read(prompt)
    from hrd_desktop.services import keys

    return keys.office_secret(office_key, secrets.read("ask_office_passphrase"))


@contextmanager
def given(secrets: Secrets) -> Iterator[Any]:
    """The same without opening a case file with it; forgotten afterwards."""
    secret = secret_of(secrets)
    try:
        yield secret
    finally:
        if not isinstance(secret, str):
            secret.wipe()


def warn_of_place(path: Path, *, at_opening: bool = False) -> None:
    """Say so if a case file lies, or is to lie, where it may be copied half written; sticks when it is made there."""
    from hrd_desktop.services import whereabouts

    for place in whereabouts.look(path):
        if place.kind != "removable" or not at_opening:
            say(whereabouts.advice(place, words_of()))


def progress(done: int, total: int) -> None:
    """How far the work is, where a person is watching."""
    if sys.stderr.isatty() and total:
        click.echo(f"\r{done * 100 // total:3d} %", err=True, nl=done == total)


def secrets_from(name: str, parameter: str, help_key: str) -> Callable[[F], F]:
    """An option that says where a passphrase or a code comes from."""
    return click.option(
        name,
        parameter,
        metavar="FILE",
        callback=lambda _context, _parameter, value: Secrets(value),
        help=words_of().text(help_key),
    )


def _note_office_key(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.meta[_OFFICE_KEY] = value


_OFFICE_KEY = "hrd_desktop.office_key"
_office_key = click.option(
    "--office-key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    expose_value=False,
    callback=_note_office_key,
    help=words_of().text("option_office_key"),
)
new_passphrase_file = secrets_from("--passphrase-file", "secrets", "option_passphrase_file")


def passphrase_file(command: F) -> F:
    """The options that say what opens the case file."""
    return new_passphrase_file(_office_key(command))


case_file = click.argument("casefile", type=click.Path(path_type=Path))
case_code = click.argument("case", callback=code_of)
on_day = click.option("--on", "on", metavar="DATE", callback=day_of, help=words_of().text("option_on"))
language = click.option("--lang", type=click.Choice(["en", "fr"]), help=words_of().text("option_lang"))


def output(metavar: str) -> Callable[[F], F]:
    """The option that says which file to write."""
    kind = click.Path(path_type=Path)
    return click.option(
        "-o", "--output", "out", type=kind, required=True, metavar=metavar, help=words_of().text("option_out")
    )


paper_size = click.option(
    "--paper",
    type=click.Choice(["letter", "a4"]),
    default="letter",
    show_default=True,
    help=words_of().text("option_paper"),
)


def print_json(document: Any) -> None:
    """A result as JSON, readable by people too."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))
