"""A centre that says of every case that it holds nothing, whatever it takes: it stands before a real one."""

from __future__ import annotations

import json

from surveyor_app.protocol.numbering import numbering_digest
from tests.integration.changing_centre import ChangingCentre


class LyingCentre(ChangingCentre):
    """Changes what the answer says about the numbers it holds."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.change("/v1/cases", _holding_nothing)


def _holding_nothing(data: bytes) -> bytes:
    return json.dumps({**json.loads(data), "number": 0, "digest": numbering_digest([])}).encode()
