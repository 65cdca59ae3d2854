"""What the window says about the state of a statement."""

from __future__ import annotations

from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.statements.reading import DRAFT, READING, SIGNING
from surveyor_app.wording.translation import tr


def why_not_editable(statement: Statement) -> str:
    """Return why nobody types over the words of a statement any more; empty while it is a draft."""
    if statement.sealed:
        return tr(
            "Signed and locked: nothing of it changes any more. What is to be added is a supplementary statement."
        )
    if statement.status == READING:
        return tr(
            "It is being read: the words taken down are not typed over. What is wrong is corrected while reading."
        )
    if statement.status == SIGNING:
        return tr("It is being signed: the words taken down are not typed over. A correction has its page signed anew.")
    if statement.status in (None, DRAFT):
        return ""
    return tr("It is not a draft any more: the words taken down are not typed over.")
