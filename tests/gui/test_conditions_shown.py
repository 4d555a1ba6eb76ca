"""On the page: a question comes and goes with the answers it depends on; what is hidden is not empty."""

from __future__ import annotations

from hrd_desktop.gui.form_body import FormBody


def test_a_question_appears_once_it_is_asked(desk_of, show) -> None:
    desk = desk_of("s1")
    desk.case.set_value("case.hrd.violence_text", None)
    desk.case.set_value("case.hrd.used_violence", "no")
    desk.case.set_value("case.hrd.called_for_violence", "no")
    body = show(FormBody(desk.context, "case.hrd"))
    group = next(group for group in body.groups if group.has("violence_text"))
    slot = group.slots["violence_text"]
    assert not slot.isVisible()
    desk.case.set_value("case.hrd.called_for_violence", "unknown")
    assert slot.isVisible()
    desk.case.undo()
    assert not slot.isVisible()


def test_an_answer_whose_question_is_not_asked_any_more_stays_in_sight_and_says_so(desk_of, show) -> None:
    desk = desk_of("s1")
    desk.case.set_value("case.hrd.used_violence", "unknown")
    desk.case.set_value("case.hrd.violence_text", "One stone was thrown near her.")
    body = show(FormBody(desk.context, "case.hrd"))
    slot = next(group for group in body.groups if group.has("violence_text")).slots["violence_text"]
    said = [label.text() for label in slot.findChildren(type(slot.editor.label)) if label.isVisible()]
    assert not [text for text in said if text.startswith("Not in use")]
    desk.case.set_value("case.hrd.used_violence", "no")
    desk.case.set_value("case.hrd.called_for_violence", "no")
    assert slot.isVisible()
    said = [label.text() for label in slot.findChildren(type(slot.editor.label)) if label.isVisible()]
    assert [text for text in said if text.startswith("Not in use")]
    assert desk.stored("case.hrd.violence_text") == "One stone was thrown near her."
