"""The commands for packets: write one, list what was sent, tell whether a file is one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from hrd_desktop.cli_options import (
    case_code,
    case_file,
    language,
    on_day,
    opened,
    output,
    passphrase_file,
    print_json,
    progress,
)
from hrd_desktop.errors import InternalOnly
from hrd_desktop.terminal import Secrets, Spoken, read_line, say, words_of
from hrd_desktop.wording import Wording


def _parts(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Parts of the packet, separated by commas; empty where none are named."""
    if value is None:
        return ()
    from hrd_desktop.services.packets import PARTS

    named = tuple(part.strip() for part in value.split(","))
    unknown = [part for part in named if part not in PARTS]
    if unknown:
        raise click.BadParameter(words_of().text("unknown_part", part=unknown[0], parts=", ".join(PARTS)))
    return named


@click.command(cls=Spoken, help=words_of().text("help_packet"))
@case_file
@case_code
@output("OUT.pdf")
@click.option("--for", "recipient", metavar="RECIPIENT", help=words_of().text("option_for"))
@click.option("--confirm", "typed", metavar="RECIPIENT", help=words_of().text("option_confirm"))
@click.option("--draft", is_flag=True, help=words_of().text("option_draft"))
@click.option("--parts", metavar="PART,...", callback=_parts, help=words_of().text("option_packet_parts"))
@click.option("--fit", is_flag=True, help=words_of().text("option_fit"))
@click.option("--internal", is_flag=True, help=words_of().text("option_internal"))
@click.option("--seal-to", "keys", metavar="KEY", multiple=True, help=words_of().text("option_seal_to"))
@click.option("--seal-with", "seal_file", metavar="FILE", help=words_of().text("option_seal_with"))
@click.option("--protect-with", "password_file", metavar="FILE", help=words_of().text("option_protect_with"))
@language
@click.option("--paper", type=click.Choice(["letter", "a4"]), help=words_of().text("option_packet_paper"))
@on_day
@passphrase_file
def packet(
    casefile: Path,
    case: str,
    out: Path,
    recipient: str | None,
    typed: str | None,
    draft: bool,
    parts: tuple[str, ...],
    fit: bool,
    internal: bool,
    keys: tuple[str, ...],
    seal_file: str | None,
    password_file: str | None,
    lang: str | None,
    paper: str | None,
    on: date,
    secrets: Secrets,
) -> None:
    """Write the packet of a case as PDF, for its partner or for another recipient."""
    from hrd_desktop.services import cases, packets

    if internal:
        if recipient or typed or draft or parts or fit or keys or seal_file or password_file:
            raise InternalOnly
        _internal(casefile, case, out, lang, paper, on, secrets)
        return
    if keys and seal_file:  # the age format knows one way or the other
        raise click.UsageError("", click.get_current_context())
    closing = packets.Closing(
        keys, read_line(seal_file) if seal_file else "", read_line(password_file) if password_file else ""
    )
    with opened(casefile, secrets) as file:
        found = cases.open_case(file, case).case
        options = packets.default_options(found, on, recipient=recipient, language=lang or "", paper=paper or "")
        options = replace(
            options,
            draft=draft,
            language="fr" if (lang or options.language) == "fr" else "en",
            parts=tuple(part for part in options.parts if not parts or part in parts),
        )
        written = packets.export(file, case, out, options, fit=fit, typed=typed, closing=closing, progress=progress)
    words = words_of(lang)
    for character in written.missing:
        say(words.text("missing_glyph", character=character))
    for path, one in zip(written.paths, written.files, strict=True):
        say(words.text("packet_written", path=str(path), count=one.pages))
    if len(written.paths) > 1:
        mails = ["+".join(str(number + 1) for number in mail) for mail in written.mails]
        say(words.text("packet_mails", mails="; ".join(mails)))
    if closing.password:
        say(words.text("packet_protected"))
    if written.edition:
        say(words.text("packet_again" if written.again else "packet_kept", edition=written.edition))


