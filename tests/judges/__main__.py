"""Has every paper judged and prints a table: ``python -m tests.judges [--keep DIR]``.

Exit status 0 when all of them keep PDF/A-3a, or when the judge cannot be had here, which is said.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.judges.papers import papers
from tests.judges.verapdf import VERSION, NotHere, Opinion, fetch, judge

REPOSITORY = Path(__file__).resolve().parents[2]
FLAVOUR = "3a"


def main() -> int:
    """Make the papers, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the judged files there")
    keep: Path | None = parser.parse_args().keep
    try:
        archive = fetch(REPOSITORY / "build" / "judges")
    except NotHere as reason:
        print(f"SKIPPED: nothing was judged. {reason}.")
        return 0
    with tempfile.TemporaryDirectory(prefix="surveyor-judges-") as scratch:
        folder = keep or Path(scratch, "papers")
        folder.mkdir(parents=True, exist_ok=True)
        files = []
        for paper in papers(Path(scratch, "world")):
            files.append(folder / f"{paper.name}.pdf")
            files[-1].write_bytes(paper.pdf)
        opinions = judge(archive, files, FLAVOUR)
    return _print([file.name for file in files], opinions)


def _print(names: list[str], opinions: dict[str, Opinion]) -> int:
    width = max(map(len, names))
    print(f"PDF/A-{FLAVOUR}, veraPDF {VERSION}")
    for name in names:
        opinion = opinions.get(name, Opinion(False, ("not judged",)))
        print(f"{name:{width}}  {'keeps' if opinion.keeps else 'BREAKS'}  {', '.join(opinion.broken)}".rstrip())
    kept = sum(name in opinions and opinions[name].keeps for name in names)
    print(f"{kept} of {len(names)} files keep it.")
    return 0 if kept == len(names) else 1


if __name__ == "__main__":
    sys.exit(main())
