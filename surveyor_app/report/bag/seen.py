"""Lines that were there when others were written: who writes says how many numbered lines of the case they had seen (``base``).

So a line that was cut off the end of one chain is missed by what others wrote later. The centre numbers a line after it was
written, and gives every number once: the first N numbers belong to lines whose author had seen less than N.

No device signs the numbers, and they decide which of two branches counts and what stands where two wrote the same. So they are
held against what is signed: each is given once, is larger than what its author had seen, and rises along every chain.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from surveyor_app.records.bases import Limit, believed, limit_of
from surveyor_app.records.lines import Parsed
from surveyor_app.report.bag.journal import BagJournal
from surveyor_app.report.findings import Finding, FindingCode, bad


def check_seen(journal: BagJournal) -> Iterator[Finding]:
    """Find out whether all lines are here that somebody had seen; the first place where they are not says enough."""
    limits = _limits(journal)
    seen = sorted((_seen_by(parsed, limits), journal.places[digest]) for digest, parsed in journal.lines.items())
    counts = [count for count, _place in seen]
    for count, place in seen:
        here = bisect_left(counts, count)
        if count > here:
            yield bad(FindingCode.SEEN_MISSING, line=place, seen=count, here=here)
            return


def check_numbers(journal: BagJournal) -> None:
    """Find numbers that no centre can have given to these lines."""
    limits = _limits(journal)
    given: set[int] = set()
    for digest, parsed in journal.lines.items():
        number = parsed.number
        if number is None:
            continue
        before = None if parsed.entry.prev is None else journal.lines[parsed.entry.prev].number
        if number in given or number <= max(before or 0, _seen_by(parsed, limits)):
            journal.blame(journal.places[digest], "number")
        given.add(number)


def _limits(journal: BagJournal) -> dict[str, list[Limit]]:
    limits: dict[str, list[Limit]] = defaultdict(list)
    for parsed in journal.lines.values():
        entry = parsed.entry
        limit = limit_of(entry.action, entry.kind, entry.epoch, entry.seq, parsed.fields)
        if limit is not None:
            limits[entry.device].append(limit)
    return limits


def _seen_by(parsed: Parsed, limits: Mapping[str, Sequence[Limit]]) -> int:
    entry = parsed.entry
    return believed(entry.base, entry.epoch, entry.seq, limits.get(entry.device, ()))
