"""Who may import whom (the table of folders), held by reading every module's imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import hrd_desktop

PACKAGE = Path(hrd_desktop.__file__).parent
PROJECT = PACKAGE.parent

COMMON = {"errors"}
MAY_IMPORT: dict[str, set[str]] = {
    "core": {"core"},
    "checklists": {"checklists", "core"},
    "vault": {"vault"},
    "store": {"store", "core", "vault", "romanise"},
    "documents": {"documents", "core"},
    "packet": {"packet", "core", "documents", "assets", "wording"},
    "exchange": {"exchange", "core"},
    "services": {
        "services", "core", "checklists", "vault", "store", "documents", "packet", "exchange",
        "assets", "paths", "wording", "settings", "romanise",
    },
    "gui": {"gui", "services", "core", "checklists", "assets", "settings", "wording", "paths", "logs"},
    "cli": {
        "cli_backup", "cli_damage", "cli_ending", "cli_entry", "cli_evidence", "cli_find", "cli_handing", "cli_keys",
        "cli_options", "cli_packet", "cli_paper", "cli_record", "cli_redact", "cli_rules",
        "services", "wording", "app", "logs", "terminal",
    },
    "cli_backup": {"cli_options", "services", "terminal"},
    "cli_damage": {"cli_options", "services", "terminal"},
    "cli_ending": {"cli_options", "services", "terminal"},
    "cli_entry": {"cli_options", "services", "terminal"},
    "cli_evidence": {"cli_entry", "cli_options", "services", "terminal"},
    "cli_find": {"cli_options", "services", "terminal"},
    "cli_handing": {"cli_options", "services", "terminal"},
    "cli_keys": {"cli_options", "services", "terminal"},
    "cli_options": {"services", "terminal"},
    "cli_packet": {"cli_options", "services", "terminal", "wording"},
    "cli_paper": {"cli_options", "services", "terminal"},
    "cli_record": {"cli_options", "services", "terminal"},
    "cli_redact": {"cli_evidence", "cli_options", "services", "terminal"},
    "cli_rules": {"cli_options", "services", "terminal"},
    "terminal": {"wording"},
    "app": {"gui", "services", "settings", "paths", "logs", "assets", "wording"},
    "wording": {"core", "assets", "wording", "romanise"},
    "romanise": set(),
    "assets": set(),
    "paths": set(),
    "settings": {"paths"},
    "errors": {"errors"},
    "logs": {"paths"},
    "__main__": {"cli"},
    "__init__": set(),
}  # fmt: skip

HOMES: dict[str, set[str]] = {
    "PySide6": {"gui", "app"},
    "sqlalchemy": {"store"},
    "sqlcipher3": {"store"},
    "alembic": {"store"},
    "filelock": {"store"},
    "cryptography": {"vault"},
    "reportlab": {"packet"},
    "uharfbuzz": {"packet"},
    "bidi": {"packet"},
    "img2pdf": {"documents"},
    "pypdfium2": {"documents"},
    "PIL": {"documents", "packet"},
    "pikepdf": {"documents", "packet"},
    "cattrs": {"exchange"},
    "cattr": {"exchange"},
    "pyrage": {"exchange"},
    "anyascii": {"romanise"},
    "rapidfuzz": {"services"},
    "zxcvbn": {"services"},
    "mnemonic": {"services"},
    "babel": {"wording"},
    "convertdate": {"wording"},
    "click": {
        "cli",
        "cli_backup",
        "cli_damage",
        "cli_ending",
        "cli_entry",
        "cli_evidence",
        "cli_find",
        "cli_keys",
        "cli_handing",
        "cli_options",
        "cli_packet",
        "cli_paper",
        "cli_record",
        "cli_redact",
        "cli_rules",
        "terminal",
    },
    "platformdirs": {"paths"},
}
NOBODY = {"socket", "urllib", "http", "ssl", "ftplib", "smtplib", "requests", "fitz"}
CLOCKLESS = ("core", "checklists")
CLOCK_CALLS = {"today", "now", "utcnow", "time", "monotonic"}


def home(module: str) -> str:
    """The folder or top-level module that a dotted name of our own belongs to."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def breaches(where: str, source: str) -> list[str]:
    """Every import of this source that the table does not allow to a module that lives in `where`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "hrd_desktop" else [module]
        for name in names:
            root = name.split(".")[0]
            if root == "hrd_desktop":
                target = home(name)
                if target == "__version__":
                    continue
                if target not in MAY_IMPORT[where] | COMMON | {"__init__"}:
                    found.append(f"{where} imports {name}")
            elif root in NOBODY or where not in HOMES.get(root, {where}):
                found.append(f"{where} imports {name}")
        if where in CLOCKLESS and isinstance(node, ast.Call) and called(node) in CLOCK_CALLS:
            found.append(f"{where} reads the clock: {ast.unparse(node)}")
    return found


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def modules() -> list[tuple[str, Path]]:
    return [
        (path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path)
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0] not in ("ui", "resources")
    ]


@pytest.mark.parametrize(
    ("where", "path"), modules(), ids=lambda value: value.name if isinstance(value, Path) else value
)
def test_a_module_imports_only_what_its_folder_may(where: str, path: Path) -> None:
    assert breaches(where, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("where", "source"),
    [
        ("core", "from hrd_desktop.store import cases"),
        ("core", "import sqlalchemy.orm"),
        ("core", "from datetime import date\nday = date.today()"),
        ("checklists", "def f():\n    from PySide6.QtCore import QObject"),
        ("gui", "from hrd_desktop import vault"),
        ("gui", "import hrd_desktop.packet.writer"),
        ("services", "from sqlalchemy.orm import Session"),
        ("packet", "import hrd_desktop.checklists.assess"),
        ("store", "from hrd_desktop.services.files import unlock"),
        ("exchange", "import urllib.request"),
    ],
)
def test_a_planted_breach_is_caught(where: str, source: str) -> None:
    assert len(breaches(where, source)) == 1


def test_every_folder_of_the_package_has_a_row() -> None:
    assert {where for where, _ in modules()} <= set(MAY_IMPORT)


def test_nothing_else_lies_at_the_top() -> None:
    allowed = {"hrd_desktop", "ui", "resources", "tests", "pyproject.toml", "build_installer.spec", "README.md",
               "CHANGELOG.md", "LICENSE"}  # fmt: skip
    made = {"build", "dist", "hrd-demo"}  # by the commands of the README
    found = {path.name for path in PROJECT.iterdir() if not path.name.startswith(".")}
    if "pyproject.toml" in found:
        assert found - allowed - made == set()
