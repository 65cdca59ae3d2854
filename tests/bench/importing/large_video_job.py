"""Imports one video into the real window and plays it from the case: ``large_video_job FOLDER VIDEO``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QVideoFrame

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.ui.recording.recording_view import RecordingView
from tests.bench.cases import PASSPHRASE
from tests.bench.processes import peak_bytes
from tests.bench.window_driver import Driver, running_app

PLAY_S = 4.0
JUMPS = (0.5, 0.9, 0.1, 0.7)
"""Shares of its length, one after the other; each is played for a moment."""


class Screen(QObject):
    """Counts the pictures that come to a view's screen."""

    def __init__(self, view: RecordingView) -> None:
        super().__init__(view)
        self.frames = 0
        view.player.video.videoSink().videoFrameChanged.connect(self._on_frame)

    def _on_frame(self, frame: QVideoFrame) -> None:
        self.frames += frame.isValid()


def main() -> None:
    """Import, play with jumps, and print how far memory grew over what it was before each."""
    folder, video = map(Path, sys.argv[1:])
    with Profile.unlock(folder / "profile", PASSPHRASE) as profile:
        case_id = profile.registry.cases()[0].case_id
    with running_app(folder / "profile") as driver:
        driver.unlock()
        view = driver.open(case_id)
        page, _watch = driver.photos(view)
        driver.until(driver.app.jobs.is_idle)
        before = _restart_peak()
        started = time.monotonic()
        view.take_in([video])
        driver.until(lambda: page.importing.last_result is not None and driver.app.jobs.is_idle())
        result: dict[str, float] = {
            "import_s": time.monotonic() - started,
            "import_bytes": peak_bytes() - before,
        }
        before = _restart_peak()
        page.grid.select(page.model.id_at(0) or "")
        player = page.open_large()
        assert isinstance(player, RecordingView)
        result |= _play(driver, player)
        result["play_bytes"] = peak_bytes() - before
        player.close()
        driver.rest(0.5)
        driver.leave()
    print(json.dumps(result))


def _play(driver: Driver, view: RecordingView) -> dict[str, float]:
    screen = Screen(view)
    driver.until(lambda: view.playback.duration_ms() > 0)
    driver.heartbeat.restart()
    started = time.monotonic()
    view.player.toggle()
    driver.until(lambda: screen.frames > 0)
    driver.rest(PLAY_S)
    for share in JUMPS:
        view.playback.seek(round(share * view.playback.duration_ms()))
        driver.rest(PLAY_S / len(JUMPS))
    return {"frames": screen.frames, "play_s": time.monotonic() - started, "block_ms": driver.heartbeat.worst_ms}


def _restart_peak() -> int:
    """Forget the largest memory so far and return what is in use now."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return peak_bytes()


if __name__ == "__main__":
    main()
