"""The notice (告知书) of a statement as it was read to the person."""

from __future__ import annotations

from surveyor_app.domain.claims import Claim
from surveyor_app.operations.statement_contents import StatementContents


def notice_as_read(contents: StatementContents, claim: Claim | None) -> str:
    """Return the text that was read, empty when none was."""
    return ""
