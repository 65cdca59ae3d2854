"""Changes bags in every way a forger would, has each checked, and prints who noticed: ``python -m tests.judges.tampering``.

Each is checked by ``surveyor verify`` without and with the insurer's certificate, and by VERIFY.txt and VERIFY.zh.txt, word for
word in a bare environment, the first both ways, too. All must be caught and named for the right reason, and bags that nobody
changed must not be blamed. Exit status 0 when all of that is so.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.cli.entry import main as surveyor
from surveyor_app.media.worker import MediaWorkers
from tests.operations.cases.forged.forger import covers_tracks
from tests.operations.cases.forged.forgery import KINDS, Bags, Forgery
from tests.operations.cases.forged.further_rows import FURTHER
from tests.operations.cases.forged.judging import TEXTS, Cell, by_shell, by_us, make
from tests.operations.cases.forged.row import Row
from tests.operations.cases.forged.rows import ROWS
from tests.operations.cases.forged.telling import told
from tests.operations.cases.forged.untouched import untouched
from tests.report.bag.shell import faults_in, run_bare


@dataclass(frozen=True)
class Printed:
    """A finding as the command printed it."""

    code: str
    level: str
    data: Mapping[str, str]


COLUMNS = ("verify", "verify --root", *TEXTS)
OWN_KINDS = (*KINDS, "revised", "begun", "assigned", "restored", "other")


def main() -> int:
    """Make the bags, change them, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--brief", action="store_true", help="say only who was caught, not what was named")
    brief: bool = parser.parse_args().brief
    with tempfile.TemporaryDirectory(prefix="surveyor-tampering-") as scratch, MediaWorkers(1) as workers:
        folder = Path(scratch)
        for name in ("told", "untouched", "work"):
            (folder / name).mkdir()
        bags = told(folder / "told", workers)
        failed = sum(_print(name, cells, brief=brief) for name, cells in _forgeries(bags, folder / "work"))
        others = [(kind, folder / "told" / kind, bags.root) for kind in OWN_KINDS]
        good = [*others, *untouched(folder / "untouched", workers)]
        failed += sum(_print(f"untouched: {name}", _untouched(bag, root), brief=brief) for name, bag, root in good)
    print(f"{len(ROWS) + len(FURTHER)} forgeries, {len(good)} untouched bags, {failed} wrong answers.")
    return 1 if failed else 0


def _forgeries(bags: Bags, folder: Path) -> Iterator[tuple[str, list[Cell]]]:
    name = ""
    for row in (*ROWS, *FURTHER):
        name = f"{name.split(' …')[0]} {row.name}" if row.name.startswith("…") else row.name
        forgery = Forgery(bags, folder, row.kind)
        make(row, forgery)
        covers_tracks(forgery.bag)
        yield name, [_by_command(row, forgery, None), _by_command(row, forgery, bags.root), *_by_shells(row, forgery)]
        shutil.rmtree(forgery.bag)


def _by_command(row: Row, forgery: Forgery, root: Path | None) -> Cell:
    status, findings = _ask(forgery.bag, root)
    cell = by_us(row, findings, trusting=root is not None)
    wanted = 2 if row.leaves_open or (row.is_true_of_another and root is None) else 1
    return cell if status == wanted else Cell(False, f"ended with {status}: {cell.named}")


def _by_shells(row: Row, forgery: Forgery) -> Iterator[Cell]:
    # The commands of both are the same: one of them is enough to be asked without the certificate as well.
    for text, roots in zip(TEXTS, ((forgery.bags.root, None), (forgery.bags.root,)), strict=True):
        cells = [by_shell(row, forgery, text, authority=root) for root in roots]
        yield Cell(all(cell.is_caught for cell in cells), " / ".join(dict.fromkeys(cell.named for cell in cells)))


def _untouched(bag: Path, root: Path | None) -> list[Cell]:
    cells = []
    for given in (None, root):
        status, findings = _ask(bag, given)
        faults = [finding.code for finding in findings if finding.level == "bad"]
        cells.append(Cell(not faults and status in {0, 2}, " ".join(faults) or f"status {status}"))
    for text in TEXTS:
        said = run_bare(bag, root, text)
        faults = faults_in(said)
        cells.append(Cell(not faults and said[-1].status in {0, 2}, "; ".join(faults) or f"status {said[-1].status}"))
    return cells


def _ask(bag: Path, root: Path | None) -> tuple[int, list[Printed]]:
    """Run the command as a receiver would, who has no profile; return its status and what it found."""
    words = ["verify", str(bag), "--json", "--profile", str(bag.parent / "nobody")]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        status = surveyor([*words, "--root", str(root)] if root else words)
    found = json.loads(printed.getvalue())["findings"]
    return status, [Printed(item["code"], item["level"], item["data"]) for item in found]


def _print(name: str, cells: list[Cell], *, brief: bool) -> int:
    """Print one row and return how many of its cells are wrong."""
    print(f"{name}:" if not brief else f"{name:75}", end="\n" if not brief else "")
    for column, cell in zip(COLUMNS, cells, strict=True):
        told = "ok" if cell.is_caught else "WRONG"
        print(
            f"    {column:13}  {told:5}  {cell.named[:200]}" if not brief else f"  {told}",
            end="\n" if not brief else "",
        )
    if brief:
        print()
    sys.stdout.flush()
    return sum(not cell.is_caught for cell in cells)


if __name__ == "__main__":
    sys.exit(main())
