"""Where in a bag each file lies that a record names, so that the records alone say which files there must be, and which bytes.

The writer of a bag takes the places from here, and so does whoever checks one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.revisions import in_order
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.report.bag.content import REPORT, STATEMENTS
from surveyor_app.report.bag.names import original_path, safe_name
from surveyor_app.report.bag.original_numbers import number_originals


def original_places(evidence: Iterable[Evidence], issued: bytes | None) -> dict[str, str]:
    """Return the SHA-256 of each original by its path; ``issued`` is the manifest of the last report, if there is one."""
    numbered = number_originals(evidence, issued)
    return {original_path(n, item.file_name or ""): item.sha256 for n, item in numbered if item.sha256}


def report_places(reports: Iterable[Report]) -> dict[str, str]:
    """Return the SHA-256 of each issued report by its path; the current one is ``data/report.pdf``."""
    issued = [(report, report.sha256) for report in in_order(reports) if report.sha256]
    places: dict[str, str] = {}
    for count, (report, sha256) in enumerate(issued, start=1):
        path = "data/" + safe_name(f"report-{report.report_doc_no}{report.revision or ''}.pdf")
        if count == len(issued):
            path = REPORT
        elif path in places:
            path = f"data/report-{count}.pdf"
        places[path] = sha256
    return places


def issued_reports(reports: Iterable[Report]) -> tuple[str, ...]:
    """Return the SHA-256 of each issued report, the current one last."""
    return tuple(report.sha256 for report in in_order(reports) if report.sha256)


def statement_places(
    statements: Sequence[Statement], pages: Iterable[StatementPage], inks: Iterable[Ink]
) -> dict[str, str]:
    """Return the SHA-256 of each paper, picture of a page and piece of handwriting by its path.

    Withdrawn records take part: what was signed and then changed is evidence too.
    """
    folder: dict[str, str] = {item.id: f"{n:02}-{item.id[:8]}" for n, item in enumerate(statements, start=1)}
    named: dict[tuple[str, str], str] = {}
    for statement in statements:
        if statement.sha256:
            named[folder[statement.id], "statement.pdf"] = statement.sha256
    for page in pages:
        if page.sha256:
            named[folder.get(page.statement_uid or "", "other"), f"page-{page.no}-{page.id}.png"] = page.sha256
    for ink in inks:
        if ink.sha256:
            ending = "png" if ink.form == "fingerprint" else "json"
            place = folder.get(ink.statement_uid or "", "other")
            named[place, f"{ink.purpose}-{ink.role or 'signer'}-{ink.id}.{ending}"] = ink.sha256
    return {f"{STATEMENTS}/{safe_name(place)}/{safe_name(file)}": sha256 for (place, file), sha256 in named.items()}
