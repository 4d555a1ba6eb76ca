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


def today() -> date:
    """The day on this computer's clock."""
    return datetime.now().astimezone().date()


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
    from hrd_desktop.services import files

    warn_of_place(path, at_opening=True)
    file = files.unlock(path, secrets.read("ask_passphrase"))
    try:
        yield file
    finally:
        files.lock(file)


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


passphrase_file = click.option(
    "--passphrase-file",
    "secrets",
    metavar="FILE",
    callback=lambda _context, _parameter, value: Secrets(value),
    help=words_of().text("option_passphrase_file"),
)
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
