"""The commands that end things: closing a case, erasing one, erasing a whole case file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from hrd_desktop.cli_options import (
    case_code,
    case_file,
    day_of,
    language,
    now,
    on_day,
    opened,
    passphrase_file,
    progress,
)
from hrd_desktop.terminal import Secrets, Spoken, say, words_of


@click.command("close", cls=Spoken, help=words_of().text("help_close"))
@case_file
@case_code
@click.option(
    "--keep-until", "until", metavar="DATE", required=True, callback=day_of, help=words_of().text("option_keep_until")
)
@on_day
@passphrase_file
def close(casefile: Path, case: str, until: date, on: date, secrets: Secrets) -> None:
    """Close a case and say until when it is kept; a closed one is given another day."""
    from hrd_desktop.services import ending

    words = words_of()
    with opened(casefile, secrets) as file:
        if ending.standing(file, case).closed:
            ending.keep_until(file, case, until, on=on, at=now())
        else:
            ending.close(file, case, on=on, until=until, at=now())
    say(words.text("closed", case=case, until=words.day(until)))


@click.command("reopen", cls=Spoken, help=words_of().text("help_reopen"))
@case_file
@case_code
@passphrase_file
def reopen(casefile: Path, case: str, secrets: Secrets) -> None:
    """Open a closed case again."""
    from hrd_desktop.services import ending

    words = words_of()
    with opened(casefile, secrets) as file:
        stage = ending.standing(file, case).before
        ending.reopen(file, case, at=now())
    say(words.text("reopened", case=case, stage=words.code("stage", stage)))


@click.command("erase", cls=Spoken, help=words_of().text("help_erase"))
@case_file
@case_code
@click.option("--confirm", "typed", metavar="CODE", default="", help=words_of().text("option_confirm_code"))
@click.option("--renew-backups", is_flag=True, help=words_of().text("option_renew_backups"))
@language
@passphrase_file
def erase(casefile: Path, case: str, typed: str, renew_backups: bool, lang: str | None, secrets: Secrets) -> None:
    """Erase a case with everything it held, and say what may remain."""
    from hrd_desktop.services import erasing, record, remains

    words = words_of(lang)
    with opened(casefile, secrets) as file:
        for line in remains.held(erasing.weigh(file, case), words):
            say(line)
        if not erasing.confirms(typed, case):
            record.looked(file, "view", code=case)
        erasing.erase_case(file, case, typed, at=now())
        say(words.text("erased", case=case))
        renewed = erasing.renew_backups(file, at=now(), progress=progress) if renew_backups else None
    for line in remains.after_case(renewed, now().date(), words):
        say(line)


@click.command("erase-file", cls=Spoken, help=words_of().text("help_erase_file"))
@case_file
@click.option("--confirm", "typed", metavar="ERASE", default="", help=words_of().text("option_confirm_file"))
@language
@click.pass_context
def erase_file(context: click.Context, casefile: Path, typed: str, lang: str | None) -> None:
    """Erase a whole case file at once, without its passphrase, and say what may remain."""
    from hrd_desktop.services import quick_erase, remains

    words = words_of(lang)
    reach = quick_erase.reach(casefile)
    if not quick_erase.confirms(typed):
        for line in remains.before_file(reach, words):
            say(line)
    done = quick_erase.erase_file(casefile, typed)
    for line in remains.after_file(done, words):
        say(line)
    context.exit(1 if done.left else 0)
