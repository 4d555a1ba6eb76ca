"""Long texts side by side: what differs is marked, in any script, and nothing in them is taken for markup."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from hrd_desktop.gui.merge_texts import as_page, is_long, marked, reads_from_right

SAID = "The men came to the printing house in the evening and asked for the list of names."
ARABIC = "كتبت عن المحاكمات في الصحيفة المحلية"


def plain(page: str) -> str:
    document = QTextDocument()
    document.setHtml(page)
    return document.toPlainText()


def test_what_only_one_text_has_is_marked_in_that_one():
    mine, theirs = marked(SAID, SAID.replace("evening", "night") + " Nobody has been there since.")
    assert "underline" in mine
    assert mine.count("<span") == 1
    assert ">evening</span>" in mine
    assert ">night</span>" in theirs
    assert ">Nobody has been there since.</span>" in theirs
    assert ">printing</span>" not in mine + theirs


def test_nothing_is_lost_in_the_unfolded_texts():
    long = "\n".join([SAID] * 12)
    other = long.replace("evening", "night", 1)
    mine, theirs = marked(long, other, folded=False)
    assert plain(mine).split() == long.split()
    assert plain(theirs).split() == other.split()


def test_long_stretches_in_common_are_folded():
    long = " ".join([SAID] * 12)
    mine, _ = marked(long, long + " And more.")
    assert "[…]" in mine
    assert len(plain(mine)) < len(long) / 3


def test_in_very_long_texts_too_only_what_differs_is_marked():
    said = [
        f"On day {day} the men came to the printing house in the evening and asked for {day} names."
        for day in range(400)
    ]
    other = [*said[:200], said[200].replace("evening", "night"), *said[201:]]
    mine, theirs = marked(" ".join(said), " ".join(other))
    assert mine.count("<span") == theirs.count("<span") == 1
    assert ">evening</span>" in mine
    assert ">night</span>" in theirs


def test_markup_in_a_text_is_only_text():
    page = as_page("<b>bold</b> & <script>")
    assert plain(page) == "<b>bold</b> & <script>"
    mine, _ = marked("<i>one</i>", "<i>two</i>")
    assert plain(mine) == "<i>one</i>"


def test_each_paragraph_goes_its_own_way():
    assert reads_from_right(ARABIC)
    assert reads_from_right(f"2019: {ARABIC}")
    assert not reads_from_right("Carnet")
    assert not reads_from_right("2019")
    page = as_page(f"{ARABIC}\nNotebook")
    assert page.index('dir="rtl"') < page.index('dir="ltr"')


def test_only_long_texts_are_compared():
    assert is_long("a", "b" * 200)
    assert not is_long("a", "b")
