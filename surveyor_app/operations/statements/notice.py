"""The notice (告知书) of a statement: its text for this person, that it was read, and the text as it was read.

The exact text is kept in the case by its hash. Where it is not at hand (the case came from another laptop) it is filled in
again, from every version of the template; only a text with the same hash is what was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from surveyor_app.casefile import storing
from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import BlobDamaged, BlobMissing
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.statements.errors import StatementIncomplete
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.rules import is_minor
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.domain.statements.strokes import Drawing
from surveyor_app.domain.texts import Language
from surveyor_app.operations.editing.rights import require_open_statement, require_unsealed
from surveyor_app.operations.statements.contents import StatementContents, contents_of, names_of
from surveyor_app.operations.statements.inks import InkGiven, keep_ink
from surveyor_app.operations.statements.signers import subject_of
from surveyor_app.records import reading
from surveyor_app.wording.languages import CHINESE, find_language
from surveyor_app.wording.notices import Notice, Notices, load_notices
from surveyor_app.wording.statement_words import paper_language
from surveyor_app.wording.words import word

READ_AGAIN = "read_again"
"""Why the acknowledgement of a notice is withdrawn: another text was read since."""

_UNKNOWN = "—"
_JOINER = "+"


@dataclass(frozen=True, slots=True)
class NoticeText:
    """A notice filled in for one statement. ``id`` names both where one for minors is added."""

    id: str
    version: str
    language: Language
    text: str

    @property
    def sha256(self) -> str:
        """The hash of the exact text, UTF-8."""
        return sha256_hex(self.text.encode())


def notice_text(contents: StatementContents, claim: Claim | None) -> NoticeText:
    """Return the notice that is read to this person now, in the statement's language."""
    notices = load_notices(resources_dir())
    parts = _parts(notices, contents, claim)
    return _filled(notices, contents, claim, parts, paper_language(contents.statement))


def notice_now(case: CaseFile, statement_id: str) -> NoticeText:
    """Return the same, read from the case.

    Raises:
        NotFound: there is no such statement.
    """
    with case.read() as session:
        return notice_text(contents_of(session, case.case_id, statement_id), _claim(case, session))


def read_notice(
    case: CaseFile,
    statement_id: str,
    mode: str,
    drawing: Drawing | None = None,
    pointer: str = "mouse",
    at: Instant | None = None,
) -> Changes:
    """Note that the notice was read, and keep what the person wrote to acknowledge it; one operation.

    Without a ``drawing`` the signature is asked for when the statement is signed. An acknowledgement of another text that was
    read before is withdrawn. ``mode`` is of the enumeration ``notice_mode``; it was read ``at`` a time, or just now. Where this
    very text was read before, when and how stays as it was: it is signed now, and no more.

    Raises:
        NotFound, StatementSigned, Sealed, DiskFull, StorageFailed: nothing was noted.
        StatementIncomplete: nobody was chosen as the person questioned, and somebody signed.
    """
    text = notice_now(case, statement_id)
    storing.store_blob(case, (text.text.encode(),))

    def noting(session: Session) -> list[Step]:
        require_open_statement(case, session, Statement.KIND, statement_id)
        require_unsealed(case, session, Statement.KIND, [statement_id])
        contents = contents_of(session, case.case_id, statement_id)
        older = [ink for ink in contents.inks if ink.purpose == "notice"]
        left = [Step(Action.WITHDRAW, Ink.KIND, ink.id, reason=READ_AGAIN) for ink in older]
        if contents.statement.notice_sha256 == text.sha256 and contents.statement.notice_read_at is not None:
            return left if drawing is not None else []
        values = {
            "notice_id": text.id,
            "notice_version": text.version,
            "notice_language": text.language.tag,
            "notice_sha256": text.sha256,
            "notice_read_at": at or case.author.clock().instant(),
            "notice_mode": mode,
        }
        return [*left, Step(Action.CHANGE, Statement.KIND, statement_id, encode_fields(Statement.KIND, values))]

    if drawing is None:
        return case.apply_planned(noting, "read_notice")
    return keep_ink(case, _acknowledgement(case, statement_id, text, pointer), drawing, noting, "read_notice")[1]


