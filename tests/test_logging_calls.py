"""What the program itself gives to its log: constants, types and numbers alone, and nothing by another way.

`logs.Redacting` leaves out what is not on its white list; this holds that nobody relies on that.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import hrd_desktop

PACKAGE = Path(hrd_desktop.__file__).parent
LEVELS = {"debug", "info", "warning", "warn", "error", "exception", "critical", "log"}
SAFE_CALLS = {"type", "len", "int", "Constant"}
BESIDE = {"print", "pprint", "qDebug", "qInfo", "qWarning", "qCritical", "breakpoint"}
"""Ways past the log, to a terminal that may be kept by the system."""
MODULES = {"warnings": {"warn", "warn_explicit"}, "traceback": {"print_exc", "print_exception", "print_tb"}}


def breaches(source: str) -> list[str]:
    """Every call of this source that could bring more than a constant, a type or a number into a log."""
    tree = ast.parse(source)
    loggers = {"logging"} | {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _is_get_logger(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Call) and _breaks(node, loggers)]


def _breaks(call: ast.Call, loggers: set[str]) -> bool:
    function = call.func
    if isinstance(function, ast.Name):
        return function.id in BESIDE
    if not isinstance(function, ast.Attribute):
        return False
    if _is_get_logger(call):
        return not all(_names_the_program(arg) for arg in call.args) or not call.args
    if isinstance(function.value, ast.Name) and function.attr in MODULES.get(function.value.id, ()):
        return True
    to_log = _is_get_logger(function.value) or (isinstance(function.value, ast.Name) and function.value.id in loggers)
    if not to_log or function.attr not in LEVELS:
        return False
    message, *args = call.args or [ast.Constant(None)]
    told = {keyword.arg for keyword in call.keywords}
    return not (_is_text(message) and all(map(_is_safe, args)) and told <= {"exc_info"})


def _is_get_logger(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("logging.getLogger", "getLogger")


def _names_the_program(arg: ast.expr) -> bool:
    if isinstance(arg, ast.Constant):
        return isinstance(arg.value, str) and arg.value.split(".")[0] == "hrd_desktop"
    return isinstance(arg, ast.Name) and arg.id == "__name__"


def _is_text(arg: ast.expr) -> bool:
    return isinstance(arg, ast.Constant) and isinstance(arg.value, str)


def _is_safe(arg: ast.expr) -> bool:
    if isinstance(arg, ast.Constant):
        return True
    return isinstance(arg, ast.Call) and isinstance(arg.func, ast.Name) and arg.func.id in SAFE_CALLS


def sources() -> Iterator[Path]:
    # `logs` is the log itself: it is held by test_logs.
    return (path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "logs.py")


def test_the_program_logs_constants_types_and_numbers_alone() -> None:
    found = {str(path.relative_to(PACKAGE)): breaches(path.read_text(encoding="utf-8")) for path in sources()}
    assert {path: calls for path, calls in found.items() if calls} == {}


def test_there_is_something_to_hold() -> None:
    calls = [path for path in sources() if "_log." in path.read_text(encoding="utf-8")]
    assert len(calls) >= 2


@pytest.mark.parametrize(
    "source",
    [
        "_log = logging.getLogger(__name__)\n_log.error('failed: %s', error)",
        "_log = logging.getLogger(__name__)\n_log.error(f'failed: {name}')",
        "_log = logging.getLogger(__name__)\n_log.warning('failed: %s' % name)",
        "_log = logging.getLogger(__name__)\n_log.warning('failed', extra={'case': code})",
        "_log = logging.getLogger(__name__)\n_log.warning('failed', stack_info=True)",
        "_log = logging.getLogger(__name__)\n_log.info(message)",
        "logging.getLogger('hrd_desktop').error('x: %s', str(error))",
        "logging.warning('x: %r', case)",
        "logging.getLogger()",
        "logging.getLogger('sqlalchemy')",
        "print(case)",
        "warnings.warn(name)",
        "traceback.print_exc()",
        "qWarning(name)",
    ],
)
def test_a_planted_breach_is_caught(source: str) -> None:
    assert len(breaches(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "_log = logging.getLogger(__name__)\n_log.error('task failed: %s', type(error), exc_info=error)",
        "_log = logging.getLogger('hrd_desktop.gui')\n_log.warning('%d pages', len(pages))",
        "words.error('x', name)",
    ],
)
def test_what_is_safe_passes(source: str) -> None:
    assert breaches(source) == []
