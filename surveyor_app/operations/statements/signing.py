"""Signing a statement: what is still to be signed by whom, each signature for itself, and closing it for ever.

::

    reading ──freeze──▶ signing ──every need given──▶ closed ─┐
                           │                                  ├─ sealed: what is to be added is a new statement
                           └──refuse──▶ staff sign ──▶ refused┘

A need is given only when the store holds an ink of that signer that is bound to what stands there now: strokes and record
come in one transaction, so a signature that was cut off never counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.progress import ReportProgress, silent
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.pages import correction_binding, whole_binding
from surveyor_app.domain.statements.strokes import Drawing
from surveyor_app.operations.statements.contents import StatementContents, load_contents
from surveyor_app.operations.statements.inks import InkGiven, give_fingerprint, give_ink
from surveyor_app.operations.statements.pages import freeze_pages
from surveyor_app.operations.statements.reading import SIGNING
from surveyor_app.operations.statements.signers import Signer, end_signers, page_signers


@dataclass(frozen=True, slots=True)
class Need:
    """One signature that is asked for, and the ink that gives it."""

    purpose: str
    form: str
    signer: Signer
    target_uid: str
    bound_sha256: str
    page_no: int | None = None
    ink_id: str | None = None
    print_id: str | None = None

    @property
    def is_given(self) -> bool:
        """Tell whether it was given: written by hand, or a fingerprint in place of it (domain §6.2 st_page_sign)."""
        return self.ink_id is not None or (self.print_id is not None and self.purpose in ("page", "correction"))


def needs(contents: StatementContents) -> tuple[Need, ...]:
    """Return what has to be signed, in the order in which it is asked for; none before the pages are laid out.

    First all of the person questioned, so that the laptop is turned round once: notice, corrections, pages, closing sentence.
    Then who else came with the person, then the staff. Whoever refuses is asked for nothing more.
    """
    if contents.statement.status != SIGNING or not contents.pages:
        return ()
    subject, *staff = page_signers(contents)
    refused = contents.statement.refused_at is not None
    wanted: list[Need] = [] if refused else list(_of_subject(contents, subject))
    wanted += [_page_need(contents, signer, -1) for signer in end_signers(contents) if signer.role != "recorder"]
    wanted += [_page_need(contents, signer, place) for signer in staff for place in range(len(contents.pages))]
    wanted += [_page_need(contents, signer, -1) for signer in end_signers(contents) if signer.role == "recorder"]
    return tuple(_with_ink(need, contents.inks) for need in wanted)


def give(case: CaseFile, statement_id: str, need: Need, drawing: Drawing, pointer: str) -> Changes:
    """Keep what the signer wrote.

    Raises:
        InputError: nothing was written, or what it was asked for is not there any more.
        StatementSigned, DiskFull, StorageFailed.
    """
    _require_need(case, statement_id, need)
    return give_ink(case, _given(statement_id, need, need.form, pointer), drawing)[1]


def give_print(case: CaseFile, statement_id: str, need: Need, png: bytes) -> Changes:
    """Keep a fingerprint (捺印) beside the signature or in place of it; errors as :func:`give`."""
    _require_need(case, statement_id, need)
    return give_fingerprint(case, _given(statement_id, need, "fingerprint", "image"), png)[1]


def refuse(
    case: CaseFile, statement_id: str, reason: str, witness_uid: str | None = None, progress: ReportProgress = silent
) -> Changes:
    """Note that the person refuses to sign (拒签), why, and who witnessed it; the staff then sign that.

    What was signed before stays as far as its pages are the same.

    Raises:
        InputError: no reason is given. Others as :func:`surveyor_app.operations.statements.pages.freeze_pages`.
    """
    if not reason.strip():
        raise InputError(field="statement.refusal_reason", reason="empty")

    head = {
        "refused_at": case.author.clock().instant(),
        "refusal_reason": reason.strip(),
        "refusal_witness_uid": witness_uid,
    }
    # One operation: a refusal that is noted and cannot be signed by anybody would be worth nothing.
    return replace(freeze_pages(case, statement_id, progress, head), label="refuse_statement")


def _of_subject(contents: StatementContents, subject: Signer) -> Iterable[Need]:
    statement = contents.statement
    if statement.notice_sha256 is not None:
        yield Need("notice", "signature", subject, statement.id, statement.notice_sha256)
    for correction in contents.corrections:
        yield Need("correction", "initials", subject, correction.id, correction_binding(correction))
    for place in range(len(contents.pages)):
        yield _page_need(contents, subject, place)
    yield Need("closing", "handwriting", subject, statement.id, closing_binding(contents))


def closing_binding(contents: StatementContents) -> str:
    """Return what the closing sentence is bound to: all pages as they are frozen."""
    bound = [page.bound_sha256 or "" for page in contents.pages]
    return whole_binding(contents.statement.id, "closing", bound)


def _page_need(contents: StatementContents, signer: Signer, place: int) -> Need:
    page = contents.pages[place]
    return Need("page", "signature", signer, page.id, page.bound_sha256 or "", page.no)


def _with_ink(need: Need, inks: Iterable[Ink]) -> Need:
    ink_id = print_id = None
    for ink in inks:
        is_for = (ink.purpose, ink.target_uid, ink.bound_sha256) == (need.purpose, need.target_uid, need.bound_sha256)
        if not is_for or not need.signer.gave(ink):
            continue
        if ink.form == "fingerprint":
            print_id = ink.id
        else:
            ink_id = ink.id
    return Need(
        need.purpose, need.form, need.signer, need.target_uid, need.bound_sha256, need.page_no, ink_id, print_id
    )


def _require_need(case: CaseFile, statement_id: str, need: Need) -> None:
    """Refuse what is not asked for (any more): a page that was laid out anew meanwhile is another page."""
    asked = {
        (item.purpose, item.target_uid, item.bound_sha256, item.signer)
        for item in needs(load_contents(case, statement_id))
    }
    if (need.purpose, need.target_uid, need.bound_sha256, need.signer) not in asked:
        raise InputError(field="ink", reason="not asked for any more")


def _given(statement_id: str, need: Need, form: str, pointer: str) -> InkGiven:
    return InkGiven(
        purpose=need.purpose,
        target_uid=need.target_uid,
        bound_sha256=need.bound_sha256,
        role=need.signer.role,
        form=form,
        statement_uid=statement_id,
        person_uid=need.signer.person_uid,
        signer_name=need.signer.name or None,
        pointer=pointer,
    )
