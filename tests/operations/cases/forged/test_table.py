"""The table in short: every forgery is caught and named; the whole of it is ``python -m tests.judges.tampering``."""

from __future__ import annotations

import pytest

from tests.operations.cases.forged.forgery import Make
from tests.operations.cases.forged.judging import by_shell, by_us, make
from tests.operations.cases.forged.rows import ROWS, Row

BY_SHELL = {
    *("an original's byte flipped", "a photo removed with its lines", "…, its body left out", "custody.csv rewritten"),
    *("…, of the office, which others had seen", "a receipt by the surveyor's own key", "a signature stripped"),
    "…, of a colleague, in the surveyor's name",
}
"""One for each of the steps that matter; to run all of them takes minutes."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.name} ({row.kind})")
def test_a_forgery_is_named(forge: Make, row: Row) -> None:
    forgery = forge(row.kind)
    make(row, forgery)
    cell = by_us(row, forgery.verify(), trusting=True)
    assert cell.is_caught, cell.named
    if row.name in BY_SHELL:
        cell = by_shell(row, forgery, "VERIFY.txt", authority=forgery.bags.root)
        assert cell.is_caught, cell.named
