"""How many losses may be reported without anybody of the office: whoever sends thousands fills no list and no disk."""

from __future__ import annotations

from surveyor_app.central.authority import attempts
from surveyor_app.central.centre import Centre

LOSS_REPORT = "loss report"
MOST_OF_ADDRESS, MOST_OF_ALL = 20, 300
"""So many an hour: behind one address there may be a garage, and more than the second nobody reads."""


def require_room(centre: Centre, address: str) -> None:
    """Let through one report of an address.

    Raises:
        TooManyAttempts: those of this hour are used up. Data: ``wait_s``.
    """
    attempts.spend(centre.database, LOSS_REPORT, address, MOST_OF_ADDRESS, centre.now())
    attempts.spend(centre.database, LOSS_REPORT, "", MOST_OF_ALL, centre.now())
