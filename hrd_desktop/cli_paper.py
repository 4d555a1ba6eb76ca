"""The commands that write paper for the office: what to ask next, and blank sheets."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import click

from hrd_desktop.cli_options import (
    case_code,
    case_file,
    language,
    on_day,
    opened,
    output,
    paper_size,
    passphrase_file,
)
from hrd_desktop.terminal import Secrets, Spoken, say, words_of


@click.command(cls=Spoken, help=words_of().text("help_ask"))
@case_file
@case_code
@output("OUT.pdf")
@click.option("--names", is_flag=True, help=words_of().text("option_names"))
@language
@paper_size
@on_day
@passphrase_file
def ask(
    casefile: Path, case: str, out: Path, names: bool, lang: str | None, paper: str, on: date, secrets: Secrets
) -> None:
    """Write what to ask next on a sheet to take along."""
    from hrd_desktop.services import ask_sheets

    words = words_of(lang)
    with opened(casefile, secrets) as file:
        size: Literal["letter", "a4"] = "a4" if paper == "a4" else "letter"
        written = ask_sheets.export(file, case, out, on, language=words.lang, paper=size, names=names)
    for character in written.missing:
        say(words.text("missing_glyph", character=character))
    say(words.text("ask_written", path=str(out), count=written.pages))


def parts_of(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    """Sections of the intake set, separated by commas; all of them if none are named."""
    if value is None:
        return None
    from hrd_desktop.services.intake import ON_PAPER

    named = tuple(part.strip() for part in value.split(","))
    unknown = [part for part in named if part not in ON_PAPER]
    if unknown:
        raise click.BadParameter(words_of().text("unknown_part", part=unknown[0], parts=", ".join(ON_PAPER)))
    return named


@click.command(cls=Spoken, help=words_of().text("help_intake"))
@output("OUT.pdf")
@language
@paper_size
@click.option("--parts", metavar="PART,...", callback=parts_of, help=words_of().text("option_parts"))
@click.option(
    "--persons", type=click.IntRange(1, 12), default=3, show_default=True, help=words_of().text("option_persons")
)
@click.option(
    "--adults", type=click.IntRange(1, 12), default=1, show_default=True, help=words_of().text("option_adults")
)
def intake(out: Path, lang: str | None, paper: str, parts: tuple[str, ...] | None, persons: int, adults: int) -> None:
    """Write the blank intake set."""
    from hrd_desktop.services import intake as sets

    words = words_of(lang)
    chosen = sets.options(
        language=words.lang,
        paper="a4" if paper == "a4" else "letter",
        parts=parts or sets.ON_PAPER,
        persons=persons,
        adults=adults,
    )
    written = sets.export(out, chosen)
    say(words.text("intake_written", path=str(out), count=written.pages))
