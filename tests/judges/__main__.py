"""Has every paper judged and prints two tables: ``python -m tests.judges [--keep DIR]``.

Exit status 0 when all of them keep PDF/A-3a and every signature is of the level it claims and passes, or when a judge cannot be
had here, which is said.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.judges import dss, verapdf
from tests.judges.lasting_papers import Claimed, LastingPapers, lasting_papers
from tests.judges.maven import NotHere
from tests.judges.papers import Paper, papers

REPOSITORY = Path(__file__).resolve().parents[2]
ARCHIVES = REPOSITORY / "build" / "judges"
FLAVOUR = "3a"


def main() -> int:
    """Make the papers, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the judged files there")
    keep: Path | None = parser.parse_args().keep
    with tempfile.TemporaryDirectory(prefix="surveyor-judges-") as scratch:
        folder = keep or Path(scratch, "papers")
        folder.mkdir(parents=True, exist_ok=True)
        lasting = lasting_papers(Path(scratch, "time"))
        signatures = _judge_signatures(lasting, folder)
        claimed = [item.paper for item in lasting.claimed]
        return max(signatures, _judge_pages([*papers(Path(scratch, "world")), *claimed], folder))


def _written(found: Sequence[Paper], folder: Path) -> list[Path]:
    files = [folder / f"{paper.name}.pdf" for paper in found]
    for file, paper in zip(files, found, strict=True):
        file.write_bytes(paper.pdf)
    return files


def _judge_pages(found: Sequence[Paper], folder: Path) -> int:
    try:
        archive = verapdf.fetch(ARCHIVES)
    except NotHere as reason:
        print(f"SKIPPED: whether PDF/A is kept was not judged. {reason}.")
        return 0
    files = _written(found, folder)
    return _print_pages([file.name for file in files], verapdf.judge(archive, files, FLAVOUR))


def _print_pages(names: Sequence[str], opinions: Mapping[str, verapdf.Opinion]) -> int:
    width = max(map(len, names))
    print(f"PDF/A-{FLAVOUR}, veraPDF {verapdf.VERSION}")
    for name in names:
        opinion = opinions.get(name, verapdf.Opinion(False, ("not judged",)))
        print(f"{name:{width}}  {'keeps' if opinion.keeps else 'BREAKS'}  {', '.join(opinion.broken)}".rstrip())
    kept = sum(name in opinions and opinions[name].keeps for name in names)
    print(f"{kept} of {len(names)} files keep it.")
    return 0 if kept == len(names) else 1


def _judge_signatures(lasting: LastingPapers, folder: Path) -> int:
    try:
        archives = dss.fetch(ARCHIVES)
    except NotHere as reason:
        print(f"SKIPPED: signatures were not judged by EU DSS. {reason}.")
        return 0
    files = _written([item.paper for item in lasting.claimed], folder)
    trusted, lists = [], []
    for n, pem in enumerate(lasting.trusted):
        trusted.append(folder / f"trusted-{n}.pem")
        trusted[-1].write_bytes(pem)
    for n, der in enumerate(lasting.lists):
        lists.append(folder / f"revoked-{n}.crl")
        lists[-1].write_bytes(der)
    return _print_signatures(lasting.claimed, dss.judge(archives, files, trusted, lists))


def _print_signatures(claimed: Sequence[Claimed], opinions: Mapping[str, list[dss.Opinion]]) -> int:
    width = max(len(item.paper.name) for item in claimed)
    print(f"PAdES levels, EU DSS {dss.VERSION}, the authorities trusted and their lists at hand")
    confirmed = 0
    for item in claimed:
        found = opinions.get(f"{item.paper.name}.pdf", [])
        is_confirmed = bool(found) and all(opinion.confirms(item.level) for opinion in found)
        confirmed += is_confirmed
        told = "; ".join(f"{opinion.level} {opinion.indication} {opinion.against}".rstrip() for opinion in found)
        print(f"{item.paper.name:{width}}  {'as claimed' if is_confirmed else 'NOT SO   '}  {told or 'not judged'}")
    print(f"{confirmed} of {len(claimed)} are of the level they claim and pass.")
    return 0 if confirmed == len(claimed) else 1


if __name__ == "__main__":
    sys.exit(main())
