"""The commands about rules: check a case, compare rule packs, count places."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from hrd_desktop.cli_options import (
    case_code,
    case_file,
    code_of,
    language,
    on_day,
    opened,
    passphrase_file,
    print_json,
    progress,
)
from hrd_desktop.terminal import Secrets, Spoken, words_of


def _year(_context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    if value is not None and not re.fullmatch(r"(19|[2-9]\d)\d\d", value):
        raise click.BadParameter(value, param=parameter)
    return None if value is None else int(value)


@click.command(cls=Spoken, help=words_of().text("help_check"))
@case_file
@case_code
@on_day
@language
@click.option("--pack", metavar="PACK", help=words_of().text("option_pack"))
@click.option("--json", "as_json", is_flag=True, help=words_of().text("option_check_json"))
@passphrase_file
def check(
    casefile: Path, case: str, on: date, lang: str | None, pack: str | None, as_json: bool, secrets: Secrets
) -> None:
    """Show what the file shows, what is missing, and who must judge."""
    from hrd_desktop.services import cases, checking
    from hrd_desktop.services.printing import check_lines

    words = words_of(lang or ("en" if as_json else None))
    rules = checking.pack_on(on)
    if pack is not None:
        rules = checking.pack_named(pack)
    with opened(casefile, secrets) as file:
        assessment = checking.assess_case(cases.open_case(file, case).case, on, rules)
    if as_json:
        print_json(checking.check_document(assessment, words))
    else:
        for line in check_lines(assessment, words):
            click.echo(line)


@click.command(cls=Spoken, help=words_of().text("help_compare"))
@case_file
@click.argument("case", required=False, callback=code_of)
@click.option("--with", "other", metavar="PACK", required=True, help=words_of().text("option_with"))
@on_day
@language
@passphrase_file
def compare(casefile: Path, case: str | None, other: str, on: date, lang: str | None, secrets: Secrets) -> None:
    """Show what other rules change for one case, or for every open one."""
    from hrd_desktop.services import cases, checking, record
    from hrd_desktop.services.printing import compare_lines, pack_lines

    words = words_of(lang)
    a, b = checking.pack_on(on), checking.pack_named(other)
    with opened(casefile, secrets) as file:
        if case is None:
            found = checking.compare_caseload(file, on, a, b, progress=progress)
            record.looked(file, "compare")
        else:
            found = [checking.compare(cases.open_case(file, case).case, on, a, b)]
    for one in found:
        for line in compare_lines(one, words):
            click.echo(line)
        click.echo("")
    if not found:
        click.echo(words.text("compare_none_touched"))
    for line in pack_lines(a, b, on, words):
        click.echo(line)


@click.command(cls=Spoken, help=words_of().text("help_places"))
@case_file
@click.option("--year", callback=_year, metavar="YEAR", help=words_of().text("option_year"))
@on_day
@language
@click.option("--json", "as_json", is_flag=True, help=words_of().text("option_places_json"))
@passphrase_file
def places(casefile: Path, year: int | None, on: date, lang: str | None, as_json: bool, secrets: Secrets) -> None:
    """Count places in persons, by year of referral and partner."""
    from hrd_desktop.services import places as counting
    from hrd_desktop.services import record

    words = words_of(lang)
    with opened(casefile, secrets) as file:
        found = counting.count_places(file, on, year, progress=progress)
        record.looked(file, "places")
    if as_json:
        print_json(counting.places_document(found))
    else:
        for line in counting.places_lines(found, words):
            click.echo(line)
