"""The strict reader: a good pack whole, every corrupted one refused with file, line and cause."""

from __future__ import annotations

import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from hrd_desktop.checklists.pack import pack_for, read_pack
from hrd_desktop.checklists.pack_toml import gaps
from hrd_desktop.errors import BadPack, NoPackForDate
from tests.checklists.build import PACK, PACK_FOLDER

FILES = ("pack.toml", "items.toml", "alerts.toml", "routes.toml", "texts.toml", "packet.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "hrd-2023-07"
    shutil.copytree(PACK_FOLDER, copy)
    return copy


def refused(folder: Path) -> tuple[str, int, str]:
    with pytest.raises(BadPack) as caught:
        read_pack(folder)
    facts = caught.value.facts
    return Path(str(facts["file"])).name, int(facts["line"]), str(facts["cause"])


def swap(folder: Path, file: str, old: str, new: str, *, nth: int = 0) -> int:
    """Replace one occurrence of a text in a file of the pack; gives its line."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    at = [match.start() for match in re.finditer(re.escape(old), text)][nth]
    path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")
    return text.count("\n", 0, at) + 1


def test_the_pack_says_what_is_in_force():
    assert (PACK.id, PACK.version, PACK.date) == ("hrd-2023-07", "1", date(2023, 7, 25))
    assert PACK.partners == ("unhcr", "front_line_defenders", "protect_defenders_eu")
    assert [PACK.places_per_year(year) for year in (2022, 2023, 2024, 2025, 2031)] == [None, 500, 500, None, None]
    assert (PACK.constants.child_under, PACK.constants.adult_age) == (22, 18)


def test_an_item_has_its_title_in_both_languages():
    assert PACK.title("H02", "en") == "Peaceful means"
    assert PACK.title("H02", "fr") == "Moyens pacifiques"


def test_packet_texts_come_in_both_languages():
    english, french = PACK.packet_text("en"), PACK.packet_text("fr")
    assert list(english) == list(french) != []
    assert all((*english.values(), *french.values()))


def test_a_citation_has_its_french_form():
    assert PACK.citation("A 96(a)", "fr") == "L 96a)"
    assert PACK.citation("A 96(a)", "en") == "A 96(a)"
    assert PACK.citation("R 25.1(7), IA s. 30", "fr") == "R 25.1(7), LI art. 30"


def test_the_pack_in_force_on_a_day():
    from dataclasses import replace

    older = replace(PACK, id="older", date=date(2021, 7, 16))
    packs = (PACK, older)
    assert pack_for(packs, date(2023, 7, 25)) is PACK
    assert pack_for(packs, date(2023, 7, 24)) is older
    with pytest.raises(NoPackForDate) as caught:
        pack_for(packs, date(2021, 7, 15))
    assert caught.value.facts == {"on": "2021-07-15", "first": "2021-07-16"}
    with pytest.raises(NoPackForDate):
        pack_for((), date(2026, 1, 1))


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_refused(folder: Path, file: str):
    (folder / file).unlink()
    assert refused(folder) == (file, 0, "the file cannot be read")


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_no_text_is_refused(folder: Path, file: str):
    (folder / file).write_bytes(b"\xff\xfe")
    assert refused(folder)[0] == file


@pytest.mark.parametrize("file", FILES)
def test_broken_toml_is_refused_with_its_line(folder: Path, file: str):
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(text + "\nbroken = = 1\n", encoding="utf-8")
    assert refused(folder) == (file, text.count("\n") + 2, "not valid TOML")


@pytest.mark.parametrize(
    ("file", "old", "new", "cause"),
    [
        ("pack.toml", 'id = "hrd-2023-07"', 'id = "hrd-2024-01"', "not the name of its folder"),
        ("pack.toml", 'version = "1"', "version = 1", "'version' must be a text"),
        ("pack.toml", 'version = "1"', 'version = " "', "'version' must be a text"),
        ("pack.toml", 'version = "1"', 'version = "1"\nextra = 1', "unknown key 'extra'"),
        ("pack.toml", "date = 2023-07-25", 'date = "2023-07-25"', "'date' must be a day"),
        ("pack.toml", "date = 2023-07-25", "date = 2023-07-25T01:00:00", "'date' must be a day"),
        ("pack.toml", 'partners = ["unhcr", ', 'partners = ["unhcr", "unhcr", ', "names something twice"),
        ("pack.toml", 'partners = ["unhcr", ', 'partners = ["unhrc", ', "unknown partner 'unhrc'"),
        ("pack.toml", 'partners = ["unhcr", ', "partners = [1, ", "must be a list of texts"),
        ("pack.toml", "places = 500", "places = -500", "whole number"),
        ("pack.toml", "places = 500", "places = true", "whole number"),
        ("pack.toml", "places = 500", "place = 500", "unknown key 'place'"),
        ("pack.toml", "from_year = 2025", "from_year = 2023", "years must rise"),
        ("pack.toml", "child_under = 22", "child_under = 21.5", "whole number"),
        ("pack.toml", "child_under = 22", "child_age = 22", "unknown constant 'child_age'"),
        ("pack.toml", '"07-01"', '"07-32"', "not a month and a day"),
        ("pack.toml", "[constants]", "constants = 1\n[texts]", "unknown key 'texts'"),
        ("items.toml", "[H01]", "[H99]", "unknown item 'H99'"),
        ("items.toml", "[H01]", "[A34d]", "unknown item 'A34d'"),
        ("items.toml", "[H01.citations.main]", "[H01.citations.other]", "unknown citation 'other'"),
        ("items.toml", "[E02.citations.residence]", "[E02.citations.main]", "unknown citation 'main'"),
        ("items.toml", "[H01.why.none]", "[H01.why.nothing]", "unknown reason 'nothing'"),
        ("items.toml", "[E02b.ask.returned]", "[E02b.ask.back]", "unknown reason 'back'"),
        ("items.toml", "title.en", "title.de", "unknown key 'de'"),
        ("items.toml", "title.en", "titel.en", "unknown key 'titel'"),
        ("items.toml", "{count} ({rows})", "{counts} ({rows})", "unknown gap {counts}"),
        ("items.toml", "{count} ({rows})", "{count ({rows})", "unmatched braces"),
        ("alerts.toml", "[state_label]", "[state_labels]", "unknown alert 'state_labels'"),
        ("alerts.toml", "citation.fr", "citation.es", "unknown key 'es'"),
        ("alerts.toml", "{rows}", "{row}", "unknown gap {row}"),
        ("routes.toml", "[ask_partners]", "[ask_partner]", "unknown route 'ask_partner'"),
        ("routes.toml", "[ask_partners]", "[ask_partners]\nrole = 1", "unknown key 'role'"),
        ("texts.toml", "[texts.and]", "[texts.or]", "unknown text 'or'"),
        ("texts.toml", "[texts.and]", "[words.and]", "unknown key 'words'"),
        ("texts.toml", "{count} more", "{some} more", "unknown gap {some}"),
    ],
)
def test_a_wrong_key_or_value_is_refused_on_its_line(folder: Path, file: str, old: str, new: str, cause: str):
    line = swap(folder, file, old, new) + new.count("\n")
    found = refused(folder)
    assert found[:2] == (file, line), found
    assert cause in found[2]


@pytest.mark.parametrize(
    ("file", "old", "new", "cause"),
    [
        ("pack.toml", 'version = "1"', "", "'version' is missing"),
        (
            "pack.toml",
            "[[places]]\nfrom_year = 2023\nplaces = 500\n\n[[places]]",
            "[places]",
            "must be a list of tables",
        ),
        ("texts.toml", '[texts.and]\nen = "and"\nfr = "et"', '[texts]\nand = "and"', "'and' must be a table"),
    ],
)
def test_a_value_of_another_shape_is_refused(folder: Path, file: str, old: str, new: str, cause: str):
    swap(folder, file, old, new)
    found = refused(folder)
    assert found[0] == file
    assert cause in found[2]


def blocks(file: str) -> list[str]:
    """Every table header of a file whose table is a sentence in two languages."""
    text = (PACK_FOLDER / file).read_text(encoding="utf-8")
    return re.findall(r"^\[[^\]]+\](?=\nen = )", text, re.MULTILINE)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("file", FILES[1:])
def test_every_translation_is_needed(folder: Path, file: str, lang: str):
    """Each sentence of a file in turn loses a language; the reader names the line of its table."""
    path = folder / file
    whole = path.read_text(encoding="utf-8")
    lines = whole.split("\n")
    sentences = [
        i for i, line in enumerate(lines) if line.startswith((f"{lang} = ", f"title.{lang} = ", f"question.{lang} = "))
    ]
    assert len(sentences) >= len(blocks(file)) > 5
    for i in sentences[:: max(1, len(sentences) // 25)]:
        path.write_text("\n".join([*lines[:i], "# gone", *lines[i + 1 :]]), encoding="utf-8")
        name, line, cause = refused(folder)
        assert name == file
        assert cause in (f"the translation {lang!r} is missing", f"{lang!r} is missing"), cause
        assert abs(line - (i + 1)) <= 3, (line, lines[i])


@pytest.mark.parametrize("file", FILES[1:])
def test_every_table_refuses_a_key_it_does_not_know(folder: Path, file: str):
    path = folder / file
    whole = path.read_text(encoding="utf-8")
    headers = re.findall(r"^\[[^\]]+\]$", whole, re.MULTILINE)
    for header in headers[:: max(1, len(headers) // 25)]:
        path.write_text(whole.replace(f"{header}\n", f"{header}\nzz = 1\n", 1), encoding="utf-8")
        at = whole[: whole.index(f"{header}\n")].count("\n") + 2
        found = refused(folder)
        assert found[:2] == (file, at), (header, found)
        assert "'zz'" in found[2]


@pytest.mark.parametrize(
    ("file", "what"), [("items.toml", "reason"), ("alerts.toml", "alert"), ("routes.toml", "route")]
)
def test_a_sentence_that_the_program_may_say_must_be_there(folder: Path, file: str, what: str):
    path = folder / file
    header = {"reason": "[H05.why.thin]", "alert": "[size_mismatch]", "route": "[regulated_adviser]"}[what]
    key = header.strip("[]").rpartition(".")[2]
    text = path.read_text(encoding="utf-8")
    start = text.index(header)
    end = text.find("\n[", start)
    path.write_text(text[:start] + (text[end + 1 :] if end > 0 else ""), encoding="utf-8")
    name, _, cause = refused(folder)
    assert (name, cause) == (file, f"the {what} '{key}' is missing")


def test_a_pack_may_lack_an_item(folder: Path):
    path = folder / "items.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("[F06]")], encoding="utf-8")
    assert set(PACK.items) - set(read_pack(folder).items) == {"F06"}


def test_a_constant_that_is_missing_is_refused(folder: Path):
    path = folder / "pack.toml"
    text = path.read_text(encoding="utf-8")
    for name in tomllib.loads(text)["constants"]:
        path.write_text(re.sub(rf"^{name} = .*$", "", text, flags=re.MULTILINE), encoding="utf-8")
        assert refused(folder)[2] == f"the constant '{name}' is missing"


def test_both_languages_of_a_sentence_use_the_same_facts():
    for item in PACK.items.values():
        for words in (*item.why.values(), *item.ask.values()):
            assert gaps(words["en"]) == gaps(words["fr"]), (item.id, words)
    for words in (*(note.text for note in PACK.alerts.values()), *PACK.texts.values()):
        assert gaps(words["en"]) == gaps(words["fr"]), words
