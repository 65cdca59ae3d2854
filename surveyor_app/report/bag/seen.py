"""Lines that were there when others were written: who writes says how many numbered lines of the case they had seen (``base``).

So a line that was cut off the end of one chain is missed by what others wrote later. The centre numbers a line after it was
written, and gives every number once: the first N numbers belong to lines whose author had seen less than N.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from surveyor_app.records.bases import Limit, believed, limit_of
from surveyor_app.report.bag.journal import BagJournal
from surveyor_app.report.findings import Finding, FindingCode, bad


def check_seen(journal: BagJournal) -> Iterator[Finding]:
    """Find out whether all lines are here that somebody had seen; the first place where they are not says enough."""
    limits: dict[str, list[Limit]] = defaultdict(list)
    for parsed in journal.lines.values():
        entry = parsed.entry
        limit = limit_of(entry.action, entry.kind, entry.epoch, entry.seq, parsed.fields)
        if limit is not None:
            limits[entry.device].append(limit)
    seen = sorted(
        (believed(parsed.entry.base, parsed.entry.epoch, parsed.entry.seq, limits[parsed.entry.device]), place)
        for parsed, place in zip(journal.lines.values(), journal.places.values(), strict=True)
    )
    counts = [count for count, _place in seen]
    for count, place in seen:
        here = bisect_left(counts, count)
        if count > here:
            yield bad(FindingCode.SEEN_MISSING, line=place, seen=count, here=here)
            return
