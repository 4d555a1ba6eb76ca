"""Colours that can be read, icons in the colour of their role, a sheet without gaps."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from hrd_desktop import assets
from hrd_desktop.gui.colours import DARK, GROUNDS, LIGHT, TEXTS, current
from hrd_desktop.gui.icons import icon
from hrd_desktop.gui.theme import LEAST, role, sheet

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda each: each.name)
ICONS = sorted(assets.resource("icons").glob("*.svg"))


def luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read(colours, ground, text):
    assert contrast(colours.of(text), colours.of(ground)) >= 5


@BOTH
def test_chosen_rows_primary_buttons_and_borders_can_be_seen(colours):
    assert contrast(colours.of("ink"), colours.of("chosen")) >= 7
    assert contrast(colours.of("quiet"), colours.of("chosen")) >= 5
    assert contrast(colours.of("on_accent"), colours.of("accent")) >= 5
    assert contrast(colours.of("border"), colours.of("paper")) >= 3


@BOTH
def test_sheet_has_every_role_and_no_other_colour(colours):
    made = sheet(colours, 150)
    assert "$" not in made
    allowed = {value for name, value in vars(colours).items() if name != "name"}
    assert set(re.findall(r"#([0-9A-Fa-f]{6})\b", made)) <= allowed
    assert "24pt" in made
    assert "min-height: 38px" in sheet(colours, 100)


@BOTH
def test_pictures_of_the_sheet_are_there_in_its_colours(colours):
    allowed = {value for name, value in vars(colours).items() if name != "name"}
    wanted = set(re.findall(r"url\((.*?)\)", sheet(colours, 100)))
    assert wanted
    for path in wanted:
        text = assets.root().joinpath(path).read_text("utf-8")
        assert set(re.findall(r"#([0-9A-Fa-f]{6})", text)) <= allowed, path


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icons_are_of_one_weight_and_take_the_colour_of_their_role(path):
    text = path.read_text("utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke="currentColor" stroke-width="2"' in text
    assert "#" not in text
    seen = icon(path.stem, "stop").pixmap(QSize(48, 48)).toImage()
    colours = {
        seen.pixelColor(x, y).name() for x in range(48) for y in range(48) if seen.pixelColor(x, y).alpha() > 250
    }
    assert LIGHT.of("stop").name() in colours


def test_icons_follow_light_and_dark_without_being_told(dressed):
    picture = icon("add", "ink")
    dressed.set("dark", 100)
    assert current() is DARK
    middle = picture.pixmap(QSize(48, 48)).toImage().pixelColor(24, 24)
    assert middle.name() == DARK.of("ink").name()


def test_unknown_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icon("no_such_drawing")


@pytest.mark.parametrize("percent", [100, 200])
def test_controls_keep_their_least_height_and_grow_with_the_text(dressed, show, percent):
    dressed.set("light", percent)
    field, button = show(QLineEdit()), show(QPushButton("Open"))
    assert field.sizeHint().height() >= LEAST
    assert button.sizeHint().height() >= LEAST
    assert field.sizeHint().height() > field.fontMetrics().height()


def test_role_changes_what_is_drawn_also_later(dressed, show):
    label = show(QLabel("x"))
    plain = label.font().pointSizeF()
    role(label, "heading")
    assert label.font().pointSizeF() > plain
    role(label, "small")
    assert label.font().pointSizeF() < plain
