"""What undo and redo would take back or do again, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveyor_app.wording.translation import current_language, mark, tr, tr_marked

if TYPE_CHECKING:
    # Its record kinds would hold the first window back; whoever has labels has loaded them.
    from surveyor_app.wording.labels import Labels

_OTHERS = {
    "import": mark("import"),
    "assign_shot": mark("shot of photos"),
    "skip_shot": mark("shot that does not apply"),
    "ask_shot": mark("shot asked for again"),
    "merge_person": mark("merging of two people"),
    "settle": mark("choice between several values"),
    "recover_drafts": mark("recovered typing"),
}


def words(label: str, labels: Labels) -> str:
    """Return an operation's label in the window's language; empty for one without a name."""
    if label in _OTHERS:
        return tr_marked(_OTHERS[label])
    verb, _, kind = label.partition("_")
    name = labels.kind(kind, current_language()) if kind else ""
    return {
        "create": tr("new: {kind}", kind=name),
        "change": tr("change: {kind}", kind=name),
        "withdraw": tr("withdrawal: {kind}", kind=name),
        "restore": tr("restoring: {kind}", kind=name),
        "move": tr("order: {kind}", kind=name),
    }.get(verb, "")
