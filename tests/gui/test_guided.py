"""One question at a time: the order of the page, links and help, from section to section, what is not asked."""

from __future__ import annotations

from hrd_desktop.core.sections import SECTIONS, section_by_key
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.guided_walk import section_questions
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.services import cases
from tests.gui.case_desk import NOW
from tests.gui.guided_desk import focused_place, guided, section


def test_a_walk_through_a_section_asks_every_question_in_the_order_of_the_page(case_page_of) -> None:
    desk, page = case_page_of()
    asks = guided(page, "asylum")
    wanted = [found.place for found in section_questions(desk.case, section_by_key("asylum"))]
    seen = []
    while asks.place:
        seen.append(asks.place)
        assert asks.progress.text().startswith(f"Question {len(seen)} of {len(wanted)} · ")
        asks.next.click()
    assert seen == wanted
    assert len(wanted) > 10
    assert asks.finished.isVisible()
    for place in reversed(wanted):
        asks.back.click()
        assert asks.place == place


def test_every_section_can_be_walked_to_its_end(case_page_of) -> None:
    desk, page = case_page_of("s2")
    for key, _ in page.titles():
        if section_by_key(key).blocks and key != "journal":  # what staff do is no questionnaire
            asks = guided(page, key)
            asks.walk.to_start()
            seen = 0
            while asks.place:
                asks.go_on()
                seen += 1
                assert seen < 400
            assert seen, key
    assert desk.case.drafts == {}


def test_a_question_that_stops_being_asked_is_passed_over(case_page_of) -> None:
    desk, page = case_page_of()
    (row, *_) = desk.case.rows("P1.addresses")
    desk.case.set_value(f"{row}.end", None)
    desk.case.set_value(f"{row}.ongoing", True)
    page.show_place(f"{row}.start")
    asks = guided(page)
    assert asks.place == f"{row}.start"
    seen = []
    while asks.place.startswith(row):
        seen.append(asks.place)
        asks.next.click()
    assert f"{row}.ongoing" in seen
    assert f"{row}.end" not in seen


def test_links_lead_to_the_question(case_page_of) -> None:
    desk, page = case_page_of("s2")
    guided(page, "people")
    places = {place for item in desk.case.assessment.items if not item.clear for place in item.places}
    assert places
    for place in sorted(places):
        page.show_section("journal")
        page.show_place(place)
        assert page.section != "journal", place
        asks = section(page).guided
        asked = asks.place if section(page).switch.guided else focused_place()
        assert asked.startswith(place.removesuffix("_info")) or place.startswith(asked), (place, asked)


def test_help_stands_below_where_there_is_no_room_beside(case_page_of, dressed) -> None:
    _, page = case_page_of(width=1600)
    page.show_place("P1.birth.date")
    asks = guided(page)
    assert page.help_panel.isVisible()
    assert not asks.help.isVisible()
    assert page.help_panel.title.text() == "Date of birth"
    page.resize(700, 728)
    assert not page.help_panel.isVisible()
    assert asks.help.isVisible()


def test_help_beside_is_that_of_the_question_also_of_a_list(case_page_of) -> None:
    desk, page = case_page_of(width=1600)
    page.show_section("background:P1")
    asks = guided(page)
    assert asks.place == "P1.addresses"
    assert page.help_panel.title.text() == desk.context.words.field("person", "addresses")
    asks.next.click()
    assert page.help_panel.title.text() == desk.context.words.field("person", "history")


def test_switching_keeps_the_question(case_page_of) -> None:
    _, page = case_page_of()
    page.show_place("IN1.place")
    asks = guided(page)
    assert asks.place == "IN1.place"
    asks.next.click()
    place = asks.place
    section(page).switch.all.click()
    assert focused_place() == place


def test_every_section_is_followed_by_the_next(case_page_of) -> None:
    _, page = case_page_of()
    with_fields = [found.key for found in SECTIONS if found.blocks]
    asks = guided(page, with_fields[0])
    while asks.place:
        asks.go_on()
    asks.next.click()
    assert page.section == with_fields[1]
    assert section(page).guided.isVisible()


def test_before_the_first_consent_only_what_may_be_kept_is_asked(empty_file, tasks, show) -> None:
    cases.new_case(empty_file, "HRD-2026-N1", alias="Lantern", name="Amal", on=NOW.date())
    case = OpenCase(empty_file, cases.open_case(empty_file, "HRD-2026-N1"), tasks, lambda: NOW)
    page = CasePage(case, tasks, "en")
    case.setParent(page)
    page.resize(1184, 728)
    show(page)
    asks = guided(page, "safety_consent")
    seen = []
    while asks.place:
        seen.append(asks.place)
        asks.go_on()
    assert seen[0] == "case.consents"
    assert "P1.contact.safe_channels" in seen
    asks = guided(page, "people")
    seen = []
    while asks.place:
        seen.append(asks.place)
        asks.go_on()
    assert "P1.names" in seen
    assert "P1.birth.date" not in seen
    asks = guided(page, "incidents")
    assert asks.place == ""
    assert asks.finished.text() == "Nothing is asked here now."
