"""The name a country had at the time: asked where the date is older, recorded on request alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hrd_desktop.core.dates import PartialDate
from tests.gui.case_desk import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def born_there(desk: Desk, show):
    desk.case.set_fields("P1.birth", {"date": PartialDate(1984), "date_info": None, "country": "ER"})
    desk.case.set_value("P1.birth.country_name_at_time", None)
    return desk.editor("P1.birth.country", show)


def offers(editor) -> list[str]:
    return [editor.offers.flow.itemAt(i).widget().text() for i in range(editor.offers.flow.count())]


def test_the_name_of_that_time_is_offered_and_kept_on_a_click(desk: Desk, born_there, qtbot) -> None:
    assert offers(born_there) == ["Use “Ethiopia”"]
    assert desk.case.value("P1.birth.country_name_at_time") is None
    qtbot.mouseClick(born_there.offers.flow.itemAt(0).widget(), LEFT)
    assert desk.stored("P1.birth.country_name_at_time") == "Ethiopia"
    assert offers(born_there) == []
    assert "Ethiopia" in born_there.then.text()


def test_the_offer_follows_the_date_and_the_country(desk: Desk, born_there) -> None:
    desk.case.set_value("P1.birth.date", PartialDate(1999))
    assert offers(born_there) == []
    desk.case.set_value("P1.birth.country", "YE")
    assert offers(born_there) == []
    desk.case.set_value("P1.birth.date", PartialDate(1980, 3))
    assert len(offers(born_there)) == 2


def test_nothing_is_offered_without_a_date(desk: Desk, born_there) -> None:
    desk.case.set_value("P1.birth.date", None)
    assert offers(born_there) == []
    assert not born_there.then.isVisible()
