"""The table in short: every forgery is caught and named; the whole of it is ``python -m tests.judges.tampering``."""

from __future__ import annotations

import pytest

from tests.operations.cases.forged.forgery import Make
from tests.operations.cases.forged.judging import by_shell, by_us, make
from tests.operations.cases.forged.rows import ROWS, Row

BY_SHELL = {
    *(
        "an original's byte flipped",
        "a photo removed with its lines",
        "…, its body left out",
        "a file added under data/",
    ),
    *("…, of the office, which others had seen", "a receipt by the surveyor's own key", "custody.csv rewritten"),
    *("signed again by a self-signed namesake", "an old revision as the current one"),
}
"""Those that every step of VERIFY.txt must catch; running all of them takes minutes."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.name} ({row.kind})")
def test_a_forgery_is_named(forge: Make, row: Row) -> None:
    forgery = forge(row.kind)
    make(row, forgery)
    for trusting in (False, True):
        cell = by_us(row, forgery.verify(trusting=trusting), trusting=trusting)
        assert cell.is_caught, cell.named
    if row.name in BY_SHELL:
        cell = by_shell(row, forgery, "VERIFY.txt", authority=forgery.bags.root)
        assert cell.is_caught, cell.named
