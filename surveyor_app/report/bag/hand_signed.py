"""What signed lines say of statements that were signed by hand: which bytes were sealed when and where, and who signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.records.lines import Parsed


@dataclass(frozen=True, slots=True)
class Sealing:
    """The line that sealed a statement: the device, its clock as it says itself, and the hash of the line."""

    device: str
    at: str
    clock: str
    line: str


@dataclass(frozen=True, slots=True)
class HandSigner:
    """Someone who signed by hand: the role (``statement_role``), the name, and how often."""

    role: str
    name: str
    signatures: int


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """One statement as the lines tell it.

    ``sha256`` and ``size`` are of its paper, ``None`` while it is not sealed; ``earlier`` are papers that lines named before.
    ``pages`` are the hashes of the texts of its pages, first page first; ``earlier_pages`` those of pages that were laid out
    and then withdrawn. ``sealing`` is ``None`` while nothing seals it.
    """

    id: str
    number: int
    sha256: str | None
    size: int | None
    earlier: frozenset[str]
    pages: tuple[str, ...]
    earlier_pages: frozenset[str]
    signers: tuple[HandSigner, ...]
    sealing: Sealing | None
    is_withdrawn: bool = False


def known_statements(
    lines: Iterable[Parsed], statements: Sequence[Statement], pages: Sequence[StatementPage], inks: Sequence[Ink]
) -> tuple[KnownStatement, ...]:
    """Return all statements in the order of their records, withdrawn ones too."""
    about: dict[str, list[Parsed]] = {}
    for parsed in lines:
        if parsed.entry.kind == Statement.KIND:
            about.setdefault(parsed.entry.id, []).append(parsed)
    return tuple(
        _known(place, statement, about.get(statement.id, []), pages, inks)
        for place, statement in enumerate(statements, start=1)
    )


def _known(
    place: int,
    statement: Statement,
    lines: Sequence[Parsed],
    pages: Sequence[StatementPage],
    inks: Sequence[Ink],
) -> KnownStatement:
    own = [page for page in pages if page.statement_uid == statement.id]
    current = sorted((page for page in own if not page.withdrawn), key=lambda page: page.no or 0)
    named = {str((parsed.fields or {}).get("sha256") or "") for parsed in lines} - {"", statement.sha256}
    return KnownStatement(
        id=statement.id,
        number=statement.seq_no or place,
        sha256=statement.sha256,
        size=statement.size_bytes,
        earlier=frozenset(named),
        pages=tuple(page.content_sha256 or "" for page in current),
        earlier_pages=frozenset(page.content_sha256 or "" for page in own if page.withdrawn),
        signers=_signers(statement, current, inks),
        sealing=_sealing(statement, lines) if statement.sealed and statement.sha256 else None,
        is_withdrawn=statement.withdrawn,
    )


def _signers(statement: Statement, pages: Sequence[StatementPage], inks: Sequence[Ink]) -> tuple[HandSigner, ...]:
    """Return who signed what is there now; a signature on a page that was laid out anew since is nobody's."""
    bound = {page.id: page.bound_sha256 for page in pages}
    count: dict[tuple[str, str], int] = {}
    for ink in inks:
        is_lost = ink.purpose == "page" and bound.get(RecordId(ink.target_uid or "")) != ink.bound_sha256
        if ink.statement_uid == statement.id and not ink.withdrawn and not is_lost:
            key = ink.role or "", ink.signer_name or ""
            count[key] = count.get(key, 0) + 1
    return tuple(HandSigner(role, name, number) for (role, name), number in count.items())


def _sealing(statement: Statement, lines: Sequence[Parsed]) -> Sealing | None:
    """Return the line that seals it; only the device that named its paper can have sealed that paper."""
    named = {parsed.entry.device for parsed in lines if (parsed.fields or {}).get("sha256") == statement.sha256}
    for parsed in lines:
        entry = parsed.entry
        if entry.action is Action.SEAL and entry.device in named:
            return Sealing(entry.device, entry.at, str(entry.clock.get("source") or ""), parsed.hash)
    return None
