"""The process that opens files: it answers, survives what breaks it, and stops when asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from hrd_desktop.documents.found import CannotOpen
from hrd_desktop.documents.reader import Reader
from hrd_desktop.documents.redaction import Box
from hrd_desktop.errors import Cancelled
from tests.documents import papers


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as made:
        yield made


def test_it_answers_as_the_work_itself_would(reader: Reader) -> None:
    from hrd_desktop.documents.look import look

    data = papers.photograph_with_a_story()
    assert reader.look(data, "a.jpg") == look(data, "a.jpg")
    assert reader.texts(papers.pdf()) == ["A letter of support. 1"]
    assert reader.shown(papers.pdf(), 0, 300).startswith(b"\x89PNG")
    assert reader.for_paper(papers.pdf(), 0, [Box(0, 0, 0, 0.5, 0.5)]).form == "g4"
    with pytest.raises(CannotOpen, match="encrypted"):
        reader.shown(papers.locked_pdf(), 0, 300)


def test_after_a_crash_the_next_file_opens() -> None:
    slow = papers.swelling_pdf()
    with Reader(seconds=10) as reader:
        reader.look(papers.pdf())
        reader._process.kill()
        reader._process.join()
        assert reader.look(papers.pdf()).trouble is None
        threading.Timer(0.3, reader._process.kill).start()
        assert reader.look(slow).trouble == "crashed"
        assert reader.look(papers.pdf()).trouble is None


def test_what_takes_too_long_is_given_up() -> None:
    with Reader(seconds=0.0) as reader:
        found = reader.look(papers.saved(papers.page(3.0), "PNG"))
    assert found.trouble == "took_too_long"
    assert found.kind == "png"


def test_it_stops_when_asked() -> None:
    with Reader() as reader, pytest.raises(Cancelled):
        reader.look(papers.saved(papers.page(3.0), "PNG"), cancelled=lambda: True)


def test_a_hostile_page_stays_within_time_and_memory() -> None:
    began = time.monotonic()
    with Reader(seconds=5.0) as reader:
        for data in (papers.swelling_pdf(), papers.endless_png(), papers.swelling_word(), papers.circular_pdf()):
            reader.look(data)
        assert reader.look(papers.pdf()).trouble is None
    assert time.monotonic() - began < 60
