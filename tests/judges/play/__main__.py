"""Plays one claim: ``python -m tests.judges.play [folder|nodes …] [--pictures DIR]``.

Exit status 0 where all went as it should, or where nobody can play.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.judges.__main__ import ARCHIVES
from tests.judges.play.houses import HOUSES
from tests.judges.play.judging import judge_play


def main() -> int:
    """Play in each house that is named; in all where none is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "houses", nargs="*", choices=[*HOUSES, []], help="where: a centre in a folder, or an insurer's nodes"
    )
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="leave pictures of what everybody saw there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="surveyor-play-") as scratch:
        return 0 if judge_play(ARCHIVES, Path(scratch), arguments.houses or HOUSES, arguments.pictures) else 1


if __name__ == "__main__":
    sys.exit(main())
