"""The command that shows the record of what was done with a case file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from hrd_desktop.cli_options import case_file, code_of, day_of, language, opened, passphrase_file, print_json
from hrd_desktop.terminal import Secrets, Spoken, say, words_of

_AT_ONCE = 1000


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    return None if value is None else day_of(context, parameter, value)


def _action(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from hrd_desktop.services import record

    if value is not None and value not in {*record.ACTIONS, *record.GROUPS}:
        raise click.BadParameter(", ".join([*record.GROUPS, *sorted(record.ACTIONS)]), context, parameter)
    return value


@click.command("log", cls=Spoken, help=words_of().text("help_log"))
@case_file
@click.option("--case", metavar="CASE", callback=code_of, help=words_of().text("option_log_case"))
@click.option("--action", metavar="ACTION", callback=_action, help=words_of().text("option_log_action"))
@click.option("--since", metavar="DATE", callback=_day, help=words_of().text("option_log_since"))
@click.option("--until", metavar="DATE", callback=_day, help=words_of().text("option_log_until"))
@click.option("--by", metavar="INITIALS", help=words_of().text("option_log_by"))
@language
@click.option("--json", "as_json", is_flag=True, help=words_of().text("option_list_json"))
@passphrase_file
def log(
    casefile: Path,
    case: str | None,
    action: str | None,
    since: date | None,
    until: date | None,
    by: str | None,
    lang: str | None,
    as_json: bool,
    secrets: Secrets,
) -> None:
    """The newest entry first; at the end, whether the record is whole."""
    from hrd_desktop.services import record, record_words

    words = words_of(lang)
    wanted = record.asked(case=case, action=action, since=since, until=until, by=by)
    with opened(casefile, secrets) as file:
        entries: list[record.Entry] = []
        while page := record.read(file, wanted, offset=len(entries), limit=_AT_ONCE):
            entries += page
        found = record.state(file)
        record.looked(file, "record_read")
    if as_json:
        print_json([_told(entry) for entry in entries])
    else:
        for entry in entries:
            parts = (
                str(entry.number),
                entry.at.astimezone().isoformat(" ", "seconds") if entry.at else "-",
                record_words.who(entry, words),
                record_words.whom(entry, words) or "-",
                record_words.what(entry, words),
                record_words.beside(entry, words),
            )
            click.echo("\t".join(" ".join(part.split()) for part in parts).rstrip())
    if found.broken is not None:
        raise found.broken
    say(record_words.standing(found, words))


def _told(entry: object) -> dict[str, object]:
    from hrd_desktop.services.record import Entry

    assert isinstance(entry, Entry)
    return {
        "number": entry.number,
        "at": entry.at.isoformat() if entry.at else None,
        "by": entry.by,
        "action": entry.action,
        "case": entry.case,
        "erased": entry.erased,
        "detail": {key: value for key, value in entry.detail.items() if key != "lines"},
    }
