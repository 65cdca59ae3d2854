"""New epochs: how a restored backup or a cloned disk goes on without ever losing a line.

A file that is older than the head its profile remembers, or a centre that knows more of us than we do, means a second history
of the same device. Our own entries are pulled, and writing goes on in the next *epoch*, which leaves the old chain at the last
common entry and says so in its first line. What was written on a dead branch is written again in the new epoch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.identifiers import EntryHash
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.vocabulary import is_understood
from surveyor_app.records.appending import Author, ChainWriter, SaltSource, know_author, new_salt
from surveyor_app.records.applying import apply
from surveyor_app.records.branches.chains import Head, head_of
from surveyor_app.records.branches.forks import BRANCH
from surveyor_app.records.cases import lock_case
from surveyor_app.records.chunks import chunked
from surveyor_app.records.lines import Parsed, load_content, parse, reparse
from surveyor_app.records.schema import bodies, journal, quarantine


def restored(session: Session, case_id: str, known_heads: Iterable[Head]) -> bool:
    """Tell whether this database lacks entries that were once written: one of the heads that were seen is not in it."""
    wanted = {head.hash for head in known_heads}
    held: set[str] = set()
    for chunk in chunked(wanted):
        held |= set(
            session.scalars(select(journal.c.hash).where(journal.c.case_id == case_id, journal.c.hash.in_(chunk)))
        )
    return bool(wanted - held)


def open_epoch(
    session: Session,
    case_id: str,
    author: Author,
    after: EntryHash | None,
    reason: str,
    *,
    known_heads: Iterable[Head] = (),
    seen_to: int | None = None,
    beyond: Sequence[SignedEntry] = (),
    new_salt: SaltSource = new_salt,
) -> list[SignedEntry]:
    """Start the author's next epoch and write again in it what stands on dead branches of theirs.

    Args:
        session: The caller's transaction.
        case_id: The case.
        author: Whose device it is.
        after: The last common entry. ``None``: the entry where the oldest branch not yet dealt with left the main line, or
            else the last entry of the main line.
        reason: Why, for the first line of the epoch.
        known_heads: Heads the profile remembers; the new epoch's number lies above theirs.
        seen_to: The highest number that what is written again can have seen, where numbers began anew since.
        beyond: Own entries after a gap, in the order of their chain: what they say is written again as well.
        new_salt: Source of salts.

    Returns:
        The new entries. The repeated operations keep fields, reasons and ``base``: their author had seen no more than then,
        so what was changed elsewhere meanwhile shows as a conflict.

    Raises:
        NotFound: when ``after`` is not an applied entry of this device, or the device wrote nothing yet.
    """
    lock_case(session, case_id)
    known = know_author(session, author)
    device = author.signer.device_id
    lost: Sequence[Parsed] = _unrepeated(session, case_id, device)
    start = after or _parting(session, case_id, lost) or _own_head(session, case_id, device)
    lost = [*lost, *(parse(signed, case_id) for signed in beyond)]
    parent = session.execute(select(journal).where(journal.c.hash == start, journal.c.device == device)).one_or_none()
    if parent is None:
        raise NotFound(what="entry", id=start)
    highest = session.scalar(
        select(func.max(journal.c.epoch)).where(journal.c.case_id == case_id, journal.c.device == device)
    )
    epochs = [highest or 0, *(head.epoch for head in known_heads if head.device == device)]
    writer = ChainWriter(case_id, author, max(epochs) + 1, parent.seq, EntryHash(parent.hash), new_salt)
    # What is left of the old chain: the last common entry, and the tips of the branches that are written again below.
    fields = {"after": parent.hash, "branches": _tips(lost)}
    base = lock_case(session, case_id)
    written = writer.operation([Step(Action.NOTE, CASE_KIND, case_id, fields, reason)], base)
    for _, parts in groupby(lost, key=lambda parsed: parsed.entry.op):
        operation = list(parts)
        seen = operation[0].entry.base
        seen = seen if seen_to is None else min(seen, seen_to)
        if not all(is_understood(parsed.entry) for parsed in operation):
            written += writer.repeat(operation, seen)
            continue
        steps = [step for parsed in operation if (step := _step_of(parsed)) is not None]
        if steps:
            written += writer.operation(steps, seen)
    apply(session, case_id, written, known)
    return [parsed.signed() for parsed in written]


def begin_again(session: Session, case_id: str, author: Author, beyond: Sequence[SignedEntry]) -> list[SignedEntry]:
    """Write again what stood in lines whose chain has lost its beginning, at the beginning of the chain.

    Where the centre holds the lines that were lost it says that there are two histories, and an epoch follows.
    """
    base = lock_case(session, case_id)
    known = know_author(session, author)
    writer = ChainWriter(case_id, author, 0, 0, None, new_salt)
    written: list[Parsed] = []
    for _, parts in groupby((parse(signed, case_id) for signed in beyond), key=lambda parsed: parsed.entry.op):
        operation = list(parts)
        steps = [step for parsed in operation if (step := _step_of(parsed)) is not None]
        if steps:
            written += writer.operation(steps, min(base, operation[0].entry.base))
    apply(session, case_id, written, known)
    return [parsed.signed() for parsed in written]


def _own_head(session: Session, case_id: str, device: str) -> EntryHash:
    head = head_of(session, case_id, device)
    if head is None:
        raise NotFound(what="chain", id=device)
    return head.hash


def _unrepeated(session: Session, case_id: str, device: str) -> list[Parsed]:
    """Return the device's entries on dead branches that no epoch has written again yet, in the order of application."""
    query = (
        select(journal.c.line, journal.c.signature, journal.c.number, bodies.c.salt, bodies.c.content)
        .join(quarantine, (quarantine.c.hash == journal.c.hash) & (quarantine.c.reason == BRANCH))
        .outerjoin(bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
        .where(journal.c.case_id == case_id, journal.c.device == device)
        .order_by(journal.c.pos)
    )
    branch = {parsed.hash: parsed for row in session.execute(query).mappings() if (parsed := reparse(dict(row)))}
    repeated: set[EntryHash] = set()
    for tip in _named_tips(session, case_id, device):
        at: EntryHash | None = tip
        while at is not None and at in branch and at not in repeated:
            repeated.add(at)
            at = branch[at].entry.prev
    return [parsed for item, parsed in branch.items() if item not in repeated]


def _named_tips(session: Session, case_id: str, device: str) -> list[EntryHash]:
    """Return the tips of branches that the first lines of the device's epochs name; lines on branches count no more."""
    branch = select(quarantine.c.hash).where(quarantine.c.case_id == case_id, quarantine.c.reason == BRANCH)
    query = (
        select(bodies.c.content)
        .join(journal, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
        .where(
            journal.c.case_id == case_id,
            journal.c.device == device,
            journal.c.kind == CASE_KIND,
            journal.c.action == Action.NOTE.value,
            journal.c.hash.not_in(branch),
        )
    )
    tips: list[EntryHash] = []
    for content in session.scalars(query):
        named = load_content(content)[0].get("branches")
        if isinstance(named, list):
            tips += [EntryHash(item) for item in named if isinstance(item, str)]
    return tips


def _parting(session: Session, case_id: str, lost: Sequence[Parsed]) -> EntryHash | None:
    """Return the entry of the main line after which the oldest of these branches begins."""
    members = {parsed.hash for parsed in lost}
    roots = [parsed.entry for parsed in lost if parsed.entry.prev is not None and parsed.entry.prev not in members]
    on_branch = select(quarantine.c.hash).where(quarantine.c.case_id == case_id, quarantine.c.reason == BRANCH)
    dead = set(session.scalars(on_branch))
    starts = [entry for entry in roots if entry.prev not in dead]
    return min(starts, key=lambda entry: (entry.epoch, entry.seq)).prev if starts else None


def _tips(lost: Sequence[Parsed]) -> list[str]:
    inner = {parsed.entry.prev for parsed in lost}
    return sorted(parsed.hash for parsed in lost if parsed.hash not in inner)


def _step_of(parsed: Parsed) -> Step | None:
    """Return the step that says the same again; ``None`` where there is nothing to say (a note, an erased body)."""
    entry = parsed.entry
    if parsed.content is None or not isinstance(entry.action, Action):
        return None
    if entry.kind == CASE_KIND and entry.action is Action.NOTE:
        return None
    fields, reason = load_content(parsed.content)
    return Step(entry.action, entry.kind, entry.id, fields, reason)
