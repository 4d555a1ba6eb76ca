"""Beside a paper: what the file carries unseen, what leaves of it, and the digest of the original."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services.evidence import PRINTED, WRITTEN, Found

_PIECE = 12  # letters after which a long word may go on in the next line
_LONG_WORD = re.compile(rf"\S{{{_PIECE + 1},}}")
_PDF_MOMENT = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)[\d'+Z-]*")


class PaperFacts(QScrollArea):
    """A column of short texts."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(GRID, 0, GRID, GRID)
        column.setSpacing(GRID)
        self.file = text_label(content)
        self.warning = text_label(content, "attention")
        self.carries = text_label(content)
        self.leaves = text_label(content)
        self.digest = text_label(content, "small")
        column.addWidget(self.file)
        column.addWidget(self.warning)
        for title, label in (
            (self.tr("What this file carries"), self.carries),
            (self.tr("What leaves"), self.leaves),
            (self.tr("The original stays as it came in"), self.digest),
        ):
            heading = QLabel(title, content)
            heading.setWordWrap(True)
            role(heading, "strong")
            column.addWidget(heading)
            column.addWidget(label)
        column.addStretch(1)
        self.setWidget(content)

    def show_found(self, found: Found, covered: int, *, certain: bool = True) -> None:
        """Say what is known of a file, and how many boxes cover parts of it; `certain`: which these are is known."""
        words = self._context.words
        parts = [words.of_file(f"file_kind_{found.kind}")]
        if found.pages:
            parts.append(self.tr("Pages: {count}").format(count=found.pages))
        parts.append(size_in_words(found.size, words.lang))
        self.file.setText(" · ".join(parts))
        warnings = [words.of_file(f"trouble_{found.trouble}")] if found.trouble else []
        warnings += [words.of_file(f"flaw_{flaw}") for flaw in found.flaws if flaw != "no_text"]
        self.warning.setText("\n".join(warnings))
        self.warning.setVisible(bool(warnings))
        lines = []
        for one in found.carries:
            name = words.of_file(f"carries_{one.what}")
            lines.append(words.phrase("labelled", label=name, value=_told(one.told)) if one.told else name)
        nothing = self.tr("Nothing beside what is seen was found.")
        unknown = self.tr("It cannot be said: the file cannot be opened.")
        self.carries.setText("\n".join(lines) or (unknown if found.trouble else nothing))
        self.leaves.setText(self._leaving(found, covered, certain))
        groups = " ".join(found.sha256[i : i + 8] for i in range(0, len(found.sha256), 8))
        self.digest.setText(words.phrase("labelled", label="SHA-256", value=groups))

    def _leaving(self, found: Found, covered: int, certain: bool) -> str:
        if found.trouble or found.kind not in PRINTED:
            return self.tr("Nothing: the packet lists it without a copy.")
        if covered and not certain:
            return self._context.words.of_file("trouble_boxes")
        if found.kind in WRITTEN and not covered:
            return self.tr("Its text, set anew, and nothing else that the file carries.")
        if found.kind in WRITTEN:
            text = self.tr("Pictures of its text, set anew on pages, and nothing else that the file carries.")
        else:
            text = self.tr("A picture of each page, and nothing else that the file carries.")
        if covered:
            text += " " + self.tr("Covered parts are black, and what was below is gone. Boxes: {count}.").format(
                count=covered
            )
        return text


def _told(text: str) -> str:
    """What a file carries, as people read it: days as they are written, and words that the column can break."""
    text = _PDF_MOMENT.sub(r"\1-\2-\3 \4:\5", text)
    return _LONG_WORD.sub(lambda found: "\N{ZERO WIDTH SPACE}".join(_pieces(found[0])), text)


def _pieces(word: str) -> list[str]:
    return [word[start : start + _PIECE] for start in range(0, len(word), _PIECE)]


def size_in_words(size: int, lang: str) -> str:
    """A size for people."""
    mega = size >= 1024 * 1024
    number = f"{size / 1024 / 1024:.1f}" if mega else str(max(1, round(size / 1024)))
    if lang == "fr":
        return f"{number.replace('.', ',')}\N{NO-BREAK SPACE}{'Mo' if mega else 'ko'}"
    return f"{number} {'MB' if mega else 'kB'}"
