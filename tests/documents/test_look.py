"""The first look at a file: what it is, what it carries, and a clear word about what cannot be opened."""

from __future__ import annotations

import hashlib

import pytest
from PIL import Image

from hrd_desktop.documents.found import Found
from hrd_desktop.documents.kinds import kind_of
from hrd_desktop.documents.look import look
from tests.documents import papers


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (papers.pdf(), "a.pdf", "pdf"),
        (papers.photograph_with_a_story(), "x.txt", "jpeg"),
        (papers.saved(papers.page(), "PNG"), "", "png"),
        (papers.saved(papers.page(), "TIFF"), "", "tiff"),
        (papers.saved(papers.page(), "WEBP"), "", "webp"),
        (papers.mail(), "", "mail"),
        (b"Hello", "a.eml", "mail"),
        (papers.word(), "", "word"),
        ("Salut, ça va ?".encode(), "", "text"),
        ("متن".encode("utf-16"), "", "text"),
        (b"ID3\x04\x00", "", "audio"),
        (b"\x00\x00\x00\x18ftypM4A ....", "", "audio"),
        (b"\x00\x00\x00\x18ftypmp42....", "", "video"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "", "audio"),
        (b"\x00\x01\x02\x03", "", "unknown"),
        (b"PK\x03\x04 not a zip", "", "unknown"),
        (b"", "", "unknown"),
    ],
)
def test_a_kind_is_told_by_the_bytes(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind


def told(found: Found) -> dict[str, str]:
    return {carried.what: carried.told for carried in found.carries}


def test_a_photograph_tells_where_it_was_taken() -> None:
    data = papers.photograph_with_a_story()
    found = look(data)
    assert (found.kind, found.pages, found.trouble) == ("jpeg", 1, None)
    assert (found.width, found.height) == (300, 400)  # upright, as it was held
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert told(found)["place"] == "12.5000 N, 42.2500 E"
    assert told(found)["author"] == "Canary Artist"
    assert told(found)["taken_at"] == "2026:03:02 21:15:00"
    assert told(found)["comment"] == "Canary comment"
    assert {"device", "author", "place", "taken_at", "comment"} <= told(found).keys()


def test_a_pdf_tells_what_it_would_do() -> None:
    found = look(papers.hostile_pdf())
    assert found.trouble is None
    assert told(found) | {} == {
        **told(found), "script": "", "attachment": "1", "comment": "1", "link": "1", "form_data": "1",
        "author": "Canary Author",
    }  # fmt: skip


def test_letters_and_mails_tell_their_way() -> None:
    changed = (
        "<w:ins><w:r><w:t>x</w:t></w:r></w:ins><w:del/><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>y</w:t></w:r></w:p>"
    )
    found = look(papers.word(changed, word__comments_dot_xml=b"<c/>", word__vbaProject_dot_bin=b"x"))
    assert told(found) == {"comment": "", "script": "", "edit_history": "2", "hidden_text": ""}
    assert told(look(papers.mail())) == {"address": "1", "tool": "Pigeon 4", "attachment": "1"}


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", "empty"),
        (b"\x00\x01", "unknown_kind"),
        (papers.locked_pdf(), "encrypted"),
        (b"%PDF-1.7 and no more", "broken"),
        (papers.circular_pdf(), "broken"),
        (papers.endless_png(), "too_many_pixels"),
        (papers.photograph_with_a_story()[:300], "broken"),
        (papers.laughing_word(), "broken"),
        (papers.swelling_word(), "unpacks_too_large"),
    ],
    ids=["empty", "unknown", "locked", "torn", "circle", "endless", "cut", "laughing", "swelling"],
)
def test_what_cannot_be_opened_says_why(data: bytes, trouble: str) -> None:
    assert look(data).trouble == trouble


def test_pages_of_a_fax_are_counted() -> None:
    first = papers.page().convert("1")
    data = papers.saved(first, "TIFF", save_all=True, append_images=[first, first], compression="group4")
    assert look(data).pages == 3


def test_what_is_hard_to_read_is_said() -> None:
    sharp = papers.page()
    assert look(papers.saved(sharp, "PNG", dpi=(200, 200))).flaws == []
    small = sharp.resize((496, 702))
    assert "low_resolution" in look(papers.saved(small, "PNG")).flaws
    from PIL import ImageFilter

    assert "blurred" in look(papers.saved(sharp.filter(ImageFilter.GaussianBlur(9)), "PNG", dpi=(200, 200))).flaws
    cut = sharp.crop((200, 0, 1240, 1754))
    assert "cut_edge" in look(papers.saved(cut, "PNG", dpi=(200, 200))).flaws
    dark = Image.eval(sharp, lambda value: value // 5)
    assert "dark" in look(papers.saved(dark, "PNG", dpi=(200, 200))).flaws


def test_a_photograph_for_the_screen_is_unpacked_small_but_sharp_enough() -> None:
    from hrd_desktop.documents.pages import page_picture

    data = papers.saved(papers.page(0.0, 3000, 4000).convert("RGB"), "JPEG")
    picture, _ = page_picture(data, 0, 110.0, least=900)
    assert 900 <= picture.width < 3000
    assert page_picture(data, 0, 110.0)[0].size == (3000, 4000)
