"""The commands for papers behind a case: take in, list, write out, take out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hrd_desktop.cli_entry import entry_options, refused
from hrd_desktop.cli_options import (
    case_code,
    case_file,
    now,
    opened,
    output,
    passphrase_file,
    print_json,
    progress,
)
from hrd_desktop.errors import BadCaseJson
from hrd_desktop.terminal import Secrets, Spoken, SpokenGroup, say, words_of


@click.group(cls=SpokenGroup, help=words_of().text("help_evidence"))
def evidence() -> None:
    """Papers behind a case."""


@evidence.command(cls=Spoken, help=words_of().text("help_evidence_add"))
@case_file
@case_code
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--title", metavar="TEXT", help=words_of().text("option_title"))
@entry_options
@passphrase_file
def add(
    casefile: Path, case: str, paths: tuple[Path, ...], title: str | None, kind: Any, secrets: Secrets, **named: Any
) -> None:
    """Take files in, each with an entry; what was added before a disk failed stays and is named."""
    from hrd_desktop.services import evidence as papers
    from hrd_desktop.services.evidence_out import try_values, values_of
    from hrd_desktop.services.portraits import check

    words = words_of()
    chosen: Any = kind or "other"
    values = values_of(**named)
    with opened(casefile, secrets) as file, papers.Reader() as reader:
        files = [(path, papers.read_file(path)) for path in paths]
        try:
            try_values(file, case, title or chosen, chosen, values)
        except BadCaseJson as error:
            raise refused(error, file, case) from None
        for number, (path, data) in enumerate(files, 1):
            called = title or words.code("evidence_kind", chosen)
            if title and len(files) > 1:
                called = f"{title} ({number})"
            made = papers.add(
                file, case, data, path.name, title=called, kind=chosen, at=now(), reader=reader, values=values,
                progress=progress,
            )  # fmt: skip
            click.echo("\t".join([made.evidence, made.sha256, made.found.kind, str(made.found.pages)]))
            for other in made.same_as:
                say(words.text("evidence_same", evidence=made.evidence, other=other))
            if made.found.trouble is not None:
                reason = words.of_file(f"trouble_{made.found.trouble}")
                say(words.text("evidence_unopened", evidence=made.evidence, reason=reason))
            flaws = [f"flaw_{flaw}" for flaw in made.found.flaws]
            if chosen == "portrait" and made.found.pages:
                flaws += [f"portrait_{flaw}" for flaw in check(data, reader)]
            for flaw in flaws:
                say(words.text("evidence_flaw", evidence=made.evidence, flaw=words.of_file(flaw)))
    say(words.text("evidence_added", count=len(paths)))


@evidence.command("list", cls=Spoken, help=words_of().text("help_evidence_list"))
@case_file
@case_code
@click.option("--json", "as_json", is_flag=True, help=words_of().text("option_list_json"))
@passphrase_file
def list_(casefile: Path, case: str, as_json: bool, secrets: Secrets) -> None:
    """One line an entry; of what is sealed only that it is there."""
    from hrd_desktop.services import evidence as papers
    from hrd_desktop.services import record

    words = words_of()
    with opened(casefile, secrets) as file:
        rows = papers.listed(file, case)
        record.looked(file, "list_evidence", code=case)
    if as_json:
        print_json([_told(row) for row in rows])
        return
    for row in rows:
        title = words.text("found_sealed") if row.sealed else " ".join(row.entry.title.split())
        kept = words.text("evidence_kept" if row.kept else "evidence_listed_only")
        trouble = row.found.trouble if row.found is not None and row.found.trouble else "boxes" if row.doubtful else ""
        kept = words.of_file(f"trouble_{trouble}") if trouble else kept
        pages = str(row.found.pages if row.found is not None else row.entry.pages or 0)
        click.echo("\t".join([row.entry.id, words.code("evidence_kind", row.entry.kind), title, pages, kept]))


def _told(row: object) -> dict[str, object]:
    from hrd_desktop.services.evidence import Listed

    assert isinstance(row, Listed)
    one, found = row.entry, row.found
    return {
        "id": one.id,
        "kind": one.kind,
        "title": None if row.sealed else one.title,
        "sealed": row.sealed,
        "file": None if row.sealed else one.file,
        "sha256": one.sha256,
        "kept": row.kept,
        "file_kind": found.kind if found is not None else None,
        "size": found.size if found is not None else None,
        "pages": found.pages if found is not None else one.pages,
        "trouble": found.trouble if found is not None else None,
        "flaws": list(found.flaws) if found is not None else [],
        "carries": [] if row.sealed or found is None else [{"what": each.what} for each in found.carries],
        "boxes": row.boxes,
    }


@evidence.command(cls=Spoken, help=words_of().text("help_evidence_show"))
@case_file
@case_code
@click.argument("entry", metavar="EV")
@output("OUT")
@click.option("--original/--cleaned", default=False, help=words_of().text("option_original"))
@passphrase_file
def show(casefile: Path, case: str, entry: str, out: Path, original: bool, secrets: Secrets) -> None:
    """Write one paper out of the case file."""
    from hrd_desktop.services import evidence_out
    from hrd_desktop.services.evidence import Reader

    words = words_of()
    with opened(casefile, secrets) as file, Reader() as reader:
        if original:
            size = evidence_out.write_original(file, case, entry, out)
        else:
            size = evidence_out.write_cleaned(file, case, entry, out, reader, words, progress=progress)
    say(words.text("evidence_written_original" if original else "evidence_written", path=str(out), size=size))


@evidence.command(cls=Spoken, help=words_of().text("help_evidence_remove"))
@case_file
@case_code
@click.argument("entry", metavar="EV")
@click.option("--forget", is_flag=True, help=words_of().text("option_forget"))
@passphrase_file
def remove(casefile: Path, case: str, entry: str, forget: bool, secrets: Secrets) -> None:
    """Take an entry out of the list; its file stays while that can be taken back, or goes at once."""
    from hrd_desktop.services import evidence as papers
    from hrd_desktop.services.forgetting import forget_unused

    with opened(casefile, secrets) as file:
        papers.remove(file, case, entry, at=now())
        forget_unused(file, at=now(), code=case, at_once=forget)
    say(words_of().text("evidence_forgotten" if forget else "evidence_removed", evidence=entry))
