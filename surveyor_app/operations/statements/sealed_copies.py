"""The paper of a statement as it is handed out: a sealed one carries the signed lines that seal it, so that it proves itself."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.operations.editing.device_certificates import as_pem, certificate_files
from surveyor_app.operations.statements.closing import statement_pdf
from surveyor_app.operations.statements.contents import StatementContents, load_contents
from surveyor_app.records import devices, reading, sending
from surveyor_app.report.statements.seal import sealed_copy


def handed_out(case: CaseFile, statement_id: str) -> bytes:
    """Return the paper with its seal behind it, or a draft as it is.

    Raises:
        NotFound, BlobMissing, BlobDamaged, FontMissing, LayoutFailed: as for the paper alone.
    """
    pdf = statement_pdf(case, statement_id)
    contents = load_contents(case, statement_id)
    if not contents.statement.sealed or contents.statement.sha256 is None:
        return pdf
    with case.read() as session:
        aside = {item.hash for item in reading.quarantine_of(session, case.case_id)}
        # What somebody signed who had no right to is no part of it.
        entries = [item for item in sending.all_entries(session, case.case_id) if item.hash not in aside]
        known = devices.known_devices(session)
    lines = _sealing_lines(entries, contents)
    wrote = {entry.entry.device for entry in lines}
    enrolment = case.profile.enrolment()
    certificates = certificate_files(
        (device for device in known if device.id in wrote), case.profile.device_key.device_id, enrolment
    )
    return sealed_copy(pdf, lines, certificates, as_pem(enrolment.ca_der) if enrolment else None)


def _sealing_lines(entries: list[SignedEntry], contents: StatementContents) -> list[SignedEntry]:
    """Return the lines that name the paper, its pages and what is written on them by hand, and those that seal it.

    Nothing else leaves the case with a copy: what is in these lines stands on the paper too.
    """
    statement = contents.statement
    parts = {(StatementPage.KIND, page.id) for page in contents.pages} | {(Ink.KIND, ink.id) for ink in contents.inks}
    found = []
    for signed in entries:
        entry = signed.entry
        key = (entry.kind, entry.id)
        names_paper = signed.body is not None and signed.body.fields.get("sha256") == statement.sha256
        seals = entry.action in {Action.SIGN, Action.SEAL}
        if (key == (Statement.KIND, statement.id) and (names_paper or seals)) or (key in parts and not seals):
            found.append(signed)
    return found
