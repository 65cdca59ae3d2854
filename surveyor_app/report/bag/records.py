"""The records that name bytes, worked out from the lines of a bag's journal as laptop and centre work them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import BYTES_FOLDERS, R, decode_fields
from surveyor_app.domain.ownership import Role, Writer
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.projection import Line, project
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.domain.vocabulary import Part, lines_that_wait
from surveyor_app.protocol.roots import HeadMark
from surveyor_app.records.branches.main_lines import Node, ancestry_of, main_line
from surveyor_app.records.lines import Parsed, line_of, load_content
from surveyor_app.records.revocations import Revocation, effective, is_revocation, revocation_of, revoked_among
from surveyor_app.report.bag.places import original_places, report_places, statement_places


@dataclass(slots=True)
class MainLines:
    """The lines that count: those on no dead branch, and where each epoch left the one before."""

    lines: list[Parsed] = field(default_factory=list)
    heads: list[HeadMark] = field(default_factory=list)
    ancestry: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    branch: list[Parsed] = field(default_factory=list)


def main_lines(journal: Iterable[Parsed]) -> MainLines:
    """Tell the main line of each device from its dead branches."""
    of_device: dict[str, dict[str, Parsed]] = defaultdict(dict)
    for parsed in journal:
        of_device[parsed.entry.device][parsed.hash] = parsed
    found = MainLines()
    for device, own in of_device.items():
        nodes = {digest: _node(parsed) for digest, parsed in own.items()}
        main = main_line(nodes)
        members = {node.hash for line in main.values() for node in line}
        found.lines += [parsed for digest, parsed in own.items() if digest in members]
        found.branch += [parsed for digest, parsed in own.items() if digest not in members]
        for epoch, parent in ancestry_of(main, nodes).items():
            found.ancestry[device, epoch] = parent
        found.heads += [HeadMark(device, epoch, line[-1].seq, line[-1].hash) for epoch, line in main.items()]
    return found


def _node(parsed: Parsed) -> Node:
    entry = parsed.entry
    return Node(parsed.hash, entry.prev, entry.epoch, entry.seq, parsed.number, entry.kind, entry.id)


@dataclass(frozen=True, slots=True)
class BagRecords:
    """Records that name bytes, withdrawn ones included, each kind in the order in which it is listed everywhere.

    ``erased`` counts those whose first body was erased, so that nobody knows which bytes they named; ``newer`` counts lines that
    wait for a newer version of the program, which may name bytes this one knows nothing of; ``revoked`` those of no effect,
    because the office had locked out the device that signed them.
    """

    evidence: tuple[Evidence, ...]
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    pages: tuple[StatementPage, ...]
    inks: tuple[Ink, ...]
    erased: int
    newer: int
    revoked: int = 0

    def files(self, issued: bytes | None) -> dict[str, str]:
        """Return the SHA-256 of every file that the records name by its path in the bag."""
        return (
            original_places(self.evidence, issued)
            | report_places(self.reports)
            | statement_places(self.statements, self.pages, self.inks)
        )

    def named(self) -> list[tuple[str, str, str]]:
        """Return folder, record id and SHA-256 of all bytes, as the delivery root lists them."""
        records: list[Evidence | Report | Statement | StatementPage | Ink] = [
            *self.evidence,
            *self.reports,
            *self.statements,
            *self.pages,
            *self.inks,
        ]
        return [(BYTES_FOLDERS[item.KIND], item.id, item.sha256) for item in records if item.sha256 is not None]


def records_of(main: MainLines, writers: Mapping[str, Writer]) -> BagRecords:
    """Project the records that name bytes from the lines that count."""
    by_key: dict[str, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    erased = 0
    # Branches as well: whether the operation of a line is whole and understood does not turn on what stands beside it.
    waits = lines_that_wait(Part.of(parsed.hash, parsed.entry) for parsed in (*main.lines, *main.branch))
    revoked = revoked_lines(main, revocations_in(main, writers))
    for parsed in main.lines:
        entry = parsed.entry
        if entry.kind in BYTES_FOLDERS:
            writer = writers.get(entry.device, Writer(entry.device, Role.SURVEYOR))
            line = line_of(parsed, writer, waits=parsed.hash in waits, revoked=parsed.hash in revoked)
            by_key[entry.kind][entry.id].append(line)
            erased += parsed.content is None and entry.action in {Action.CREATE, Action.CHANGE}
    return BagRecords(
        evidence=_listed(Evidence, by_key[Evidence.KIND], main),
        reports=_listed(Report, by_key[Report.KIND], main),
        statements=_listed(Statement, by_key[Statement.KIND], main),
        pages=_listed(StatementPage, by_key[StatementPage.KIND], main),
        inks=_listed(Ink, by_key[Ink.KIND], main),
        erased=erased,
        newer=sum(parsed.hash in waits - revoked for parsed in main.lines),
        revoked=sum(parsed.hash in revoked for parsed in main.lines),
    )


def revocations_in(main: MainLines, writers: Mapping[str, Writer]) -> list[Revocation]:
    """Return which devices the office locked out in this case, and what it had accepted of them."""
    every = (*main.lines, *main.branch)
    waits = lines_that_wait(Part.of(parsed.hash, parsed.entry) for parsed in every)
    said = [
        (parsed.entry.device, revocation_of(parsed.fields))
        for parsed in every
        if is_revocation(parsed.entry) and parsed.hash not in waits
    ]
    return effective(said, writers)


def revoked_lines(main: MainLines, revocations: Iterable[Revocation]) -> set[str]:
    """Return the hashes of the lines that have no effect for that."""
    before: dict[str, dict[str, str | None]] = defaultdict(dict)
    for parsed in (*main.lines, *main.branch):
        before[parsed.entry.device][parsed.hash] = parsed.entry.prev
    return {line for item in revocations for line in revoked_among(before[item.device], [item])}


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """One line as the custody list needs it."""

    parsed: Parsed

    @property
    def hash(self) -> str:
        """The entry's hash."""
        return self.parsed.hash

    @property
    def at(self) -> str:
        """UTC with microseconds, as signed."""
        return self.parsed.entry.at

    @property
    def actor(self) -> str:
        """Who wrote it."""
        return self.parsed.entry.actor

    @property
    def action(self) -> Action | str:
        """What it does to its record."""
        return self.parsed.entry.action

    @property
    def id(self) -> str:
        """The record."""
        return self.parsed.entry.id

    @property
    def kind(self) -> str:
        """The kind of the record."""
        return self.parsed.entry.kind

    @property
    def fields(self) -> Mapping[str, Json] | None:
        """The fields of its body, if it is there."""
        return None if self.parsed.content is None else load_content(self.parsed.content)[0]

    @property
    def reason(self) -> str | None:
        """Why, if the body is there and says so."""
        return None if self.parsed.content is None else load_content(self.parsed.content)[1]


def _listed(record_class: type[R], lines: Mapping[str, list[Line]], main: MainLines) -> tuple[R, ...]:
    found = []
    for record_id, own in lines.items():
        state = project(own, main.ancestry)
        if not state.exists:
            continue
        values: dict[str, Any] = decode_fields(record_class.KIND, state.values)
        found.append(
            record_class(
                id=RecordId(record_id),
                withdrawn=state.withdrawn,
                withdrawn_reason=state.withdrawn_reason,
                sealed=state.sealed,
                **values,
            )
        )
    return tuple(sorted(found, key=_place))


def _place(record: Record) -> tuple[bool, str, str]:
    rank: str | None = getattr(record, "rank", None)
    return rank is None, rank or "", record.id
