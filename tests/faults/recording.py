"""A recording at the pace of real devices, as a program of its own that may be killed: says what the devices have given."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.operations.intake.capturing import Take, record
from surveyor_app.operations.intake.feeds import Feed
from tests.media.made_frames import PER_SECOND, SHAPE, takes

TAKES = {"video": Take((160, 120), SHAPE, "Laptop camera"), "sound": Take(None, SHAPE, "USB microphone")}


def main(arguments: list[str]) -> int:
    """Record ``arguments[3]`` seconds of ``arguments[2]`` into the case ``arguments[1]`` of the profile ``arguments[0]``."""
    profile_folder, path = (Path(argument) for argument in arguments[:2])
    with Profile.unlock(profile_folder, os.environ["SURVEYOR_PASSPHRASE"]) as profile, open_case(profile, path) as case:
        feed = Feed()
        devices = threading.Thread(target=_give, args=(feed, arguments[2], float(arguments[3])))
        devices.start()
        record(case, TAKES[arguments[2]], feed)
        devices.join()
        _say("kept\n")
    return 0


def _give(feed: Feed, kind: str, seconds: float) -> None:
    """Give pictures and sound when they come due, and say so up to which second they were given."""
    began = time.monotonic()
    for item in takes(seconds, pictures=kind == "video"):
        time.sleep(max(0.0, began + item.at_s - time.monotonic()))
        feed.put(item)
        if round(item.at_s * PER_SECOND) % 2 == 0:
            _say(f"given {item.at_s:.2f}\n")
    feed.end()


def _say(what: str) -> None:
    # In one piece, so that a kill leaves no half line of it.
    sys.stdout.write(what)
    sys.stdout.flush()
