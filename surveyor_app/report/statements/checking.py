"""Checks the paper of a hand-signed statement: alone, by the seal it carries, or against what a bag or a case says of it.

Nobody signs such a paper cryptographically; what proves it is the journal's line that names its hash. A paper that does not carry
that line proves nothing by itself, however complete it is, and is never said to hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.canonical import Json, sha256_hex
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.kinds import R, decode_fields
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.records.keys import verify_signature
from surveyor_app.records.lines import Parsed, parse
from surveyor_app.report.bag.hand_signed import KnownStatement, known_statements
from surveyor_app.report.bag.trust import BagDevices, anchors_of, check_signers, read_devices
from surveyor_app.report.findings import Finding, FindingCode, Level, bad, ok, warn
from surveyor_app.report.revocation_lists import NOTHING_KNOWN, Revocations
from surveyor_app.report.statements import differences
from surveyor_app.report.statements.paper import SEAL_NAME, StatementPaper, read_paper
from surveyor_app.report.statements.seal import Seal, SealBroken, read_seal, sealed_bytes, sealed_sha256

_STATUSES = {"closed", "refused"}


@dataclass(frozen=True, slots=True)
class StatementVerdict:
    """What holds of one paper. ``known`` is what signed lines say of it, ``None`` where none do.

    ``is_anchored``: the line that seals it leads to one of the roots given, so that it is proven by whom. ``devices`` are those
    of the seal, and ``sealed`` the SHA-256 of the paper without it.
    """

    findings: tuple[Finding, ...]
    paper: StatementPaper
    sealed: str
    known: KnownStatement | None = None
    is_anchored: bool = False
    devices: BagDevices = field(default_factory=lambda: BagDevices({}, {}, {}))

    @property
    def holds(self) -> bool:
        """Tell whether nothing speaks against it."""
        return all(finding.level is not Level.BAD for finding in self.findings)


def verify_statement(
    pdf: bytes, paper: StatementPaper, *, roots: Sequence[bytes] = (), revocations: Revocations = NOTHING_KNOWN
) -> StatementVerdict:
    """Check a paper by what it carries itself; ``roots`` are DER certificates of who is trusted.

    The clock of a device proves nothing: where its certificate was taken back, nothing says that it sealed the paper before.
    """
    found = [_complete(paper)]
    if paper.seal is None:
        found.append(warn(FindingCode.STATEMENT_NOT_PROVEN, name=_name(paper)))
        return StatementVerdict(tuple(found), paper, sha256_hex(pdf))
    try:
        seal = read_seal(pdf, paper.seal)
        return _by_seal(pdf, paper, seal, roots, revocations, found)
    except SealBroken as error:
        found.append(bad(FindingCode.STATEMENT_SEAL_BROKEN, name=_name(paper), reason=error.reason))
        return StatementVerdict(tuple(found), paper, sha256_hex(pdf))


def compare_statement(
    pdf: bytes, known: Sequence[KnownStatement], sealed_paper: Callable[[KnownStatement], bytes | None]
) -> tuple[list[Finding], KnownStatement | None]:
    """Compare a paper with the statements of a journal that holds; return what is found, and which of them it is.

    ``sealed_paper`` returns the sealed bytes of a statement where they are at hand, so that what differs can be named.

    Raises:
        PdfUnreadable: it is no PDF that can be read.
    """
    paper = read_paper(pdf)
    seal = None if paper is None else paper.seal
    sha256 = sealed_sha256(pdf, seal)
    for statement in known:
        if statement.sha256 == sha256 and statement.sealing is not None:
            return _sealed(statement, _name(paper) if paper else str(statement.number)), statement
    for statement in known:
        if sha256 in statement.earlier or (paper is not None and _is_earlier(paper, statement)):
            return [bad(FindingCode.STATEMENT_OLDER, number=statement.number)], statement
    mine = next((item for item in known if paper is not None and item.id == paper.id), None)
    if paper is None or mine is None:
        return [bad(FindingCode.STATEMENT_FOREIGN)], None
    if mine.sha256 is None or mine.sealing is None:
        return [bad(FindingCode.STATEMENT_DRAFT, number=mine.number)], mine
    sealed = sealed_paper(mine)
    reason, page = (differences.ELSEWHERE, 0)
    if paper.texts != mine.pages:
        reason, page = differences.TEXT, _first_other(paper.texts, mine.pages)
    if sealed is not None and sha256_hex(sealed) == mine.sha256:
        reason, page = differences.where_different(sealed_bytes(pdf, seal), sealed)
    if page:
        return [bad(FindingCode.STATEMENT_PAGE_CHANGED, number=mine.number, page=page, reason=reason)], mine
    return [bad(FindingCode.STATEMENT_CHANGED, number=mine.number, reason=reason)], mine


def _complete(paper: StatementPaper) -> Finding:
    if not paper.is_consistent:
        return bad(FindingCode.STATEMENT_INCONSISTENT, name=_name(paper))
    return ok(FindingCode.STATEMENT_COMPLETE, name=_name(paper), pages=paper.pages, report_no=paper.report_no or "-")


def _name(paper: StatementPaper) -> str:
    return f"{paper.title} {paper.subtitle}".strip() or paper.id


def _is_earlier(paper: StatementPaper, statement: KnownStatement) -> bool:
    """Tell whether the paper shows pages as they were laid out once and then withdrawn, and not those of now."""
    laid_out = {*statement.earlier_pages, *statement.pages}
    was = any(text in statement.earlier_pages for text in paper.texts)
    return paper.id == statement.id and was and all(text in laid_out for text in paper.texts)


def _first_other(mine: Sequence[str], theirs: Sequence[str]) -> int:
    pairs = zip(mine, theirs, strict=False)
    return next((n for n, (one, other) in enumerate(pairs, start=1) if one != other), min(len(mine), len(theirs)) + 1)


def _sealed(statement: KnownStatement, name: str) -> list[Finding]:
    """Return what is said of a paper that is just what was sealed."""
    sealing = statement.sealing
    assert sealing is not None  # looked at before
    found = [ok(FindingCode.STATEMENT_SEALED, statement=name, at=sealing.at, device=sealing.device)]
    if statement.is_withdrawn:
        found.append(warn(FindingCode.STATEMENT_WITHDRAWN, statement=name))
    return found


def _by_seal(
    pdf: bytes,
    paper: StatementPaper,
    seal: Seal,
    roots: Sequence[bytes],
    revocations: Revocations,
    found: list[Finding],
) -> StatementVerdict:
    anchors = anchors_of(roots, seal.authority)
    devices, about = read_devices({f"certificates/{name}": pem for name, pem in seal.certificates.items()}, anchors)
    lines = _lines(seal, devices)
    known = _known(lines, paper)
    sha256 = sha256_hex(pdf[: seal.size])
    if known.sha256 != sha256 or known.size != seal.size:
        raise SealBroken("other_paper")
    if known.pages != paper.texts:
        raise SealBroken("other_pages")
    wrote: dict[str, int] = {}
    for place, parsed in enumerate(lines, start=1):
        wrote.setdefault(parsed.entry.device, place)
    about += check_signers(devices, wrote, anchors)
    about += _taken_back(devices, wrote, revocations)
    if not roots:
        about.append(warn(FindingCode.TRUST_NOT_CHECKED, field="", signer=""))
    is_anchored = bool(roots) and all(device in devices.proven for device in wrote)
    return StatementVerdict((*found, *_sealed(known, _name(paper)), *about), paper, sha256, known, is_anchored, devices)


def _taken_back(devices: BagDevices, wrote: Iterable[str], revocations: Revocations) -> Iterator[Finding]:
    for device in wrote:
        certificate = devices.proven.get(device)
        since = None if certificate is None else revocations.since(certificate)
        if certificate is not None and since is not None:
            signer = certificate.subject.rfc4514_string()
            yield bad(FindingCode.SIGNER_REVOKED, field=SEAL_NAME, signer=signer, at=since.isoformat())


def _lines(seal: Seal, devices: BagDevices) -> list[Parsed]:
    """Return the lines, each of them signed by its device and with the body it names.

    Raises:
        SealBroken: one of them is not.
    """
    try:
        case = seal.lines[0].entry.case
        lines = [parse(signed, case) for signed in seal.lines]
    except (SurveyorError, IndexError) as error:
        raise SealBroken("line") from error
    for parsed in lines:
        key = devices.keys.get(parsed.entry.device)
        if (
            key is None
            or not verify_signature(key, parsed.line, parsed.signature)
            or (parsed.content is None and parsed.entry.action in {Action.CREATE, Action.CHANGE})
        ):
            raise SealBroken("line")
    return lines


def _known(lines: Sequence[Parsed], paper: StatementPaper) -> KnownStatement:
    """Return what the lines say of the statement of this paper.

    Raises:
        SealBroken: they are not those of one sealed statement.
    """
    statements = _records(Statement, lines)
    pages = [page for page in _records(StatementPage, lines) if page.statement_uid == paper.id]
    known = known_statements(lines, statements, pages, _records(Ink, lines))
    if len(known) != 1 or known[0].id != paper.id or known[0].sealing is None:
        raise SealBroken("other_statement")
    sealer = {parsed.entry.device for parsed in lines if parsed.entry.kind == Statement.KIND}
    if len(sealer) != 1 or statements[0].status not in _STATUSES:
        raise SealBroken("unsealed")
    return known[0]


def _records(record_class: type[R], lines: Sequence[Parsed]) -> list[R]:
    """Put the records together from a few lines: what the seal carries of each is all there is of it."""
    values: dict[str, dict[str, Json]] = {}
    sealed: set[str] = set()
    for parsed in sorted(lines, key=lambda line: (line.entry.device, line.entry.epoch, line.entry.seq)):
        if parsed.entry.kind == record_class.KIND:
            values.setdefault(parsed.entry.id, {}).update(parsed.fields or {})
            if parsed.entry.action is Action.SEAL:
                sealed.add(parsed.entry.id)
    return [
        record_class(id=RecordId(id_), sealed=id_ in sealed, **decode_fields(record_class.KIND, fields))
        for id_, fields in values.items()
    ]
