"""Every reason for which the program itself refuses an input has its words."""

from __future__ import annotations

import ast

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.fields import FieldType
from surveyor_app.wording.reasons import REASONS
from tests.ui.translation_sources import CODE


def written_reasons() -> set[str]:
    """Return every reason that is given to ``InputError`` as a literal."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in CODE.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    refusals = [call for call in calls if ast.unparse(call.func).endswith(InputError.__name__)]
    values = [keyword.value for call in refusals for keyword in call.keywords if keyword.arg == "reason"]
    return {str(value.value) for value in values if isinstance(value, ast.Constant)}


def test_every_reason_has_its_words() -> None:
    of_types = {f"not a {type_.value}" for type_ in FieldType}
    assert "no UUID" in written_reasons()
    assert written_reasons() | of_types == set(REASONS)
