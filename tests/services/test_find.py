"""Finding: names first, in any script and spelling; what is sealed or hidden says where, never what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.core.edit import AddRow, Change, RemoveRow, SetValue
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Name
from hrd_desktop.core.person import Medical
from hrd_desktop.services import cases, editing, files
from hrd_desktop.services.excerpts import HIDDEN, excerpt
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.find import Found, find

AT = datetime(2026, 9, 15, 12, tzinfo=UTC)
ONE, TWO = "HRD-2026-S1", "HRD-2026-S3"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    made = files.create(tmp_path / "find", "seven grey herons waiting", calibrate=False)
    cases.import_cases(made, [resource("demo", f"s{n}.json") for n in (1, 3)], on=date(2026, 9, 15))
    yield made
    files.lock(made)


def change(file: CaseFile, code: str, *changes: Change) -> None:
    editing.change(file, code, changes, at=AT)


def places(found: Found) -> list[tuple[str, str]]:
    return [(result.case, result.place) for result in found.results]


def test_every_word_has_to_begin_a_word_of_one_passage(file: CaseFile) -> None:
    change(file, ONE, SetValue("P1.note", "A zibeline lantern\nhung over the quay."))
    assert places(find(file, "zibeline")) == [(ONE, "P1.note")]
    assert places(find(file, "QUAY zibel")) == [(ONE, "P1.note")]
    assert places(find(file, "zibeline harbourmaster")) == []
    assert places(find(file, "")) == places(find(file, " … ")) == []


def test_an_edit_is_found_at_once_and_what_was_there_before_is_not(file: CaseFile) -> None:
    change(file, ONE, SetValue("P1.note", "zibeline"))
    change(file, ONE, SetValue("P1.note", "oranjezicht"))
    assert find(file, "zibeline").total == 0
    assert places(find(file, "oranje")) == [(ONE, "P1.note")]


def test_short_texts_of_one_object_are_one_passage(file: CaseFile) -> None:
    change(
        file,
        ONE,
        AddRow("case.evidence", Evidence(id="EV90", title="Zibeline ledger", kind="letter", file="scan7.pdf")),
    )
    assert places(find(file, "scan7 zibeline")) == [(ONE, "EV90.file")]
    change(file, ONE, RemoveRow("EV90"))
    assert find(file, "zibeline").total == 0


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("محمد", "Mohamed"),
        ("محمد", "muhammad"),
        ("محمد", "محمّد"),
        ("یوسف", "Yousef"),
        ("Щербакова", "shcherbakova"),
        ("Щербакова", "Scherbakov"),
        ("Владимир", "vlad"),
        ("曉嵐", "xiaolan"),
        ("曉嵐", "lan"),
        ("Nguyễn", "nguyen"),
        ("Nguyễn", "nguyển"),
        ("ወልደ", "welde"),
        ("Mohammed", "Muhamed"),
        ("Zibeline", "زیبلین"),
    ],
)
def test_a_name_is_found_in_any_script_and_spelling(file: CaseFile, written: str, asked: str) -> None:
    change(file, ONE, AddRow("P1.names", Name(id="N90", kind="alias", family=written)))
    assert (ONE, "N90.family") in places(find(file, asked))


def test_names_come_first_then_those_that_sound_alike_then_texts(file: CaseFile) -> None:
    change(file, ONE, SetValue("P1.note", "Somebody said Zibelin"))
    change(file, TWO, AddRow("P1.names", Name(id="N90", kind="alias", family="Zibelina")))
    change(file, TWO, AddRow("P1.names", Name(id="N91", kind="alias", family="Zabolin")))
    change(file, TWO, SetValue("P1.note", "Zibelin again"))
    found = find(file, "zibelin")
    assert places(found) == [(TWO, "N90.family"), (TWO, "N91.family"), (TWO, "P1.note"), (ONE, "P1.note")]
    assert [result.alike for result in found.results] == [False, True, False, False]


def test_names_show_only_where_they_are_asked_for(file: CaseFile) -> None:
    change(file, ONE, AddRow("P1.names", Name(id="N90", kind="alias", family="Oranjezicht")))
    change(file, ONE, SetValue("P1.note", "The lantern of Oranjezicht, on the quay"))
    hidden = find(file, "oranj").results
    assert [(result.is_name, result.excerpt.text) for result in hidden] == [
        (True, ""),
        (False, f"The lantern of {HIDDEN} on the quay"),
    ]
    shown = find(file, "oranj", names=True).results
    assert [result.excerpt.text for result in shown] == ["Oranjezicht", "The lantern of Oranjezicht, on the quay"]


def test_what_is_sealed_is_found_and_does_not_show(file: CaseFile) -> None:
    change(
        file,
        ONE,
        SetValue("P1.medical", Medical(sealed_note="zibeline")),
        AddRow("case.evidence", Evidence(id="EV90", title="zibeline", kind="letter", seal="medical")),
        AddRow("case.evidence", Evidence(id="EV91", title="zibeline too", kind="translation", translation_of="EV90")),
        SetValue("NR1.text", "zibeline"),
        SetValue("NR1.sealed", True),
        SetValue("P1.sexual_orientation", "zibeline"),
        SetValue("P2.note", "zibeline"),
    )
    found = {result.place: (result.sealed, result.excerpt.text) for result in find(file, "zibel", names=True).results}
    assert found == {
        "P1.medical.sealed_note": (True, ""),
        "EV90.title": (True, ""),
        "EV91.title": (True, ""),
        "NR1.text": (True, ""),
        "P1.sexual_orientation": (True, ""),
        "P2.note": (False, "zibeline"),
    }


def test_words_of_one_or_two_letters_begin_names_but_stand_alone_in_texts(file: CaseFile) -> None:
    change(file, ONE, AddRow("P1.names", Name(id="N90", kind="alias", family="Xqoro")))
    change(file, ONE, SetValue("P1.note", "xqanders"), SetValue("P2.note", "the letters xq."))
    assert places(find(file, "xq")) == [(ONE, "N90.family"), (ONE, "P2.note")]


def test_results_come_in_pages(file: CaseFile) -> None:
    everything = places(find(file, "the", limit=1000))
    assert len(everything) == find(file, "the", limit=1).total > 20
    paged = [place for start in range(0, len(everything), 7) for place in places(find(file, "the", start, 7))]
    assert paged == everything


def test_a_long_text_of_many_pieces_is_one_result(file: CaseFile) -> None:
    change(file, ONE, SetValue("P1.note", "\n".join(["zibeline " + "quay " * 900] * 9)))
    found = find(file, "zibeline")
    assert places(found) == [(ONE, "P1.note")]
    assert found.total == 1


def test_whose_facts_they_are_is_told(file: CaseFile) -> None:
    change(file, ONE, SetValue("P2.birth.city", "Oranjezicht"), SetValue("case.note", "oranjezicht"))
    found = {result.place: (result.person, result.relation) for result in find(file, "oranjezicht").results}
    assert found == {"P2.birth.city": ("P2", "spouse"), "case.note": (None, None)}


def test_every_result_can_be_opened(file: CaseFile) -> None:
    from hrd_desktop.core.places import find as at

    opened = {code: cases.open_case(file, code).case for code in (ONE, TWO)}
    for word in ("a", "the", "de", "2023", "letter", "police"):
        for result in find(file, word, limit=1000).results:
            held = at(opened[result.case], result.place)
            assert held is not None
            assert held.spec is not None
            assert held.value


def test_an_excerpt_is_the_text_around_the_hit_with_its_marks() -> None:
    text = "word " * 40 + "then (Résumé-Lanterns), at last " + "word " * 40
    found = excerpt(text, ["resume", "last"])
    assert found.text.startswith("…word")
    assert found.text.endswith("word…")
    assert [found.text[start:end] for start, end in found.marks] == ["Résumé-Lanterns", "last"]
    assert excerpt("one\n\ttwo   three", ["two"]).text == "one two three"


def test_text_in_arabic_is_marked_under_its_vowels() -> None:
    found = excerpt("ثم وصل مُحَمَّد إلى البيت", ["محمد"])
    assert [found.text[start:end] for start, end in found.marks] == ["مُحَمَّد"]


def test_nothing_typed_can_act_as_query_syntax(file: CaseFile) -> None:
    for text in ('"', "a OR b", "NEAR(a b)", "words:a", "a*b", "^a", "(", "-a", "'; DROP TABLE passage; --", "\x00"):
        find(file, text)  # refused by nothing
    change(file, ONE, SetValue("P1.note", "zibeline"))
    change(file, TWO, SetValue("P1.note", "oranjezicht"))
    assert places(find(file, "zibeline OR oranjezicht")) == []
    assert places(find(file, "zibel NOT oranje")) == []
    assert places(find(file, "words:zibeline")) == []
    assert places(find(file, "zibeline")) == [(ONE, "P1.note")]
