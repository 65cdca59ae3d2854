"""Has papers judged, stock clients upload, people sign in, browsers look at the desk and play a claim, and prints tables.

``python -m tests.judges [--few] [--keep DIR]``

Exit status 0 when all of them are what they claim to be, or when a judge cannot be had here, which is said.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.judges.desk_pages import judge_desk
from tests.judges.lasting_papers import lasting_papers
from tests.judges.levels import judge_levels
from tests.judges.oidc_servers import judge_sign_in
from tests.judges.phone_page import judge_phone
from tests.judges.play.judging import judge_play
from tests.judges.standards import judge_standards
from tests.judges.tus_clients import judge_uploads

REPOSITORY = Path(__file__).resolve().parents[2]
ARCHIVES = REPOSITORY / "build" / "judges"


def main() -> int:
    """Make the papers, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--few", action="store_true", help="only a few papers, within seconds")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the judged files there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="surveyor-judges-") as scratch:
        folder: Path = arguments.keep or Path(scratch, "papers")
        folder.mkdir(parents=True, exist_ok=True)
        world = Path(scratch, "world")
        if arguments.few:
            return 0 if judge_standards(ARCHIVES, world, folder, few=True) else 1
        lasting = lasting_papers(Path(scratch, "time"))
        last = judge_levels(ARCHIVES, lasting, folder)
        keep = judge_standards(ARCHIVES, world, folder, few=False, more=[item.paper for item in lasting.claimed])
        uploads = Path(scratch, "uploads")
        uploads.mkdir()
        arrive = judge_uploads(ARCHIVES, uploads)
        signed_in = judge_sign_in(ARCHIVES, Path(scratch, "sign-in"))
        desk = Path(scratch, "desk")
        desk.mkdir()
        seen = judge_desk(ARCHIVES, desk)
        phone = Path(scratch, "phone")
        phone.mkdir()
        sends = judge_phone(ARCHIVES, phone)
        played = judge_play(ARCHIVES, Path(scratch, "play"))
    return 0 if last and keep and arrive and signed_in and seen and sends and played else 1


if __name__ == "__main__":
    sys.exit(main())
