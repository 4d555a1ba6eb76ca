"""Originals, translations and statements: what stands below what, and what is missing."""

from __future__ import annotations

from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.threes import in_threes, needs_translation


def paper(key: str, **more: object) -> Evidence:
    return Evidence(id=key, title=key, kind="report", **more)  # type: ignore[arg-type]


def told(*papers: Evidence) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(one.entry.id, one.depth, one.missing) for one in in_threes(papers)]


def test_a_paper_in_another_language_wants_both():
    assert told(paper("EV1", language="fa")) == [("EV1", 0, ("translation", "statement"))]
    assert told(paper("EV1", language="fa-Arab")) == [("EV1", 0, ("translation", "statement"))]


def test_what_recipients_read_wants_nothing():
    papers = [paper("EV1", language="en"), paper("EV2", language="fr-CA"), paper("EV3"), paper("EV4", language="zxx")]
    assert all(not missing for _, _, missing in told(*papers))


def test_each_stands_below_what_it_belongs_to():
    papers = [
        paper("EV1", statement_for="EV2"),
        paper("EV2", translation_of="EV3", language="en"),
        paper("EV3", language="fa"),
        paper("EV4"),
    ]
    assert told(*papers) == [("EV3", 0, ()), ("EV2", 1, ()), ("EV1", 2, ()), ("EV4", 0, ())]


def test_a_translation_wants_its_statement_unless_the_translator_is_certified():
    original = paper("EV1", language="fa")
    assert told(original, paper("EV2", translation_of="EV1"))[1] == ("EV2", 1, ("statement",))
    assert told(original, paper("EV2", translation_of="EV1", translator_certified="yes"))[1] == ("EV2", 1, ())


def test_a_circle_is_still_shown_once_each():
    papers = [paper("EV1", translation_of="EV2"), paper("EV2", translation_of="EV1")]
    assert sorted(key for key, _, _ in told(*papers)) == ["EV1", "EV2"]


def test_a_statement_itself_needs_no_translation():
    statement = Evidence(id="EV1", title="x", kind="translator_statement", language="fa")
    assert not needs_translation(statement)
