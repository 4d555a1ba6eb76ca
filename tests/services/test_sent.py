"""Packets kept as they were sent: byte for byte, with editions, changes since, dispatches; files told apart."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2
import pyrage
import pytest
from PIL import Image

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.edit import AddRow, SetValue
from hrd_desktop.core.staff import JournalEntry
from hrd_desktop.documents.reader import Reader
from hrd_desktop.errors import Cancelled, NotWritable, StillNeeded, UnknownEdition
from hrd_desktop.exchange.packets_json import read_packets, write_packets
from hrd_desktop.services import covering, evidence, packets, register, sent, sent_covers
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.forgetting import forget_unused
from hrd_desktop.services.packets import Closing, Exported, PacketOptions
from hrd_desktop.store import blobs, edits
from hrd_desktop.store.sent_travel import packets_of
from hrd_desktop.wording import wording
from tests.services.conftest import DAY

CODE = "HRD-2026-S1"
AT = datetime(2026, 9, 15, 12, tzinfo=UTC)


def options(ready: Case, recipient: str = "protect_defenders_eu", **chosen: object) -> PacketOptions:
    return replace(packets.default_options(ready, DAY, recipient=recipient), **chosen)  # type: ignore[arg-type]


def export(file: CaseFile, ready: Case, out: Path, recipient: str = "protect_defenders_eu", **how: object) -> Exported:
    return packets.export(file, CODE, out, options(ready, recipient), at=AT, by="A. B.", **how)  # type: ignore[arg-type]


def change(file: CaseFile, *changes: object) -> None:
    with file.session() as session:
        edits.apply(session, CODE, changes, at=AT, by="A. B.")  # type: ignore[arg-type]


def retitled(file: CaseFile, title: str = "Another title") -> None:
    change(file, SetValue("EV1.title", title))


def cover(data: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        return " ".join(pdf[0].get_textpage().get_text_bounded().split())


def picture(seed: int, side: int = 300) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((side, side), 60 + seed).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def add_picture(file: CaseFile, reader: Reader, seed: int, side: int = 300) -> str:
    data = picture(seed, side)
    return evidence.add(file, CODE, data, "a.jpg", title=f"Page {seed}", kind="report", at=AT, reader=reader).sha256


# Kept


def test_a_packet_is_kept_byte_for_byte_with_all_that_belongs_to_it(
    case_file: CaseFile, ready: Case, tmp_path: Path
) -> None:
    written = export(case_file, ready, tmp_path / "p.pdf")
    (one,) = sent.of_case(case_file, CODE)
    assert (one.code, one.alias, one.edition, one.recipient) == (CODE, ready.alias, 1, "protect_defenders_eu")
    assert (one.on, one.at, one.by, one.pack) == (DAY, AT, "A. B.", "hrd-2023-07")
    assert one.consents == tuple(row.id for row in ready.consents)
    assert (one.replaces, one.replaced_by, one.pages, written.edition) == (0, 0, written.pages, 1)
    (kept,) = one.files
    assert kept.name == "p.pdf"
    assert kept.sha256 == hashlib.sha256((tmp_path / "p.pdf").read_bytes()).hexdigest()
    assert sent.content(case_file, CODE, 1) == written.data == (tmp_path / "p.pdf").read_bytes()
    assert sent.of_all(case_file) == [one]


def test_the_same_packet_once_more_is_the_same_edition_and_the_same_bytes(
    case_file: CaseFile, ready: Case, tmp_path: Path
) -> None:
    first = export(case_file, ready, tmp_path / "a.pdf")
    retitled(case_file)
    second = export(case_file, ready, tmp_path / "b.pdf")
    again = export(case_file, ready, tmp_path / "c.pdf")
    assert [first.again, second.again, again.again] == [False, False, True]
    assert (tmp_path / "b.pdf").read_bytes() == (tmp_path / "c.pdf").read_bytes()
    assert [one.edition for one in sent.of_case(case_file, CODE)] == [2, 1]


def test_a_new_edition_says_what_it_replaces_and_only_for_the_same_recipient(
    case_file: CaseFile, ready: Case, tmp_path: Path
) -> None:
    export(case_file, ready, tmp_path / "a.pdf")
    own = export(case_file, ready, tmp_path / "own.pdf", packets.OWN_COPY)
    retitled(case_file)
    new = export(case_file, ready, tmp_path / "b.pdf")
    assert "replaces" not in cover(own.data)
    assert "3. It replaces edition 1 of September 15, 2026" in cover(new.data)
    third, second, first = sent.of_case(case_file, CODE)
    assert [(one.replaces, one.replaced_by) for one in (third, second, first)] == [(1, 0), (0, 0), (0, 3)]


def test_a_draft_is_not_kept(case_file: CaseFile, ready: Case, tmp_path: Path) -> None:
    written = packets.export(case_file, CODE, tmp_path / "d.pdf", options(ready, draft=True))
    assert (written.edition, sent.of_case(case_file, CODE)) == (0, [])


def test_what_cannot_be_written_is_not_kept(case_file: CaseFile, ready: Case, tmp_path: Path) -> None:
    with pytest.raises(NotWritable):
        export(case_file, ready, tmp_path / "nowhere" / "p.pdf")
    assert sent.of_case(case_file, CODE) == []


# Changed since


def no_change(_file: CaseFile) -> None:
    pass


def born(file: CaseFile) -> None:
    change(file, SetValue("P1.birth.date", PartialDate(1980)))


def journal(file: CaseFile) -> None:
    change(file, AddRow("case.journal", JournalEntry(id="JE99", on=DAY, text="Called.")))


def staff_note(file: CaseFile) -> None:
    change(file, SetValue("EV1.note", "Ask again."), SetValue("case.alias", "Other"))


def sealed_title(file: CaseFile) -> None:
    change(file, SetValue("EV9.title", "Another sealed report"))


@pytest.mark.parametrize(
    ("touch", "places"),
    [
        (no_change, []),
        (born, ["P1.birth.date"]),
        (retitled, ["EV1.title"]),
        (journal, []),
        (staff_note, []),
        (sealed_title, []),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_changed_since_is_told_and_nothing_that_the_recipient_never_had(
    case_file: CaseFile, ready: Case, tmp_path: Path, touch: Callable[[CaseFile], None], places: list[str]
) -> None:
    export(case_file, ready, tmp_path / "p.pdf")
    touch(case_file)
    found = sent.changes_since(case_file, CODE, 1)
    assert [one.place for one in found] == places
    told = sent.change_words(case_file, CODE, found, wording("en"))
    assert len(told) == len(found)
    if touch is retitled:
        assert told[0]["after"] == "Another title"
        assert told[0]["place"].endswith("Title")


def test_other_covered_parts_of_a_paper_that_went_are_told(case_file: CaseFile, ready: Case, tmp_path: Path) -> None:
    with Reader() as reader:
        text = evidence.add(case_file, CODE, b"Heron.", "a.txt", title="T", kind="report", at=AT, reader=reader)
        photo = evidence.add(case_file, CODE, picture(1), "a.jpg", title="P", kind="report", at=AT, reader=reader)
        box = evidence.Box(0, 0.1, 0.1, 0.2, 0.2)
        evidence.set_boxes(case_file, CODE, photo.sha256, [box])
        export(case_file, ready, tmp_path / "p.pdf", reader=reader)
    assert register.changes(case_file, CODE, 1, wording("en")) == []
    evidence.set_boxes(case_file, CODE, text.sha256, [box], sheets=covering.typeset(["Heron."]))
    evidence.set_boxes(case_file, CODE, photo.sha256, [replace(box, right=0.3)])
    told = register.changes(case_file, CODE, 1, wording("en"))
    assert [line.partition(":")[0].split()[-1] for line in told] == [text.evidence, photo.evidence]
    assert all(line.endswith("other parts are covered") for line in told)
    found = sent_covers.since(case_file, CODE, 1)
    assert [(one.evidence, one.before, one.after) for one in found] == [(text.evidence, 0, 1), (photo.evidence, 1, 1)]
    evidence.set_boxes(case_file, CODE, text.sha256, [])
    evidence.set_boxes(case_file, CODE, photo.sha256, [box])
    assert register.changes(case_file, CODE, 1, wording("en")) == []
    with case_file.session() as session:  # what is kept of it stays on this desk
        assert "covered" not in read_packets(write_packets(packets_of(session, CODE)))[0].options


def test_an_edition_that_is_not_there_is_said(case_file: CaseFile) -> None:
    with pytest.raises(UnknownEdition):
        sent.changes_since(case_file, CODE, 1)
    with pytest.raises(UnknownEdition):
        sent.add_dispatch(case_file, CODE, 7, "posted", DAY, at=AT)


def test_what_became_of_a_packet_is_kept_in_order(case_file: CaseFile, ready: Case, tmp_path: Path) -> None:
    export(case_file, ready, tmp_path / "p.pdf")
    sent.add_dispatch(case_file, CODE, 1, "receipt", date(2026, 9, 20), at=AT, by="C. D.")
    sent.add_dispatch(case_file, CODE, 1, "mailed", date(2026, 9, 16), note="In two mails", at=AT)
    (one,) = sent.of_case(case_file, CODE)
    assert [(each.how, each.on, each.note) for each in one.dispatches] == [
        ("mailed", date(2026, 9, 16), "In two mails"),
        ("receipt", date(2026, 9, 20), ""),
    ]


# Is this file one of them?


def test_a_file_is_the_very_one_an_older_one_or_unknown(case_file: CaseFile, ready: Case, tmp_path: Path) -> None:
    first = export(case_file, ready, tmp_path / "a.pdf")
    assert sent.verify_file(case_file, first.data).state == "same"
    retitled(case_file)
    export(case_file, ready, tmp_path / "own.pdf", packets.OWN_COPY)
    assert sent.verify_file(case_file, first.data).state == "same", "another recipient's packet replaces nothing"
    second = export(case_file, ready, tmp_path / "b.pdf")
    found = sent.verify_file(case_file, first.data)
    assert (found.state, found.sent and found.sent.edition, found.latest and found.latest.edition) == ("older", 1, 3)
    assert sent.verify_file(case_file, second.data).state == "same"
    for wrong in (b"", second.data + b"\n", second.data[:-1], picture(1)):
        assert sent.verify_file(case_file, wrong).state == "unknown"


def test_a_paper_that_went_along_is_no_packet(case_file: CaseFile, ready: Case, tmp_path: Path) -> None:
    with Reader() as reader:
        add_picture(case_file, reader, 1)
        export(case_file, ready, tmp_path / "a.pdf", reader=reader)
    assert sent.verify_file(case_file, picture(1)).state in ("unknown",)


# Sealed and protected


def test_a_sealed_packet_opens_to_what_is_kept_and_is_recognised_closed_too(
    case_file: CaseFile, ready: Case, tmp_path: Path
) -> None:
    owner = pyrage.x25519.Identity.generate()
    closing = Closing(keys=(str(owner.to_public()),))
    written = export(case_file, ready, tmp_path / "p.pdf", closing=closing)
    assert [path.name for path in written.paths] == ["p.pdf.age"]
    sealed = (tmp_path / "p.pdf.age").read_bytes()
    assert pyrage.decrypt(sealed, [owner]) == sent.content(case_file, CODE, 1)
    assert sent.verify_file(case_file, sealed).state == "same"
    assert sent.verify_file(case_file, written.data).state == "same"
    again = export(case_file, ready, tmp_path / "q.pdf", closing=closing)
    assert again.again
    assert sent.verify_file(case_file, sealed).state == "same", "the first seal is remembered"
    assert sent.verify_file(case_file, (tmp_path / "q.pdf.age").read_bytes()).state == "same"


# Papers that went along stay


def test_a_paper_that_was_sent_is_not_forgotten(case_file: CaseFile, ready: Case, tmp_path: Path) -> None:
    with Reader() as reader:
        went = add_picture(case_file, reader, 1)
        export(case_file, ready, tmp_path / "a.pdf", reader=reader)
        stayed = add_picture(case_file, reader, 2)
    with case_file.session() as session, pytest.raises(StillNeeded):
        blobs.drop(session, CODE, went)
    (kept,) = sent.of_case(case_file, CODE)[0].files
    with case_file.session() as session, pytest.raises(StillNeeded):
        blobs.drop(session, CODE, kept.sha256)
    rows = {row.sha256: row.id for row in evidence_of(case_file)}
    for digest in (went, stayed):
        evidence.remove(case_file, CODE, rows[digest], at=AT)
    assert forget_unused(case_file, at=AT, at_once=True) == 1
    with case_file.session() as session:
        assert blobs.find(session, CODE, went) is not None
        assert blobs.find(session, CODE, stayed) is None


def evidence_of(file: CaseFile) -> list[evidence.Evidence]:
    return [one.entry for one in evidence.listed(file, CODE)]


# In several files


@pytest.fixture
def heavy(case_file: CaseFile) -> CaseFile:
    """A case with an exhibit that finds no room in one file: pages that do not compress."""
    side, out = 2600, io.BytesIO()
    noise = random.Random(7)
    first, *others = [Image.frombytes("RGB", (side, side), noise.randbytes(side * side * 3)) for _ in range(9)]
    first.save(out, "PDF", save_all=True, append_images=others, quality=30)
    with Reader() as reader:
        evidence.add(case_file, CODE, out.getvalue(), "a.pdf", title="Noise", kind="report", at=AT, reader=reader)
    return case_file


def test_a_packet_that_fits_no_mailbox_goes_in_numbered_files(heavy: CaseFile, ready: Case, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    told: list[tuple[int, int]] = []
    owner = pyrage.x25519.Identity.generate()
    with Reader() as reader:
        closing = Closing(keys=(str(owner.to_public()),))
        how = {"fit": True, "reader": reader, "closing": closing, "progress": lambda *step: told.append(step)}
        written = export(heavy, ready, folder / "p.pdf", **how)
        count = len(written.paths)
        assert count > 1
        names = [f"p-{number}-of-{count}.pdf.age" for number in range(1, count + 1)]
        assert [path.name for path in written.paths] == names == sorted(path.name for path in folder.iterdir())
        assert all(path.stat().st_size <= 5_000_000 for path in written.paths)
        assert sorted(number for mail in written.mails for number in mail) == list(range(count))
        assert told[-1] == (1000, 1000)
        assert [done for done, _ in told] == sorted(done for done, _ in told)
        (one,) = sent.of_case(heavy, CODE)
        assert [file.name for file in one.files] == names
        for number, path in enumerate(written.paths, 1):
            assert pyrage.decrypt(path.read_bytes(), [owner]) == sent.content(heavy, CODE, 1, number)

        # All or none: a folder stands where the last file should go, and the first one was there before.
        blocked = tmp_path / "blocked"
        blocked.mkdir()
        (blocked / f"p-1-of-{count}.pdf").write_bytes(b"what was there")
        (blocked / f"p-{count}-of-{count}.pdf").mkdir()
        retitled(heavy)
        with pytest.raises(Exception, match="already_exists"):
            export(heavy, ready, blocked / "p.pdf", fit=True, reader=reader)
        assert (blocked / f"p-1-of-{count}.pdf").read_bytes() == b"what was there"
        assert len(list(blocked.iterdir())) == 2
        (tmp_path / "out2").mkdir()
        with pytest.raises(Cancelled):
            export(heavy, ready, tmp_path / "out2" / "c.pdf", fit=True, reader=reader, cancelled=lambda: len(told) > 0)
        assert not list((tmp_path / "out2").iterdir())
        assert len(sent.of_case(heavy, CODE)) == 1
