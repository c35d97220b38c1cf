"""The house keeps its shape: imports point down, rooms stay apart, files and functions stay short."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "wireledger"
SOURCES = sorted(PACKAGE.rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef
# Where one bad report becomes one Problem and the run goes on.
EDGE = PACKAGE / "engine"


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def functions(path: Path) -> Iterator[Function]:
    yield from (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines of the body, without the docstring."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_imports_only_point_down() -> None:
    """Import-linter's contracts in pyproject.toml; imports made for types only count too."""
    linter = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_files_are_short_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 350
    assert not text.strip() or ast.get_docstring(ast.parse(text)), "a module says in one line what it is"


def test_the_median_file_and_function_are_small() -> None:
    lines = [path.read_text(encoding="utf-8").count("\n") for path in SOURCES]
    lengths = sorted(length(f) for path in SOURCES for f in functions(path))
    assert statistics.median(lines) <= 150
    assert statistics.median(lengths) <= 8
    assert lengths[int(len(lengths) * 0.9)] < 25


def test_functions_take_five_arguments_at_most() -> None:
    """Verbs of the command line are exempt: each of their parameters is an option of the user's."""
    many = [
        f"{name(path)}: {f.name}"
        for path in SOURCES
        if not name(path).startswith("cli/")
        for f in functions(path)
        if len([a for a in f.args.posonlyargs + f.args.args + f.args.kwonlyargs if a.arg not in {"self", "cls"}]) > 5
    ]
    assert not many


def raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_only_the_engine_catches_everything() -> None:
    broad = {"Exception", "BaseException"}
    found = [
        f"{name(path)}:{node.lineno}"
        for path in SOURCES
        if not path.is_relative_to(EDGE)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and not raises_again(node)
        and (node.type is None or any(isinstance(n, ast.Name) and n.id in broad for n in ast.walk(node.type)))
    ]
    assert not found


def test_no_clock_is_read_below_the_command_line() -> None:
    clocks = {"now", "utcnow", "today"}
    found = [
        f"{name(path)}:{node.lineno}"
        for path in SOURCES
        if not name(path).startswith("cli/")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in clocks
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"date", "datetime"}
    ]
    assert not found


@pytest.mark.slow
def test_the_wheel_carries_every_file_of_the_package(tmp_path: Path) -> None:
    """Lexicon, templates and samples are data that a checkout has anyway; an installed wheel must have them too."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    listed = subprocess.run(["git", "ls-files", "src"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert {path.removeprefix("src/") for path in listed.splitlines()} <= inside
