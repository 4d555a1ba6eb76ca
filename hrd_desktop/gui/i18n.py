"""The language of the window, switched while it runs.

French is read from `resources/i18n/hrd_desktop_fr.ts` itself, not from a compiled `.qm`: one small file, read in
milliseconds and only when French is used, so that a fresh checkout, a wheel and a bundle behave the same and nothing
has to be built, cached or kept in step. The texts of Qt's own buttons and menus come from the `.qm` that Qt ships.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from hrd_desktop import assets

if TYPE_CHECKING:
    from hrd_desktop.wording import Wording

LANGUAGES = {"en": "English", "fr": "Français"}
Texts = dict[tuple[str, str, str], tuple[str, ...]]

_NOT_IN_QT: Texts = {
    ("QFileDialog", "&Look in:", ""): ("&Regarder dans\N{NO-BREAK SPACE}:",),
    ("QFileDialog", "Files of &type:", ""): ("Fichiers de &type\N{NO-BREAK SPACE}:",),
}
"""What Qt's own window for files says and its French does not have: the words were changed, the translation was not."""


def read_ts(path: Path) -> Texts:
    """Finished translations by context, source and comment; one text, or singular and plural."""
    texts: Texts = {}
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314 - a file of our own
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            texts[name, message.findtext("source", ""), message.findtext("comment", "")] = forms
    return texts


class TsTranslator(QTranslator):
    """Answers Qt from the texts of a `.ts` file. French counts 0 and 1 as singular."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts

    def isEmpty(self) -> bool:
        """Qt ignores an empty translator."""
        return not self._texts

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """One text; None, which Qt takes for "ask the next", when the file has none."""
        forms = self._texts.get((context, sourceText, disambiguation or ""))
        if forms is None:
            forms = self._texts.get((context, sourceText, ""))
        if forms is None:
            return None
        return forms[-1] if n > 1 else forms[0]


class Language(QObject):
    """The language in use; owned by the start of the program. Windows hear of a change through `changeEvent`."""

    changed = Signal(str)

    def __init__(self, lang: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lang = "en"
        self._installed: list[QTranslator] = []
        self.set(lang or system_language())

    @property
    def words(self) -> Wording:
        """Labels and sentences in the language in use."""
        from hrd_desktop.wording import wording  # it reads all labels: not before the first page that shows some

        return wording("fr" if self.lang == "fr" else "en")

    def set(self, lang: str) -> None:
        """Switches every open window to `en` or `fr`."""
        if lang == self.lang:
            return
        self.lang = lang
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
            old.deleteLater()
        self._installed = []
        QLocale.setDefault(QLocale(QLocale.Language.French if lang == "fr" else QLocale.Language.English))
        if lang == "fr":
            ours = TsTranslator(read_ts(assets.resource("i18n", "hrd_desktop_fr.ts")) | _NOT_IN_QT, self)
            qt = QTranslator(self)
            qt.load("qtbase_fr", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._installed = [qt, ours]
        for new in self._installed:
            QCoreApplication.installTranslator(new)
        self.changed.emit(lang)


def system_language() -> str:
    """`fr` where the system speaks French, else `en`."""
    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"
