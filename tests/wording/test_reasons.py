"""Every reason for which the program itself refuses an input has its words."""

from __future__ import annotations

import ast

from surveyor_app.domain.calculation.errors import FigureMissing, PackInvalid
from surveyor_app.domain.calculation.formulas import NotAFormula
from surveyor_app.domain.errors import InputError, TimestampFailed
from surveyor_app.domain.journal.fields import FieldType
from surveyor_app.domain.wire_errors import CentreKeysLocked, NotSent, Unreachable
from surveyor_app.wording.reasons import REASONS
from surveyor_app.wording.rules.pack_form import Wrong
from tests.ui.translation_sources import CODE

ERRORS = (
    InputError.__name__,
    TimestampFailed.__name__,
    Unreachable.__name__,
    CentreKeysLocked.__name__,
    NotSent.__name__,
    FigureMissing.__name__,
    PackInvalid.__name__,
)
"""Errors that say their reason in the program's own words."""
BY_POSITION = {Wrong.__name__: 1, NotAFormula.__name__: 0, "self._missing": 1}
"""What says the reason as one of its arguments: faults of rule packs and formulas, and figures that are missing."""


def written_reasons() -> set[str]:
    """Return every reason that is given to such an error as a literal."""
    texts = [path.read_text(encoding="utf-8") for path in CODE.rglob("*.py")]
    trees = [ast.parse(text) for text in texts if any(f"{name}(" in text for name in (*ERRORS, *BY_POSITION))]
    calls = [(_name(node.func), node) for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    refusals = [call for name, call in calls if name in ERRORS]
    values = [keyword.value for call in refusals for keyword in call.keywords if keyword.arg == "reason"]
    # What is wrong in a rule pack, and where, is said by position: place and reason, or reason and what is meant.
    values += [call.args[BY_POSITION[name]] for name, call in calls if name in BY_POSITION]
    return {str(part.value) for value in values for part in _parts(value) if isinstance(part, ast.Constant)}


def _name(called: ast.expr) -> str:
    """Return what is called, as far as it is a name or a method of one's own."""
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        return f"{called.value.id}.{called.attr}"
    return called.id if isinstance(called, ast.Name) else ""


def _parts(value: ast.expr) -> list[ast.expr]:
    """Return what a reason may be: both sides of a choice."""
    return [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]


def test_every_reason_has_its_words() -> None:
    of_types = {f"not a {type_.value}" for type_ in FieldType}
    written = written_reasons()
    assert "no UUID" in written
    assert written | of_types == set(REASONS)
