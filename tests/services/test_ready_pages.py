"""Pages made ready for the packet: side by side, each once, and none lost when somebody stops."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hrd_desktop.documents.crew import Crew, _held
from hrd_desktop.documents.pages import for_paper
from hrd_desktop.documents.reader import Reader
from hrd_desktop.documents.redaction import Box
from hrd_desktop.errors import Cancelled
from hrd_desktop.services import evidence, ready_pages
from hrd_desktop.store.casefile import CaseFile
from tests.documents import papers
from tests.services.conftest import sample

AT = datetime(2026, 9, 15, 9, 0, tzinfo=UTC)


@pytest.fixture
def code() -> str:
    return sample("s1").code


def taken_in(file: CaseFile, code: str, data: bytes, reader: Reader) -> str:
    return evidence.add(file, code, data, "a", title="Paper", kind="report", at=AT, reader=reader).sha256


def test_many_pages_of_several_papers_are_each_made_as_one_alone_would_be(case_file: CaseFile, code: str) -> None:
    files = [papers.pdf((f"Paper {number}",), pages=3) for number in range(4)]
    told: list[tuple[int, int]] = []
    with Reader() as reader:
        digests = [taken_in(case_file, code, data, reader) for data in files]
        box = Box(1, 0.1, 0.1, 0.5, 0.5)
        evidence.set_boxes(case_file, code, digests[0], [box])
        assert ready_pages.ready(case_file, code, digests[0]) == []
        refused = ready_pages.make(
            case_file, code, digests, reader, progress=lambda done, whole: told.append((done, whole))
        )  # fmt: skip
    assert refused == {}
    assert told == [(done, 12) for done in range(13)]
    for digest, data in zip(digests, files, strict=True):
        boxes = {1: [box]} if digest == digests[0] else {}
        assert ready_pages.ready(case_file, code, digest) == [
            for_paper(data, page, boxes.get(page, [])) for page in range(3)
        ]
        assert ready_pages.missing(case_file, code, digest) == []
    evidence.set_boxes(case_file, code, digests[0], [])
    assert [one.page for one in ready_pages.missing(case_file, code, digests[0])] == [1]


def test_what_was_made_before_somebody_stopped_stays(case_file: CaseFile, code: str) -> None:
    made: list[int] = []
    with Reader() as reader:
        digest = taken_in(case_file, code, papers.pdf(pages=9), reader)
        with pytest.raises(Cancelled):
            ready_pages.make(
                case_file, code, [digest], reader, progress=lambda done, _: made.append(done),
                cancelled=lambda: len(made) > 3,
            )  # fmt: skip
        # The page that was ready when it was stopped may be kept without being told of.
        assert 9 - len(ready_pages.missing(case_file, code, digest)) - made[-1] in (0, 1)
        assert made[-1] == 3
        assert ready_pages.make(case_file, code, [digest], reader) == {}
    assert len(ready_pages.ready(case_file, code, digest)) == 9


def test_a_paper_that_cannot_be_opened_keeps_no_other_back(case_file: CaseFile, code: str) -> None:
    with Reader() as reader:
        good = taken_in(case_file, code, papers.pdf(pages=4), reader)
        bad = taken_in(case_file, code, papers.pdf(pages=5), reader)
    with Reader(seconds=0.0) as reader:
        refused = ready_pages.make(case_file, code, [bad], reader)
    assert refused[bad].trouble == "took_too_long"
    with Reader() as reader:
        assert ready_pages.make(case_file, code, [good], reader) == {}
        assert len(ready_pages.paper_pages(case_file, code, good, reader)) == 4


def test_as_many_processes_as_the_pages_are_worth() -> None:
    with Reader() as reader:
        assert len(Crew(reader, 1)._readers) == 1
        assert 1 <= len(Crew(reader, 500)._readers) <= 4
    assert _held({}, 7, 4) == 7