def notice_as_read(case: CaseFile, contents: StatementContents, claim: Claim | None) -> str:
    """Return the text that was read, empty when none was, or when no text with its hash can be had any more."""
    sha256 = contents.statement.notice_sha256
    if sha256 is None:
        return ""
    try:
        return b"".join(read_blob(case, sha256)).decode()
    except (BlobMissing, BlobDamaged, UnicodeDecodeError):
        return next((found.text for found in _candidates(contents, claim) if found.sha256 == sha256), "")


def _acknowledgement(case: CaseFile, statement_id: str, text: NoticeText, pointer: str) -> InkGiven:
    with case.read() as session:
        contents = contents_of(session, case.case_id, statement_id)
    if contents.subject is None:
        raise StatementIncomplete(missing="subject", id=statement_id)
    signer = subject_of(contents)
    return InkGiven(
        purpose="notice",
        target_uid=statement_id,
        bound_sha256=text.sha256,
        role=signer.role,
        statement_uid=statement_id,
        person_uid=signer.person_uid,
        signer_name=signer.name or None,
        pointer=pointer,
    )


def _candidates(contents: StatementContents, claim: Claim | None) -> Iterable[NoticeText]:
    """Yield the notice of the noted id in each version of its templates."""
    notices = load_notices(resources_dir())
    statement = contents.statement
    language = find_language(statement.notice_language or CHINESE)
    ids = (statement.notice_id or "").split(_JOINER)
    for first in notices.versions_of(ids[0]):
        if len(ids) == 1:
            yield _filled(notices, contents, claim, [first], language)
        for added in notices.versions_of(ids[-1]) if len(ids) > 1 else []:
            yield _filled(notices, contents, claim, [first, added], language)


def _parts(notices: Notices, contents: StatementContents, claim: Claim | None) -> list[Notice]:
    found = [notices.for_kind(contents.statement.kind, claim.insurer if claim else None)]
    return [*found, notices.for_minor()] if is_minor(contents.statement, contents.subject) else found


def _filled(
    notices: Notices, contents: StatementContents, claim: Claim | None, parts: list[Notice], language: Language
) -> NoticeText:
    values = _values(notices, contents, claim, language)
    older = {**values, **_values_of_older(contents, claim, language)}
    return NoticeText(
        id=_JOINER.join(part.id for part in parts),
        version=_JOINER.join(part.version for part in parts),
        language=language,
        text="\n".join(part.read(language, older if part.is_older else values) for part in parts),
    )


def _values(
    notices: Notices, contents: StatementContents, claim: Claim | None, language: Language
) -> Mapping[str, str]:
    insurer = (claim.insurer if claim else None) or word("insurer").in_(language)
    return {
        "insurer": insurer,
        "opening": notices.name("opening", language, names_of(contents, "questioner"), insurer),
        "guardians": notices.name("guardians", language, names_of(contents, "guardian"), insurer),
        "reason": _reason(contents, language),
    }


def _values_of_older(contents: StatementContents, claim: Claim | None, language: Language) -> Mapping[str, str]:
    """Return what the first versions were filled in with: two surveyors and one guardian, or a dash for each."""
    staff = [*names_of(contents, "questioner"), _UNKNOWN, _UNKNOWN]
    return {
        "insurer": (claim.insurer if claim else None) or _UNKNOWN,
        "s1": staff[0],
        "s2": staff[1],
        "guardian": next(iter(names_of(contents, "guardian")), _UNKNOWN),
        "reason": _reason(contents, language),
    }


def _reason(contents: StatementContents, language: Language) -> str:
    return contents.statement.guardian_absent_reason or word("none").in_(language)


def _claim(case: CaseFile, session: Session) -> Claim | None:
    claims = reading.list_records(session, case.case_id, Claim)
    return claims[0] if claims else None
