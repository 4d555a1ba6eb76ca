"""The card of a consent: what it means in words, withdrawing it, asking for it again."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from hrd_desktop.gui.editors.consents import ConsentCard, ConsentsEditor, WithdrawalDialog
from tests.gui.case_desk import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def editor(desk: Desk, show) -> ConsentsEditor:
    made = desk.editor("case.consents", show)
    assert isinstance(made, ConsentsEditor)
    return made


def card(editor: ConsentsEditor, key: str = "CN1") -> ConsentCard:
    found = editor.cards[key]
    assert isinstance(found, ConsentCard)
    return found


def answer(qtbot, editor: ConsentsEditor, *, yes: bool) -> str:
    """Press the button that withdraws, answer the question, and return what it said."""
    said = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WithdrawalDialog)
        said.append(dialog.informativeText())
        button = dialog.yes if yes else dialog.escapeButton()
        assert isinstance(button, QPushButton)
        button.click()

    QTimer.singleShot(0, press)
    qtbot.mouseClick(card(editor).withdraw, LEFT)
    return said[0]


def test_it_says_how_it_stands_and_what_it_allows(editor: ConsentsEditor) -> None:
    one = card(editor)
    assert one.standing.text() == "In force until June 30, 2027"
    assert one.allows.text().splitlines() == [
        "Allows: keep the information; share the information; share medical information; use photographs",
        "For: Our organisation, ProtectDefenders.eu, IRCC",
        "Does not allow: contact referees; contact relatives",
    ]
    assert "interpreter 07" not in one.explained.text()
    assert one.against.isHidden()


def test_its_line_says_who_decided_and_when(desk: Desk) -> None:
    assert desk.context.summary("CN1") == "P1 · Principal applicant · Given · August 11, 2026"


def test_the_name_of_an_interpreter_shows_with_the_other_names(desk: Desk, editor: ConsentsEditor, qtbot) -> None:
    desk.context.set_show_names(True)
    qtbot.waitUntil(lambda: "interpreter 07" in card(editor).explained.text())


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("expires_on", date(2026, 9, 30), "In force until September 30, 2026: ask soon whether to renew it"),
        ("expires_on", date(2026, 9, 14), "Ended on September 14, 2026"),
        ("expires_on", None, "In force; no end was agreed"),
        ("decision", "refused", "Refused on August 11, 2026"),
        ("signed_on", date(2026, 9, 20), "Not in force before September 20, 2026"),
    ],
)
def test_each_way_to_stand_has_its_words(desk: Desk, editor: ConsentsEditor, qtbot, field, value, said) -> None:
    desk.case.set_value(f"CN1.{field}", value)
    qtbot.waitUntil(lambda: card(editor).standing.text() == said)


def test_withdrawing_asks_once_says_what_it_means_and_can_be_undone(desk: Desk, editor: ConsentsEditor, qtbot) -> None:
    assert "cannot be unread" in answer(qtbot, editor, yes=True)
    assert desk.stored("CN1.withdrawn_on") == desk.today
    qtbot.waitUntil(lambda: card(editor).standing.text() == "Withdrawn on September 15, 2026")
    assert card(editor).withdraw.isHidden()
    qtbot.mouseClick(editor.snack_undo, LEFT)
    assert desk.stored("CN1.withdrawn_on") is None


def test_it_stays_when_the_answer_is_no(desk: Desk, editor: ConsentsEditor, qtbot) -> None:
    answer(qtbot, editor, yes=False)
    assert desk.stored("CN1.withdrawn_on") is None


def test_asking_again_begins_a_consent_without_an_answer(desk: Desk, editor: ConsentsEditor, qtbot) -> None:
    qtbot.mouseClick(card(editor).renew, LEFT)
    (draft,) = desk.case.drafts.values()
    assert draft.values["scopes"] == desk.case.value("CN1.scopes")
    assert not {"decision", "signed_on", "expires_on"} & draft.values.keys()
    assert card(editor, draft.key).body is not None
    # Another draft of the new one must not change the old one.
    assert draft.values["scopes"] is not desk.case.value("CN1.scopes")


def test_a_later_no_stands_against_it_without_deciding(desk: Desk, editor: ConsentsEditor, qtbot) -> None:
    no = desk.case.add_row(
        "case.consents",
        {
            "person": "P1",
            "decision": "refused",
            "scopes": ["photographs"],
            "recipients": ["ircc"],
            "signed_on": date(2026, 9, 10),
        },
    )
    said = f"This may contradict {no}, refused on September 10, 2026. Ask what holds."
    qtbot.waitUntil(lambda: card(editor).against.text() == said)
    assert card(editor).standing.text().startswith("In force")
    assert card(editor, "CN2").against.isHidden()
