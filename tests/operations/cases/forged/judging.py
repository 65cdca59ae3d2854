"""Has one bag checked in every way there is: by us and by a shell, with the insurer's certificate and without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from surveyor_app.report.bag.instructions import all_instructions
from tests.operations.cases.forged.forgery import Forgery
from tests.operations.cases.forged.row import Row
from tests.report.bag.shell import Said, run_bare

TEXTS = ("VERIFY.txt", "VERIFY.zh.txt")


class Found(Protocol):
    """A finding, as an operation returns it or the command line prints it."""

    @property
    def code(self) -> str:
        """What was found."""

    @property
    def level(self) -> str:
        """``ok``, ``warn`` or ``bad``."""

    @property
    def data(self) -> Mapping[str, str]:
        """Where."""


@dataclass(frozen=True)
class Cell:
    """What one check says of a forgery: whether it is caught for the right reason, and what it named."""

    is_caught: bool
    named: str


def make(row: Row, forgery: Forgery) -> None:
    """Let the forger do it, and write the instructions anew, which a forger would."""
    row.change(forgery)
    if row.exchanges_texts:
        return
    paths = {str(path.relative_to(forgery.bag)) for path in forgery.bag.rglob("*") if path.is_file()}
    for name, text in all_instructions(paths):
        (forgery.bag / name).write_text(text, encoding="utf-8")


def by_us(row: Row, findings: Sequence[Found], *, trusting: bool) -> Cell:
    """Judge what ``surveyor verify`` found; ``trusting``: with the insurer's certificate."""
    faults = [finding for finding in findings if finding.level == "bad"]
    if row.leaves_open:
        if faults:
            return Cell(False, _named(faults))
        faults = [finding for finding in findings if finding.level == "warn"]
    if row.is_true_of_another and not trusting:
        is_open = not faults and any(finding.code == "trust_not_checked" for finding in findings)
        return Cell(is_open, "not proven: trust_not_checked" if is_open else _named(faults))
    caught = all(
        any(finding.code == code and data.items() <= finding.data.items() for finding in faults)
        for code, data in row.told.items()
    )
    return Cell(
        caught, _named([finding for finding in faults if finding.code in row.told]) if caught else _named(faults)
    )


def by_shell(row: Row, forgery: Forgery, file: str, *, authority: Path | None) -> Cell:
    """Run one of the texts in a bare environment."""
    elsewhere = (forgery.bags.folder / row.kind / file).read_text(encoding="utf-8") if row.exchanges_texts else None
    said = run_bare(forgery.bag, authority, file, text=elsewhere)
    faults = [fault for step in said for fault in step.faults]
    if row.is_true_of_another and authority is None:
        is_open = not faults and said[-1].status == 2
        return Cell(is_open, "not proven: compare the fingerprint" if is_open else "; ".join(faults))
    if row.leaves_open:
        named = [words for step in said for words in step.open if row.shell in words]
        caught = bool(named) and not faults and said[-1].status == 2
        return Cell(caught, f"not proven: {named[0]}" if caught else "; ".join(faults) or said[-1].words)
    wanted = [fault for fault in faults if row.shell in fault]
    caught = bool(wanted) and said[-1].status == 1 and _fails(said)
    return Cell(caught, wanted[0] if caught else "; ".join(faults) or said[-1].words)


def _fails(said: list[Said]) -> bool:
    """Tell whether each step that names a fault ends with a status that says so."""
    return all((step.status != 0) == bool(step.faults) for step in said[:-1])


def _named(faults: Sequence[Found]) -> str:
    return "; ".join(f"{fault.code} {' '.join(fault.data.values())}".strip() for fault in faults[:2])
