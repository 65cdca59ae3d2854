"""What the centre's numbers mean in one case, and how others are taken over: the ``NumberingStore`` of a delivery."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete

from surveyor_app.casefile import centre_loss, elsewhere
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.clocks import system_clock
from surveyor_app.casefile.schema import delivery_blob
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.ownership import Role
from surveyor_app.protocol.items import DeviceInfo
from surveyor_app.protocol.numbering import numbering_digest
from surveyor_app.records import bases, journal

REASON = "the centre lost entries and numbers anew"


class CaseNumbering:
    """Implements sync's ``NumberingStore`` for one open case; every call is one short transaction."""

    def __init__(self, case: CaseFile) -> None:
        """Serve ``case``, which stays open as long as this is used."""
        self._case = case
        self._device = case.profile.device_key.device_id

    def highest(self) -> int:
        """Return the highest number any entry here has, gaps before it or not."""
        with self._case.read() as session:
            return journal.highest_number(session, self._case.case_id)

    def digest(self, upto: int) -> str:
        """Return the digest over the entries numbered up to ``upto``."""
        with self._case.read() as session:
            return numbering_digest(journal.numbered_hashes(session, self._case.case_id, upto))

    def run_after(self, number: int, max_bytes: int) -> Sequence[SignedEntry]:
        """Return the entries numbered from ``number`` + 1 on: one chain, whole operations; empty when it is not here."""
        with self._case.read() as session:
            return journal.numbered_run(session, self._case.case_id, number, max_bytes)

    def note_loss(self, common: int) -> None:
        """Keep that the centre holds nothing above ``common`` for certain; no blob counts as being there, and no receipt."""
        with self._case.write() as session:
            entries = journal.count_above(session, self._case.case_id, common)
            centre_loss.note(session, utc_text(system_clock().at), entries, common)
            session.execute(delete(delivery_blob))
            reach("loss.before_commit")
        reach("loss.after_commit")

    def held(self, number: int) -> None:
        """Keep that the centre holds everything up to ``number`` again."""
        with self._case.write() as session:
            centre_loss.hold_to(session, number)

    def settled(self) -> None:
        """Keep that numbers mean the same again."""
        with self._case.read() as session:
            loss = centre_loss.load(session)
        if loss is not None and loss.held_to is not None:
            with self._case.write() as session:
                centre_loss.hold_to(session, None)

    def renumber(self, common: int, entries: Sequence[SignedEntry], devices: Sequence[DeviceInfo]) -> None:
        """Take over the centre's numbers above ``common``, and say in the chain how far this device had seen."""
        case_id = self._case.case_id
        with self._case.write() as session:
            for device in devices:
                journal.register_device(
                    session, device.id, device.public_key, Role(device.role), device.holder, device.certificate
                )
            journal.renumber(session, case_id, self._device, common, entries)
            elsewhere.note_absent(session, case_id)
            if journal.has_seen_more(session, case_id, self._device, common):
                self._case.append(session, [bases.agreement(case_id, common, REASON)])
            centre_loss.hold_to(session, None)
            reach("renumber.before_commit")
        reach("renumber.after_commit")

    def lost_runs(self, common: int, max_bytes: int) -> Sequence[Sequence[SignedEntry]]:
        """Return what the centre lost of other devices, in runs of one chain, as far as it can be handed back."""
        with self._case.read() as session:
            return list(journal.lost_runs(session, self._case.case_id, self._device, common, max_bytes))
