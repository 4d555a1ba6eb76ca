"""The help beside a case: that of the question asked, or of the field that has the keyboard."""

from __future__ import annotations

from hrd_desktop.core.groups import HELP_OF
from hrd_desktop.core.schema import object_name
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.help_panel import HelpPanel

_FROM, _WIDTH = 111, 26  # letters: a window from which the help has room beside, and how wide it then is


class CaseHelp:
    """Chooses what the panel says, and whether it is there; somebody who closed it or opened it has the last word."""

    def __init__(self, context: FieldContext, panel: HelpPanel) -> None:
        self._context = context
        self._panel = panel
        self._wanted: bool | None = None

    def of_section(self, section: str, heading: str) -> None:
        """Show the help of a section."""
        self._panel.show_help(self._context.words, [section.partition(":")[0]], heading)

    def of_editor(self, section: str, editor: FieldEditor) -> None:
        """Show the help of a field on the page of a section."""
        self._of(section, editor.owner, editor.spec.name, editor.title)

    def of_place(self, section: str, place: str) -> None:
        """Show the help of the question at a place."""
        holder, _, name = place.rpartition(".")
        owner = object_name(self._context.case.target(holder))
        self._of(section, owner, name, self._context.words.field(owner, name))

    def _of(self, section: str, owner: str, field: str, title: str) -> None:
        keys = [f"{owner}.{field}", *HELP_OF.get(owner, ()), section.partition(":")[0]]
        self._panel.show_help(self._context.words, keys, title)

    def turn(self) -> None:
        """Somebody opens or closes it."""
        self._wanted = not self._panel.isVisible()

    def fit(self, letters: float) -> bool:
        """Stand beside the page in a window of so many letters, or not; tells which."""
        letter = self._panel.fontMetrics().averageCharWidth()
        beside = self._wanted if self._wanted is not None else letters >= _FROM
        self._panel.setVisible(beside)
        self._panel.setMinimumWidth(letter * _WIDTH)
        self._panel.setMaximumWidth(letter * _WIDTH * 2)
        return beside