def _internal(
    casefile: Path, case: str, out: Path, lang: str | None, paper: str | None, on: date, secrets: Secrets
) -> None:
    from hrd_desktop.services import internal_cover

    words = words_of(lang)
    with opened(casefile, secrets) as file:
        size: Any = paper or "letter"
        made = internal_cover.export(file, case, out, on, language=words.lang, paper=size)
    say(words.text("internal_written", path=str(out), count=made.pages))


@click.command("verify-packet", cls=Spoken, help=words_of().text("help_verify_packet"))
@case_file
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@language
@passphrase_file
@click.pass_context
def verify_packet(context: click.Context, casefile: Path, path: Path, lang: str | None, secrets: Secrets) -> None:
    """Say whether a file is, byte for byte, one that was sent: exit 0 if so, 1 for a replaced or an unknown one."""
    from hrd_desktop.services import evidence
    from hrd_desktop.services import sent as register

    words = words_of(lang)
    data = evidence.read_file(path)
    with opened(casefile, secrets) as file:
        found = register.verify_file(file, data)
    one, latest = found.sent, found.latest
    if one is None or latest is None:
        click.echo(words.text("packet_unknown"))
    else:
        facts: dict[str, str | int] = {
            "case": one.code,
            "edition": one.edition,
            "recipient": words.code("recipient", one.recipient),
            "day": words.day(one.on),
            "latest": latest.edition,
            "later": words.day(latest.on),
        }
        click.echo(words.text("packet_is_same" if found.state == "same" else "packet_is_older", **facts))
    context.exit(0 if found.state == "same" else 1)


@click.command(cls=Spoken, help=words_of().text("help_sent"))
@case_file
@case_code
@click.option("--json", "as_json", is_flag=True, help=words_of().text("option_sent_json"))
@language
@passphrase_file
def sent(casefile: Path, case: str, as_json: bool, lang: str | None, secrets: Secrets) -> None:
    """List the packets of a case: what left, for whom, what has changed since, what became of it."""
    from hrd_desktop.services import record, sent_covers
    from hrd_desktop.services import sent as register

    words = words_of(lang)
    with opened(casefile, secrets) as file:
        listed = [(one, register.changes_since(file, case, one.edition)) for one in register.of_case(file, case)]
        told = [
            _told(
                one,
                [
                    *register.change_words(file, case, changes, words),
                    *sent_covers.said(file, case, sent_covers.since(file, case, one.edition), words),
                ],
            )
            for one, changes in listed
        ]
        record.looked(file, "list_packets", code=case)
    if as_json:
        print_json(told)
        return
    for one in told:
        _print(one, words)


def _told(one: Any, changes: list[Mapping[str, str]]) -> Mapping[str, Any]:
    return {
        "edition": one.edition,
        "recipient": one.recipient,
        "on": one.on.isoformat(),
        "kept_at": one.at.isoformat(),
        "pack": f"{one.pack} {one.pack_version}",
        "consents": list(one.consents),
        "replaces": one.replaces or None,
        "replaced_by": one.replaced_by or None,
        "files": [{"name": f.name, "pages": f.pages, "bytes": f.size, "sha256": f.sha256} for f in one.files],
        "dispatches": [{"how": d.how, "on": d.on.isoformat(), "note": d.note} for d in one.dispatches],
        "changes": changes,
    }


def _print(one: Mapping[str, Any], words: Wording) -> None:
    recipient = words.code("recipient", one["recipient"])
    day = words.day(date.fromisoformat(one["on"]))
    click.echo(words.text("sent_line", edition=one["edition"], recipient=recipient, day=day))
    if one["replaced_by"]:
        click.echo("  " + words.text("sent_replaced", edition=one["replaced_by"]))
    for file in one["files"]:
        click.echo(f"  {file['name']}\t{file['sha256']}")
    for dispatch in one["dispatches"]:
        when = words.day(date.fromisoformat(dispatch["on"]))
        click.echo("  " + "\t".join([when, words.code("dispatch_how", dispatch["how"]), dispatch["note"]]).rstrip())
    if one["changes"]:
        click.echo("  " + words.text("sent_changed", count=len(one["changes"])))
    for change in one["changes"]:
        line = words.text("sent_change", place=change["place"], before=change["before"], after=change["after"])
        click.echo("    " + line)
