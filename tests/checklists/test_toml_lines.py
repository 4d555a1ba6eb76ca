"""On which line a key of a pack file stands, whatever stands around it."""

from __future__ import annotations

import tomllib

import pytest

from hrd_desktop.checklists.toml_lines import line_of, lines_of
from tests.checklists.build import PACK_FOLDER

TEXT = """\
# a comment with key = 1 and [table]
id = "x"  # id = 2
many = [
    "a]b", # ]
    "c = d",
]
after = 2

[first.second]
en.fr = "[not.a.table]"
long = \"\"\"
key = "inside"
[inside]
\"\"\"
inline = { a = 1, b = [1, 2] }
last = 'single = quoted'

[[rows]]
from = 1
[[rows]]
from = 2
[rows_after]
"quoted key" = 3
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 2),
        (("many",), 3),
        (("after",), 7),
        (("first",), 9),
        (("first", "second"), 9),
        (("first", "second", "en"), 10),
        (("first", "second", "en", "fr"), 10),
        (("first", "second", "long"), 11),
        (("first", "second", "inline"), 15),
        (("first", "second", "last"), 16),
        (("rows", 0), 18),
        (("rows", 0, "from"), 19),
        (("rows", 1, "from"), 21),
        (("rows_after", "quoted key"), 23),
    ],
)
def test_line(path: tuple, line: int):
    assert lines_of(TEXT)[path] == line


def test_words_inside_strings_and_comments_are_no_keys():
    assert ("key",) not in lines_of(TEXT)
    assert ("inside",) not in lines_of(TEXT)
    assert ("first", "second", "key") not in lines_of(TEXT)


def test_what_has_no_line_of_its_own_takes_that_of_what_holds_it():
    lines = lines_of(TEXT)
    assert line_of(lines, ("first", "second", "inline", "a")) == 15
    assert line_of(lines, ("nowhere", "at", "all")) == 1
    assert line_of(lines, ()) == 1


@pytest.mark.parametrize("name", ["pack", "items", "alerts", "routes", "texts", "packet"])
def test_every_key_of_the_pack_is_found_on_a_line_that_holds_it(name: str):
    text = (PACK_FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    lines, written = lines_of(text), text.split("\n")

    def keys(value: object, path: tuple = ()):
        pairs = (
            value.items() if isinstance(value, dict) else enumerate(value) if path and isinstance(value, list) else ()
        )
        for key, inner in pairs:
            if isinstance(value, dict) or isinstance(inner, dict):
                yield (*path, key)
                yield from keys(inner, (*path, key))

    paths = list(keys(tomllib.loads(text)))
    assert len(paths) > 5
    for path in paths:
        named = [part for part in path if isinstance(part, str)][-1]
        assert named in written[lines[path] - 1], path
