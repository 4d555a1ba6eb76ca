"""What a further file of a packet begins with, and the list of all files in the first one."""

from __future__ import annotations

from collections.abc import Sequence

from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.compose import Column, fact, heading, paragraph, table, title_lines
from hrd_desktop.packet.flow import Anchor, Strip
from hrd_desktop.packet.parts.front import edition
from hrd_desktop.packet.styles import BODY_BOLD, SMALL


def volume_heading(author: Author, number: int, files: int) -> list[Strip]:
    """The first lines of file `number` of `files`."""
    strips = title_lines(author.text("volume_title", number=number, files=files), author.text("transmittal_subtitle"))
    strips += fact(author.label(author.case, "code"), author.case.code)
    if author.options.recipient:
        strips += fact(author.text("transmittal_to"), author.recipient(), style=BODY_BOLD)
    strips += edition(author)
    strips += fact(author.text("transmittal_date"), author.words.day(author.options.on))
    listed = outward.persons_of_the_packet(author.case)
    return strips + fact(author.text("transmittal_persons"), str(len(listed)))


def files_list(author: Author, volumes: Sequence[Sequence[int]], mails: Sequence[Sequence[int]]) -> list[Strip]:
    """Every file with what it holds and the mail it goes with. `volumes` are numbers of exhibits, by further file."""
    title = author.text("volume_list_title")
    mail_of = {file: mail for mail, files in enumerate(mails, 1) for file in files}
    rows = [["1", author.text("volume_first"), str(mail_of[0])]]
    for number, exhibits in enumerate(volumes, 1):
        told = author.text("volume_range", first=exhibits[0], last=exhibits[-1])
        rows.append([str(number + 1), told, str(mail_of[number])])
    columns = [Column(author.text(key), share) for key, share in (
        ("volume_number", 10), ("volume_holds", 70), ("volume_mail", 20))]  # fmt: skip
    strips = heading(title, anchor=Anchor("files", title, 1)) + table(columns, rows)
    return strips + paragraph(author.text("volume_note"), SMALL)
