"""The verdict on the play: every scene went as it should, and no page did what it must not."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from tests.judges.desk_pages import AXE, BROWSERS, PLAYWRIGHT
from tests.judges.maven import NotHere
from tests.judges.npm import fetch_package
from tests.judges.play.houses import HOUSES, house
from tests.judges.play.laptop import laptop
from tests.judges.play.people import browsers
from tests.judges.play.story import SURVEYOR, Play


def judge_play(archives: Path, folder: Path, houses: Sequence[str] = HOUSES, pictures: Path | None = None) -> bool:
    """Play the claim in each house, print; return whether all held, or nobody could play."""
    try:
        browser = next(filter(None, map(shutil.which, BROWSERS)), None)
        if browser is None:
            raise NotHere("chromium not found")
        playwright, axe = (fetch_package(*package, archives) for package in (PLAYWRIGHT, AXE))
        return all([_played(name, folder / name, playwright, axe, browser, pictures) for name in houses])
    except NotHere as reason:
        print(f"SKIPPED: the claim was not played. {reason}.")
        return True


def _played(name: str, folder: Path, playwright: Path, axe: Path, browser: str, pictures: Path | None) -> bool:
    folder.mkdir(parents=True)
    print(f"a claim played at the house “{name}”:", flush=True)
    began = time.monotonic()
    with (
        house(name, folder / "centre") as there,
        browsers(playwright, axe, browser, folder) as people,
        laptop(folder, *SURVEYOR) as screen,
    ):
        play = Play(there, people, screen, folder, None if pictures is None else pictures / name)
        try:
            play.run()
        except AssertionError as broken:
            print(f"FAULT: {broken}")
            return False
        faults, looked = people.do("faults"), people.do("looked")
        served = dict(there.robin.served) if there.robin is not None else {}
    for fault in faults:
        print(f"FAULT: {fault}")
    print(
        f"{name}: {len(looked)} pages looked at with axe-core, {len(faults)} faults, {time.monotonic() - began:.0f} s"
    )
    if served:
        print(f"{name}: requests by node: {sorted(served.values())}")
    return not faults and (not served or min(served.values()) > 0)
