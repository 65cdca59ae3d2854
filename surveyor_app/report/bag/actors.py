"""Who is said to have written a line is who holds the device that signed it, as the centre demands of every line it takes."""

from __future__ import annotations

from collections.abc import Mapping

from surveyor_app.domain.ownership import Role, Writer
from surveyor_app.report.bag.journal import BagJournal


def check_actors(journal: BagJournal, writers: Mapping[str, Writer]) -> None:
    """Find lines that name somebody else than the holder in their device's certificate.

    The office's device writes for all of its people, and a device without a certificate for nobody we know.
    """
    for digest, parsed in journal.lines.items():
        writer = writers.get(parsed.entry.device)
        if writer is None or writer.holder is None or writer.role is Role.OFFICE:
            continue
        if parsed.entry.actor != writer.holder:
            journal.blame(journal.places[digest], "actor")
