"""The command that covers parts of a paper: the boxes of the window, named by numbers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from hrd_desktop.cli_evidence import evidence
from hrd_desktop.cli_options import case_code, case_file, now, opened, passphrase_file, print_json
from hrd_desktop.terminal import Secrets, Spoken, say, words_of

__all__ = ["evidence"]

_WHOLE = 1000
_BOX = re.compile(r"(\d{1,4}),(\d{1,4}),(\d{1,4}),(\d{1,4})")
_NUMBER = re.compile(r"[1-9]\d{0,3}")
Sides = tuple[int, int, int, int]


def _boxes(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[Sides, ...]:
    """Places on a page as `X,Y,W,H`, in thousandths of its width and height from the upper left corner."""
    return tuple(map(_box, values))


def _box(text: str) -> Sides:
    found = _BOX.fullmatch(text.replace(" ", ""))
    x, y, width, height = map(int, found.groups()) if found else (0, 0, 0, 0)
    if not width or not height or x + width > _WHOLE or y + height > _WHOLE:
        raise click.BadParameter(words_of().text("redact_no_box", text=text))
    return x, y, width, height


def _numbers(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[int, ...]:
    """Numbers of boxes; 0 stands for all of them."""
    for text in values:
        if text != "all" and not _NUMBER.fullmatch(text):
            raise click.BadParameter(words_of().text("redact_no_number", text=text))
    return tuple(0 if text == "all" else int(text) for text in values)


@evidence.command(cls=Spoken, help=words_of().text("help_evidence_redact"))
@case_file
@case_code
@click.argument("entry", metavar="EV")
@click.option(
    "--page", type=click.IntRange(1), default=1, show_default=True, metavar="N", help=words_of().text("option_page")
)
@click.option("--box", "boxes", callback=_boxes, multiple=True, metavar="X,Y,W,H", help=words_of().text("option_box"))
@click.option(
    "--remove",
    "gone",
    callback=_numbers,
    multiple=True,
    metavar="NUMBER|all",
    help=words_of().text("option_remove_box"),
)
@click.option("--json", "as_json", is_flag=True, help=words_of().text("option_list_json"))
@passphrase_file
def redact(
    casefile: Path,
    case: str,
    entry: str,
    page: int,
    boxes: tuple[Sides, ...],
    gone: tuple[int, ...],
    as_json: bool,
    secrets: Secrets,
) -> None:
    """Cover parts of a paper on everything that leaves, or uncover them; then say what is covered."""
    from hrd_desktop.services import record, redacting
    from hrd_desktop.services.evidence import Box, Reader

    words = words_of()
    with opened(casefile, secrets) as file, Reader() as reader:
        if boxes or gone:
            new = [Box(page - 1, x / _WHOLE, y / _WHOLE, (x + w) / _WHOLE, (y + h) / _WHOLE) for x, y, w, h in boxes]
            remove = None if 0 in gone else gone
            found = redacting.change(file, case, entry, reader, words, add=new, remove=remove, at=now())
        else:
            found = redacting.covered(file, case, entry)
            record.looked(file, "list_evidence", code=case)
        doubtful = redacting.doubtful(file, case, entry)
    told = [{"number": number, "page": box.page + 1, "box": list(_sides(box))} for number, box in enumerate(found, 1)]
    if as_json:
        print_json(told)
    else:
        for number, box in enumerate(found, 1):
            click.echo("\t".join([str(number), str(box.page + 1), ",".join(map(str, _sides(box)))]))
    if doubtful:
        say(words.of_file("trouble_boxes"))
    else:
        say(words.text("redact_boxes", count=len(found), evidence=entry))


def _sides(box: Any) -> Sides:
    left, top = round(box.left * _WHOLE), round(box.top * _WHOLE)
    return left, top, round(box.right * _WHOLE) - left, round(box.bottom * _WHOLE) - top
