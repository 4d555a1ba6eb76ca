"""The command that finds words in all cases."""

from __future__ import annotations

from pathlib import Path

import click

from hrd_desktop.cli_options import case_file, language, opened, passphrase_file, print_json
from hrd_desktop.terminal import Secrets, Spoken, say, words_of

_AT_MOST = 100_000


@click.command("find", cls=Spoken, help=words_of().text("help_find"))
@case_file
@click.argument("text", metavar="TEXT")
@click.option("--names", is_flag=True, help=words_of().text("option_find_names"))
@language
@click.option("--json", "as_json", is_flag=True, help=words_of().text("option_list_json"))
@passphrase_file
def find(casefile: Path, text: str, names: bool, lang: str | None, as_json: bool, secrets: Secrets) -> None:
    """Where words stand: case, place, and the words around them."""
    from hrd_desktop.services import find as finding
    from hrd_desktop.services import record

    words = words_of(lang)
    with opened(casefile, secrets) as file:
        found = finding.find(file, text, limit=_AT_MOST, names=names)
        record.looked(file, "find", names=names)
    if as_json:
        print_json(
            [
                {
                    "case": result.case,
                    "alias": result.alias,
                    "place": result.place,
                    "kind": result.kind,
                    "person": result.person,
                    "excerpt": result.excerpt.text or None,
                    "name": result.is_name,
                    "sealed": result.sealed,
                    "alike": result.alike,
                }
                for result in found.results
            ]
        )
    else:
        for result in found.results:
            alias = " ".join((result.alias or "").split())
            hidden = "found_sealed" if result.sealed else "found_in_name"
            click.echo(
                "\t".join([result.case, alias, finding.where(result, words), result.excerpt.text or words.text(hidden)])
            )
    say(words.text("found_more" if found.more else "found", count=found.total))
