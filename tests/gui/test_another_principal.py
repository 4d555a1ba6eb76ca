from __future__ import annotations

from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.gui.another_principal_dialog import AnotherPrincipalDialog
from hrd_desktop.services import history
from tests.gui.case_desk import Desk


def test_another_principal_is_one_step_on_file_and_back(desk: Desk, show) -> None:
    before = write_case(desk.case.case)
    dialog = show(AnotherPrincipalDialog(desk.context))
    assert "P1" in dialog.again.text()
    dialog.relations["P3"].show_code("ward")
    dialog.plan.show_code("non_accompanying")
    dialog.choose.click()
    kept = desk.on_file()
    assert (kept.principal, [person.relation for person in kept.persons]) == ("P2", ["spouse", "principal", "ward"])
    assert kept.persons[0].plan == "non_accompanying"
    assert kept.tasks[-1].person == "P2"
    (step,) = history.of_case(desk.file, desk.code)
    assert step.main.place == "case.principal"
    assert not any(name.family in step.entries[-1].after.text for name in kept.persons[0].names if name.family)
    desk.case.undo()
    assert write_case(desk.on_file()) == before
    desk.case.redo()
    desk.case.take_back(step.undo)  # as from the history, another day
    assert write_case(desk.on_file()) == before


def test_persons_offer_it_only_where_somebody_else_is_alive(desk: Desk, show) -> None:
    editor = desk.editor("case.persons", show)
    assert editor.another.isVisible()
    desk.case.set_value("P2.whereabouts.status", "deceased")
    desk.case.set_value("P3.whereabouts.status", "deceased")
    assert editor.another.isHidden()


def test_what_everybody_is_follows_the_person_chosen(desk: Desk, show) -> None:
    dialog = show(AnotherPrincipalDialog(desk.context))
    assert {key: box.currentData() for key, box in dialog.relations.items()} == {"P1": "spouse", "P3": "child"}
    dialog.person.show_code("P3")
    dialog.person.chosen.emit("P3")
    assert {key: box.currentData() for key, box in dialog.relations.items()} == {"P1": "parent", "P2": "parent"}
    dialog.plan.show_code("not_included")
    dialog.plan.chosen.emit("not_included")
    assert dialog.warning.isVisible()
