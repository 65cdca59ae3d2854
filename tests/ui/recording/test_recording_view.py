"""Playing videos and sounds from the case: every container, every control, damage, and the many ways to end."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtMultimedia import QtVideo, QVideoFrame
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.intake import evidence
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.recording.recording_view import RecordingView
from surveyor_app.ui.window.toasts import ToastHost
from surveyor_app.wording.languages import chinese
from tests.media.made_files import sound, video
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press
from tests.ui.media_words import NO_HARDWARE

# The second about files that are damaged here, or closed while they are being opened.
QT_MAY_SAY = (*NO_HARDWARE, "Could not open media. FFmpeg error description: Invalid data")
WAIT_MS = 20_000
VIDEOS = 16


class Watched(QObject):
    """An open view and what came to its screen.

    A Qt object of the view: a frame on its way to something that is gone by then ends the process.
    """

    def __init__(self, view: RecordingView, qtbot: QtBot) -> None:
        super().__init__(view)
        self.view = view
        self.qtbot = qtbot
        self.frames = 0
        self.turn = QtVideo.Rotation.None_
        self.errors: list[object] = []
        view.player.video.videoSink().videoFrameChanged.connect(self._on_frame)
        view.playback.damaged.connect(self.errors.append)

    def _on_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self.frames += 1
            self.turn = frame.surfaceFormat().rotation()

    def wait_loaded(self) -> None:
        self.qtbot.waitUntil(lambda: self.view.playback.duration_ms() > 0, timeout=WAIT_MS)

    def wait_said(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.view.note.label.text(), timeout=WAIT_MS)


@pytest.fixture
def shelf(desk: Desk, tmp_path: Path) -> Shelf:
    return Shelf(desk, tmp_path)


class Shelf:
    """Puts files into the case."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._folder = folder

    def put(self, name: str, data: bytes) -> Evidence:
        path = self._folder / name
        path.write_bytes(data)
        (item,) = evidence.import_files(self._desk.case, [path], self._desk.workers).items
        found = record_access.get(self._desk.case, Evidence, item.evidence_id or "")
        assert found is not None
        return found


class Opener:
    """Opens views over the case; what is still open at the end is closed."""

    def __init__(self, window: QWidget, desk: Desk, qtbot: QtBot) -> None:
        self._window = window
        self._desk = desk
        self._qtbot = qtbot

    def open(self, record: Evidence) -> Watched:
        view = RecordingView(self._window, self._desk.case, self._desk.jobs, record)
        self._window.show()
        view.show()
        return Watched(view, self._qtbot)

    def close_all(self) -> None:
        for view in self._window.findChildren(RecordingView):
            view.close()
        self._qtbot.waitUntil(lambda: not self._window.findChildren(RecordingView), timeout=WAIT_MS)


@pytest.fixture
def opener(window: QWidget, desk: Desk, qtbot: QtBot, settle: Settle) -> Iterator[Opener]:
    made = Opener(window, desk, qtbot)
    yield made
    made.close_all()
    settle()


@pytest.mark.parametrize("container", ["mp4", "mov", "matroska", "avi"])
def test_a_video_plays_from_the_case(shelf: Shelf, opener: Opener, qtbot: QtBot, container: str) -> None:
    shown = opener.open(shelf.put("clip.bin", video(container)))
    shown.wait_loaded()
    press(shown.view.player.play_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown.frames > 1 and shown.view.playback.position_ms() > 0, timeout=WAIT_MS)
    assert shown.view.player._pile.currentWidget() is shown.view.player.video
    assert not shown.errors


@pytest.mark.parametrize(
    ("container", "codec"), [("wav", "pcm_s16le"), ("mp4", "aac"), ("flac", "flac"), ("ogg", "libopus")]
)
def test_a_sound_plays_from_the_case(shelf: Shelf, opener: Opener, qtbot: QtBot, container: str, codec: str) -> None:
    rate = 48_000 if codec == "libopus" else 16_000
    shown = opener.open(shelf.put("voice.bin", sound(container, codec, rate=rate)))
    shown.wait_loaded()
    assert shown.view.windowTitle() == "Sound"
    assert not shown.view.player.step_button.isVisible()
    shown.view.player.toggle()
    qtbot.waitUntil(lambda: shown.view.playback.position_ms() > 100, timeout=WAIT_MS)


def test_keys_play_jump_and_change_the_speed(shelf: Shelf, opener: Opener, qtbot: QtBot) -> None:
    shown = opener.open(shelf.put("clip.mp4", video(frames=200)))
    shown.wait_loaded()
    view = shown.view
    press(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: view.playback.position_ms() >= 5000, timeout=WAIT_MS)
    press(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: view.playback.position_ms() >= 10_000, timeout=WAIT_MS)
    press(view, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: view.playback.position_ms() < 10_000, timeout=WAIT_MS)
    press(view, Qt.Key.Key_BracketRight)
    assert view.player.speed.currentText() == "2 ×"
    press(view, Qt.Key.Key_Space)
    qtbot.waitUntil(view.playback.is_running, timeout=WAIT_MS)
    assert view.player.play_button.text() == "Pause"
    press(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not view.playback.is_running(), timeout=WAIT_MS)
    press(view, Qt.Key.Key_M)
    assert view.player.mute_button.isChecked()


