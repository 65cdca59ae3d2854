"""No sentence for people stands in the code of the command line without going through the translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.translation_sources import CODE

MODULES = sorted((CODE / "cli").glob("*.py"))
SAYING = {"say", "print", "read_secret", "ArgumentTypeError", "_show_code"}
"""Functions that are given what people read."""
TRANSLATING = {"tr", "tr_marked", "mark"}
SHOWN = {"help", "description", "epilog", "title"}
"""What a parser of arguments shows of what it is given."""
PASSED_OVER = (ast.Subscript, ast.Compare, ast.Dict)
PROGRAM = "surveyor"


def untranslated(node: ast.AST) -> Iterator[str]:
    """Yield the literals with words below a node that are in no call which translates."""
    # What picks a word, or a document for programs, is not what is said.
    if isinstance(node, PASSED_OVER) or (isinstance(node, ast.Call) and _name(node) in TRANSLATING):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if re.search(r"[^\W\d_]{2,}", node.value.replace(PROGRAM, "")):
            yield node.value
        return
    for child in ast.iter_child_nodes(node):
        yield from untranslated(child)


def said(module: Path) -> Iterator[str]:
    """Yield what a module says to people without translation."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            shown = [keyword.value for keyword in node.keywords if keyword.arg in SHOWN]
            if _name(node) in SAYING:
                shown += node.args
            for argument in shown:
                yield from untranslated(argument)


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_literal_for_people_is_translated(module: Path) -> None:
    assert list(said(module)) == []


def test_a_literal_that_is_not_is_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        'output.say(f"{count} file(s) left: " + name("x"))\nverbs.add_parser("new", help="a help")\n'
        'print(tr("fine"), file=err)\nread_secret(PASSPHRASE, "A prompt")\n',
        encoding="utf-8",
    )
    assert sorted(said(module)) == [" file(s) left: ", "A prompt", "a help"]
