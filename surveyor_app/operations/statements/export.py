"""What a bag holds of statements: each paper as it was signed, the pictures of its pages, and what was written by hand."""

from __future__ import annotations

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.records import reading


def statement_files(case: CaseFile) -> dict[str, bytes]:
    """Return the files by ``folder/name``, withdrawn records included: what was signed and then changed is evidence too.

    Raises:
        BlobMissing, BlobDamaged: one of them cannot be read.
    """
    with case.read() as session:
        statements = reading.list_records(session, case.case_id, Statement, include_withdrawn=True)
        pages = reading.list_records(session, case.case_id, StatementPage, include_withdrawn=True)
        inks = reading.list_records(session, case.case_id, Ink, include_withdrawn=True)
    folder: dict[str, str] = {item.id: f"{n:02}-{item.id[:8]}" for n, item in enumerate(statements, start=1)}
    named: dict[str, str] = {}
    for statement in statements:
        if statement.sha256:
            named[f"{folder[statement.id]}/statement.pdf"] = statement.sha256
    for page in pages:
        if page.sha256:
            place = folder.get(page.statement_uid or "", "other")
            named[f"{place}/page-{page.no}-{page.id}.png"] = page.sha256
    for ink in inks:
        if ink.sha256:
            place = folder.get(ink.statement_uid or "", "other")
            ending = "png" if ink.form == "fingerprint" else "json"
            named[f"{place}/{ink.purpose}-{ink.role}-{ink.id}.{ending}"] = ink.sha256
    return {name: b"".join(read_blob(case, sha256)) for name, sha256 in named.items()}