def test_a_step_shows_the_next_picture_and_stands(shelf: Shelf, opener: Opener, qtbot: QtBot) -> None:
    shown = opener.open(shelf.put("clip.mp4", video(frames=50)))
    shown.wait_loaded()
    assert shown.view.playback.frame_ms() == 100
    press(shown.view, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: shown.view.playback.position_ms() >= 90, timeout=WAIT_MS)
    assert not shown.view.playback.is_running()


def test_a_click_on_the_bar_goes_there(shelf: Shelf, opener: Opener, qtbot: QtBot) -> None:
    shown = opener.open(shelf.put("clip.mp4", video(frames=100)))
    shown.wait_loaded()
    bar = shown.view.player.bar
    qtbot.waitUntil(bar.isEnabled, timeout=WAIT_MS)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, bar.height() // 2))
    qtbot.waitUntil(lambda: 4000 < shown.view.playback.position_ms() < 6000, timeout=WAIT_MS)


def test_it_plays_again_after_its_end(shelf: Shelf, opener: Opener, qtbot: QtBot) -> None:
    shown = opener.open(shelf.put("clip.mp4", video(frames=3)))
    shown.wait_loaded()
    shown.view.player.toggle()
    qtbot.waitUntil(shown.view.playback.is_running, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not shown.view.playback.is_running(), timeout=WAIT_MS)
    shown.view.player.toggle()
    qtbot.waitUntil(shown.view.playback.is_running, timeout=WAIT_MS)


def test_what_cannot_be_played_says_so_in_words(shelf: Shelf, opener: Opener) -> None:
    record = shelf.put("broken.mp4", video()[:400])
    shown = opener.open(record)
    shown.wait_said("cannot play it")
    assert not shown.view.player.isEnabled()


def test_a_damaged_original_is_not_played(desk: Desk, shelf: Shelf, opener: Opener) -> None:
    record = shelf.put("clip.mp4", video())
    with desk.case.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(text("UPDATE blob_part SET data = zeroblob(length(data))"))
    shown = opener.open(record)
    shown.wait_said("no longer matches its hash")
    assert not shown.view.player.isEnabled()


def test_the_page_plays_videos_and_tells_of_missing_ones(
    open_page: OpenPage, desk: Desk, shelf: Shelf, settle: Settle, qtbot: QtBot, toasts: ToastHost
) -> None:
    record = shelf.put("clip.mp4", video())
    page = open_page(PhotosPage)
    assert isinstance(page, PhotosPage)
    page.grid.select(record.id)
    settle()
    assert page.details.play_button.text() == "Play"
    page.details.play_button.click()
    (view,) = page.findChildren(RecordingView)
    assert view.caption.text() == "clip.mp4"
    page.commit()
    qtbot.waitUntil(lambda: not page.findChildren(RecordingView), timeout=WAIT_MS)
    with desk.case.write() as session:
        session.execute(text("DROP TRIGGER blob_no_change"))
        session.execute(text("UPDATE blob SET sha256 = 'other'"))
    assert page.open_large() is None
    assert "not in this case file" in toasts.texts()[-1]


def test_a_closed_view_reads_nothing_from_the_case(shelf: Shelf, opener: Opener, qtbot: QtBot) -> None:
    shown = opener.open(shelf.put("clip.mp4", video(frames=300)))
    shown.wait_loaded()
    reader = shown.view.playback._reader
    shown.view.player.toggle()
    qtbot.waitUntil(lambda: shown.frames > 0, timeout=WAIT_MS)
    shown.view.close()
    assert reader.read(0, 1) == b""


def test_it_ends_at_any_moment(shelf: Shelf, window: QWidget, opener: Opener, qtbot: QtBot) -> None:
    record = shelf.put("clip.mp4", video(frames=300))
    chance = random.Random(7)
    for _ in range(40):
        shown = opener.open(record)
        for _ in range(chance.randrange(6)):
            player = shown.view.player
            deeds: list[Callable[[], None]] = [player.toggle, partial(player.jump, 5000), QApplication.processEvents]
            chance.choice(deeds)()
        shown.view.close()
    opener.close_all()


def test_it_speaks_both_languages(shelf: Shelf, opener: Opener, translation: Translation, qtbot: QtBot) -> None:
    shown = opener.open(shelf.put("clip.mp4", video()))
    shown.wait_loaded()
    translation.switch(chinese())
    qtbot.waitUntil(lambda: shown.view.player.play_button.text() == "播放", timeout=WAIT_MS)
    assert shown.view.windowTitle() == "视频"


def test_every_recording_of_the_corpus_plays(
    corpus_dir: Path, desk: Desk, opener: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    videos = sorted((corpus_dir / "video").rglob("*.*"))
    assert len(videos) == VIDEOS
    for source in [*videos, corpus_dir / "hostile/androidx-media/sample_audio_only.mp4"]:
        copy = tmp_path / source.name
        shutil.copy(source, copy)
        (item,) = evidence.import_files(desk.case, [copy], desk.workers).items
        record = record_access.get(desk.case, Evidence, item.evidence_id or "")
        assert record is not None
        shown = opener.open(record)
        shown.view.player.toggle()
        qtbot.waitUntil(partial(_plays, shown, record), timeout=WAIT_MS)
        assert not shown.errors, source
        # EXIF's 6 is a quarter turn clockwise.
        assert (shown.turn is QtVideo.Rotation.Clockwise90) == (record.orientation == 6), source
        shown.view.close()


def _plays(shown: Watched, record: Evidence) -> bool:
    has_frame = shown.frames > 0 or record.evidence_class == "sound"
    return shown.view.playback.position_ms() > 0 and has_frame
