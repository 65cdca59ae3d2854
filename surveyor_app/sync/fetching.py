"""What the office has given out: the inbox, a whole case with the devices whose entries it holds, and who was locked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.wire_errors import Unreachable
from surveyor_app.protocol.entries import PullAnswer, from_wire
from surveyor_app.protocol.items import DeviceInfo
from surveyor_app.protocol.limits import LARGEST_NUMBER
from surveyor_app.protocol.messages import Assignment, InboxAnswer
from surveyor_app.sync.agreeing import device_info
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.patience import Patience


@dataclass(frozen=True, slots=True)
class FetchedCase:
    """All entries of a case in the order of their numbers, and every device needed to check them."""

    case_id: str
    entries: tuple[SignedEntry, ...]
    devices: tuple[DeviceInfo, ...]


def inbox(client: CentreClient, after: int = 0, *, patience: Patience | None = None) -> list[Assignment]:
    """Return the assignments with higher numbers than ``after``, rising.

    Raises:
        WireError: as the centre says, or ``unreachable``.
    """
    once = patience or Patience(patience_s=0)
    found: list[Assignment] = []
    more = True
    while more:
        path = f"/v1/inbox?after={found[-1].number if found else after}"
        answer = once.insist(lambda path=path: client.get(path, InboxAnswer))  # type: ignore[misc]
        _require_rising(client, found[-1].number if found else after, [item.number for item in answer.assignments])
        found += answer.assignments
        more = answer.more and bool(answer.assignments)
    return found


def revocation_list(client: CentreClient) -> bytes:
    """Return the list of certificates that the centre's authority took back, as it came; everybody may ask for it.

    Raises:
        WireError: as the centre says, or ``unreachable``; one that is too old has no such list.
    """
    return client.send("GET", "/v1/authority.crl", signed_in=False).content


def fetch_case(client: CentreClient, case_id: str, *, patience: Patience | None = None) -> FetchedCase:
    """Return all entries of a case.

    Raises:
        UnknownCase: when the centre does not know it.
        Forbidden: when it is not this surveyor's.
        WireError: as the centre says, or ``unreachable``.
    """
    once = patience or Patience(patience_s=0)
    entries: list[SignedEntry] = []
    devices: dict[str, DeviceInfo] = {}
    more = True
    while more:
        after = (entries[-1].number or 0) if entries else 0
        path = f"/v1/cases/{case_id}/entries?after={after}"
        answer = once.insist(lambda path=path: client.get(path, PullAnswer))  # type: ignore[misc]
        _require_rising(client, after, [entry.number for entry in answer.entries])
        entries += [from_wire(entry) for entry in answer.entries]
        devices.update({device.device: device_info(device) for device in answer.devices})
        more = answer.more and bool(answer.entries)
    return FetchedCase(case_id, tuple(entries), tuple(devices.values()))


def _require_rising(client: CentreClient, after: int, numbers: Sequence[int | None]) -> None:
    """Check that an answer goes on after what is here: one that begins again would never come to an end.

    Raises:
        Unreachable: it does not.
    """
    for number in numbers:
        if number is None or not after < number <= LARGEST_NUMBER:
            raise Unreachable(server=client.server, reason="foreign answer")
        after = number
