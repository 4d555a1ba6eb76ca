"""French is complete, fits its English, and appears while the window stands."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel

import hrd_desktop.gui
from hrd_desktop import assets
from hrd_desktop.gui.i18n import Language, TsTranslator, read_ts, system_language

TS = assets.resource("i18n", "hrd_desktop_fr.ts")
GUI = Path(hrd_desktop.gui.__file__).parent
SOURCES = sorted(GUI.rglob("*.py"))
MARKED = ("tr", "translate", "QT_TRANSLATE_NOOP")


def texts():
    return [(context, source, forms) for (context, source, _), forms in read_ts(TS).items()]


def test_every_text_of_the_window_is_in_the_file_and_translated(tmp_path):
    fresh = tmp_path / "fr.ts"
    shutil.copy(TS, fresh)
    forms = sorted((assets.root() / "ui").glob("*.ui"))
    tool = Path(PySide6.__file__).parent / "lupdate"
    subprocess.run(
        [tool, "-silent", "-locations", "none", *SOURCES, *forms, "-ts", fresh], check=True, capture_output=True
    )
    wrong = [
        (context.findtext("name"), message.findtext("source"), translation.get("type"))
        for context in ElementTree.parse(fresh).getroot().iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is None or translation.get("type") or not translation.text
    ]
    assert wrong == []


def marked_texts():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                drawing = name == "translate" and len(node.args) < 2  # a painter or a rectangle that is moved
                if name in MARKED and not drawing and path.name != "i18n.py":
                    yield path, node, name


def test_marked_texts_are_whole_and_constant():
    """An f-string inside tr() would be extracted as literal text and never found again."""
    found = list(marked_texts())
    assert len(found) > 100
    for path, node, name in found:
        first, *more = node.args
        texts = node.args if name == "QT_TRANSLATE_NOOP" else [more[0]] if name == "translate" else [first]
        for text in texts:
            computed = isinstance(text, ast.JoinedStr | ast.BinOp) or (
                isinstance(text, ast.Call) and getattr(text.func, "attr", "") == "format"
            )
            assert not computed, f"{path.name}:{node.lineno}"


def test_gaps_and_endings_are_those_of_the_english():
    for context, source, forms in texts():
        for form in forms:
            assert sorted(re.findall(r"\{\w+\}", source)) == sorted(re.findall(r"\{\w+\}", form)), (context, source)
            assert ("&" in source) == ("&" in form), (context, source)
            end, there = (text.replace("...", "…")[-1] for text in (source, form))
            assert end not in ".…:" or there == end, (context, source)


def test_keys_of_one_menu_are_not_given_twice():
    menus = [form for context, _, (form,) in texts() if context == "Menus" and "&" in form]
    for names in (
        ("&Fichier", "&Affichage", "Aid&e"),
        ("&Langue", "&Clair ou sombre", "&Taille du texte", "&Dossiers"),
    ):
        assert set(names) <= set(menus)
        keys = [name[name.index("&") + 1].lower() for name in names]
        assert len(set(keys)) == len(keys)


def test_typography_is_that_of_print():
    for _, source, forms in texts():
        assert "'" not in source, source
        for form in forms:
            assert "'" not in form, form
            assert not re.search(
                r"[ \w][:»%](?!\w)", form.replace("\u00a0:", "").replace("\u00a0%", "").replace("\u00a0»", "")
            ), form
            assert "« " not in form, form


def test_switching_back_and_forth(qapp):
    language = Language("en")
    heard = []
    language.changed.connect(heard.append)
    try:
        language.set("fr")
        language.set("fr")
        assert QCoreApplication.translate("UnlockPage", "Show") == "Afficher"
        assert language.words.lang == "fr"
    finally:
        language.set("en")
    assert QCoreApplication.translate("UnlockPage", "Show") == "Show"
    assert heard == ["fr", "en"]
    assert language.words.lang == "en"


def test_own_buttons_of_qt_are_french_too(language, qtbot):
    language.set("fr")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"


def test_no_label_of_the_window_for_files_is_english(language, qtbot):
    def labels():
        dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
        qtbot.addWidget(dialog)
        return {label.text() for label in dialog.findChildren(QLabel)} - {""}

    english = labels()
    language.set("fr")
    assert len(english) > 2
    assert not english & labels()


def test_system_language_is_one_of_ours():
    assert system_language() in ("en", "fr")


def test_unfinished_is_left_english_and_plural_follows_french(tmp_path):
    path = tmp_path / "x.ts"
    path.write_text(
        """<TS version="2.1" language="fr"><context><name>A</name>
        <message><source>One</source><translation type="unfinished">Un</translation></message>
        <message><source>Two</source><comment>c</comment><translation>Deux</translation></message>
        <message numerus="yes"><source>%n days</source><translation>
        <numerusform>%n jour</numerusform><numerusform>%n jours</numerusform></translation></message>
        </context></TS>"""
    )
    translator = TsTranslator(read_ts(path))
    assert not translator.isEmpty()
    assert translator.translate("A", "One") is None
    assert translator.translate("A", "Two", "c") == "Deux"
    assert translator.translate("A", "Two") is None
    assert [translator.translate("A", "%n days", None, n) for n in (0, 1, 2)] == ["%n jour", "%n jour", "%n jours"]


@pytest.mark.parametrize("path", sorted((assets.root() / "ui").glob("*.ui")), ids=lambda path: path.stem)
def test_forms_hold_no_icon_text_or_code_as_translatable(path):
    """Roles and other words of the program are marked notr: a translator must never see them."""
    for string in ElementTree.parse(path).getroot().iter("string"):
        assert string.get("notr") or not re.fullmatch(r"[a-z_]*", string.text or ""), string.text
