"""What the packet window says: recipients, obstacles, what is left out, how much it is, and what was written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, QObject

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import item_place, sign_of, title_of
from hrd_desktop.gui.packet_work import Pages
from hrd_desktop.gui.review_lines import Line
from hrd_desktop.services import checking, packets, recipients
from hrd_desktop.services.packets import Exported, Obstacle, PacketOptions, Withheld
from hrd_desktop.services.volumes import Volumes


class PacketWords(QObject):
    """Sentences about one case on one day, in the language of the window."""

    def __init__(self, context: FieldContext, on: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._words = context.words
        self._on = on

    def recipients(self) -> list[str]:
        """Whom a packet can be for: the partner of the case first."""
        mine = self._context.case.case.partner
        known = list(recipients.profiles(self._on))
        partners = checking.pack_on(self._on).partners
        kept = [code for code in known if code in partners or not recipients.profile(code, self._on).of_case]
        return [*([mine] if mine else []), *(code for code in kept if code != mine)]

    def recipient(self, code: str) -> str:
        """Who that is."""
        return recipients.profile(code, self._on).name[self._words.lang] if code else self.tr("Nobody yet")

    def obstacle(self, one: Obstacle) -> Line:
        """A line that leads to where it can be mended."""
        if one.item is None:
            (text,) = packets.reasons([one], self._on, self._words)
            if one.person:
                text = text.replace(f"{one.person}:", f"{self._context.row_label(one.person)}:", 1)
            return one.place, text, "", ("stop", "stop")
        title = title_of(self._context, one.item.id)
        if one.item.person:
            title = f"{title} · {self._context.row_label(one.item.person)}"
        why = checking.sentence(one.item.why, self._on, self._words)
        return item_place(one.item.id, one.item.person), title, why, sign_of(one.item)

    def left_out(self, found: Sequence[Withheld], taken_out: Sequence[str]) -> list[tuple[str, str]]:
        """What stays here, and why."""
        lang = self._words.lang
        said = [(title, self.tr("You took this part out.")) for title in taken_out]
        for one in found:
            name = one.name[lang]
            said.append((f"{name} ({one.count})" if one.count > 1 else name, one.reason[lang]))
        return said

    def count(self, pages: Pages) -> str:
        """How long it is, and what of the papers is in it."""
        said = self.tr("{count} pages").format(count=pages.volumes.pages)
        if not pages.whole:
            return self.tr("{pages} so far; the copies of papers are still being made ready").format(pages=said)
        if pages.listed:
            exhibits = self.tr("exhibits: {listed}, with a copy: {copies}")
            said = f"{said}; {exhibits.format(listed=pages.listed, copies=pages.copies)}"
        else:
            said = f"{said}; {self.tr('no exhibits')}"
        if pages.photographs:
            said = f"{said}; {self.tr('photographs: {count}').format(count=pages.photographs)}"
        return said

    def split(self, made: Volumes) -> str:
        """How many files in how many mails, and how large they are."""
        sizes = ", ".join(self._size(len(file.data)) for file in made.files)
        return self.tr("Files: {files} ({sizes}). Mails: {mails}.").format(
            files=len(made.files), sizes=sizes, mails=len(made.mails)
        )

    def what(self, pages: Pages | None, code: str, options: PacketOptions) -> str:
        """What leaves, in one or two lines."""
        said = [code, self._words.language(options.language)]
        if pages is not None:
            said.append(self.tr("{count} pages").format(count=pages.volumes.pages))
            if len(pages.volumes.files) > 1:
                said.append(
                    self.tr("{files} files in {mails} mails").format(
                        files=len(pages.volumes.files), mails=len(pages.volumes.mails)
                    )
                )
        return " · ".join(said)

    def written(self, made: Exported, *, draft: bool, locked: bool) -> str:
        """Where it is now, under which number it is kept, and what to do next."""
        folder = made.paths[0].parent.name or str(made.paths[0].parent)
        if len(made.paths) == 1:
            said = [
                self.tr("Written: {name}, {count} pages, in the folder {folder}.").format(
                    name=made.paths[0].name, count=made.pages, folder=folder
                )
            ]
        else:
            said = [
                self.tr("Written: {files} files, {count} pages, for {mails} mails, in the folder {folder}.").format(
                    files=len(made.paths), count=made.pages, mails=len(made.mails), folder=folder
                )
            ]
        if made.edition:
            kept = (
                self.tr("It is edition {number} once more, the same to the byte.")
                if made.again
                else self.tr("Kept as edition {number}.")
            )
            said.append(kept.format(number=made.edition))
        if draft:
            said.append(self.tr("The file is not protected: whoever has it can read it."))
            said.append(self.tr("Do not send it to a partner."))
        elif locked:
            said.append(self.tr("Tell what opens it another way than you send it."))
        else:
            said.append(self.tr("The file is not protected: whoever has it can read it."))
            said.append(self.tr("Send it safely, then delete it."))
        return " ".join(said)

    def covered(self, path: Path) -> str:
        """Where the internal cover is now."""
        said = self.tr("Written: {name}. It holds what the check found: for the office alone, never to be sent.")
        return said.format(name=path.name)

    def _size(self, size: int) -> str:
        locale = QLocale(self._words.lang)
        return locale.formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
