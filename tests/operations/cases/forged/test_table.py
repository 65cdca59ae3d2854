"""The table in short: every forgery is caught and named; the whole of it is ``python -m tests.judges.tampering``."""

from __future__ import annotations

import pytest

from tests.operations.cases.forged.forgery import Make
from tests.operations.cases.forged.further_rows import FURTHER
from tests.operations.cases.forged.judging import by_shell, by_us, make
from tests.operations.cases.forged.row import Row
from tests.operations.cases.forged.rows import ROWS

BY_SHELL = {
    *("an original's byte flipped", "a photo removed with its lines", "…, its body left out", "custody.csv rewritten"),
    *("…, of the office, which others had seen", "a receipt by the surveyor's own key", "a signature stripped"),
    "…, of a colleague, in the surveyor's name",
    *("the centre's numbers rewritten", "two originals under each other's numbers", "a statement's folder renamed"),
    *("a page's picture as another page", "an ink as one for something else", "an earlier report under another number"),
    *("one head more in the evidence manifest", "a folder with a message for a name", "a text put beside the payload"),
    *("lines by a key that is certified for reports", "a report by a key that is certified for receipts"),
    *("a label put into bag-info.txt", "VERIFY.txt exchanged"),
}
"""One for each of the steps that matter; to run all of them takes minutes."""


@pytest.mark.parametrize("row", [*ROWS, *FURTHER], ids=lambda row: f"{row.name} ({row.kind})")
def test_a_forgery_is_named(forge: Make, row: Row) -> None:
    forgery = forge(row.kind)
    make(row, forgery)
    cell = by_us(row, forgery.verify(), trusting=True)
    assert cell.is_caught, cell.named
    if row.name in BY_SHELL:
        cell = by_shell(row, forgery, "VERIFY.txt", authority=forgery.bags.root)
        assert cell.is_caught, cell.named
