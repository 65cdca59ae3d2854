"""Encodes what camera and microphone give into a file that is whole at every moment, for the recording under way.

Sound alone becomes Ogg with Opus, pictures (with sound) a fragmented MP4 with H.264 and AAC: both can be played up to their
last complete page or fragment, less than half a second long, wherever a crash cuts them. The bytes leave through a function, in
order; nothing is ever written again, so no file is needed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from surveyor_app.domain.errors import RecordingFailed, SurveyorError
from surveyor_app.media.frames import Picture, Sound, SoundShape

if TYPE_CHECKING:
    import av
    from av.audio.stream import AudioStream
    from av.container import OutputContainer
    from av.video.stream import VideoStream

FRAGMENT_S = 0.4
"""So much is lost at most, beyond what was not yet committed."""
_KEY_S = 1.0
"""A key picture so often, to go to."""

_TICKS = 90_000
_OPUS_RATE = 48_000
_GAP_S = 0.5
"""A microphone that gave nothing for longer left a gap; less is the jitter of its deliveries."""

_MP4 = {
    "movflags": "empty_moov+default_base_moof",
    "frag_duration": str(round(FRAGMENT_S * 1_000_000)),
    "flush_packets": "1",
    # A stream that falls silent must not hold the other back in memory.
    "max_interleave_delta": "250000",
}
_OGG = {"page_duration": str(round(FRAGMENT_S * 500_000)), "flush_packets": "1"}
# Encoded while it is seen: fast, nothing held back.
_H264 = {"preset": "superfast", "tune": "zerolatency", "crf": "23", "forced-idr": "1"}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a recording consists of: pictures of a size (or none), sound of a shape (or none), and when it began (aware)."""

    size_px: tuple[int, int] | None
    sound: SoundShape | None
    began: datetime
    software: str


class _Outlet(io.RawIOBase):
    """Where the container writes: hands everything on and cannot be sought, so nothing is written twice."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        super().__init__()
        self._write = write

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def write(self, data: bytes | bytearray | memoryview) -> int:  # type: ignore[override]  # the stubs allow any buffer
        self._write(bytes(data))
        return len(data)


class Muxer:
    """One recording being encoded; used by one thread, never the window's."""

    def __init__(self, plan: Plan, write: Callable[[bytes], None]) -> None:
        """Begin; ``write`` gets the bytes of the file in order. A plan of neither pictures nor sound is an error of the caller.

        Raises:
            RecordingFailed: the encoders refuse what is planned.
        """
        if plan.size_px is None and plan.sound is None:
            raise ValueError("neither pictures nor sound")
        with _translated():
            self._open(plan, write)

    def _open(self, plan: Plan, write: Callable[[bytes], None]) -> None:
        # PyAV takes 170 ms to import, and most cases hold photos only.
        import av

        has_pictures = plan.size_px is not None
        options = _MP4 if has_pictures else _OGG
        self._container: OutputContainer = av.open(
            _Outlet(write), "w", format="mp4" if has_pictures else "ogg", options=options
        )
        self._container.metadata["creation_time"] = plan.began.isoformat()
        self._container.metadata["encoder"] = plan.software
        self._pictures = _Pictures(self._container, *plan.size_px) if plan.size_px else None
        self._sound = _Sounds(self._container, plan.sound, "aac" if has_pictures else "libopus") if plan.sound else None
        self._container.start_encoding()

    def add(self, item: Picture | Sound) -> None:
        """Add a picture (one of another size is fitted to the plan) or samples.

        Raises:
            RecordingFailed: it cannot be encoded. What came out before is whole.
        """
        part = self._pictures if isinstance(item, Picture) else self._sound
        if part is not None:
            with _translated():
                part.add(self._container, item)  # type: ignore[arg-type]  # each part got its own kind above

    def close(self) -> None:
        """End the file; the last bytes come out now.

        Raises:
            RecordingFailed: they do not. What came out before is whole.
        """
        with _translated():
            for part in (self._pictures, self._sound):
                if part is not None:
                    part.end(self._container)
            self._container.close()


class _Pictures:
    def __init__(self, container: OutputContainer, width: int, height: int) -> None:
        # H.264 halves the colour's size, so both must be even.
        stream = container.add_stream("libx264", rate=30, options=dict(_H264))
        self._stream: VideoStream = stream
        stream.width, stream.height, stream.pix_fmt = width - width % 2, height - height % 2, "yuv420p"
        stream.codec_context.time_base = Fraction(1, _TICKS)
        stream.codec_context.gop_size = 30
        stream.time_base = Fraction(1, _TICKS)
        self._last = -1
        self._key_at = 0

    def add(self, container: OutputContainer, picture: Picture) -> None:
        frame = to_frame(picture).reformat(self._stream.width, self._stream.height, "yuv420p")
        ticks = round(picture.at_s * _TICKS)
        if ticks <= self._last:
            return
        self._last = frame.pts = ticks
        frame.time_base = Fraction(1, _TICKS)
        if ticks >= self._key_at:
            frame.pict_type = _key_picture()
            self._key_at = ticks + round(_KEY_S * _TICKS)
        container.mux(self._stream.encode(frame))

    def end(self, container: OutputContainer) -> None:
        container.mux(self._stream.encode(None))


class _Sounds:
    def __init__(self, container: OutputContainer, shape: SoundShape, codec: str) -> None:
        import av

        rate = _OPUS_RATE if codec == "libopus" else shape.rate
        self._stream = cast("AudioStream", container.add_stream(codec, rate=rate))  # both codecs are of sound
        self._stream.layout = "mono" if shape.channels == 1 else "stereo"
        self._stream.bit_rate = 48_000 * shape.channels
        sample_format = "s16" if codec == "libopus" else "fltp"
        self._resampler = av.AudioResampler(
            sample_format, self._stream.layout, rate, frame_size=960 if codec == "libopus" else 1024
        )
        self._shape = shape
        self._samples = 0
        self._is_first = True

    def add(self, container: OutputContainer, sound: Sound) -> None:
        count = len(sound.samples) // self._shape.frame_bytes
        if not count:
            return
        # The last of them came at at_s; a first delay and later gaps become silence on the time line, not a shift.
        starts = round(sound.at_s * self._shape.rate) - count
        if self._is_first or starts - self._samples > _GAP_S * self._shape.rate:
            for silence in _silences(max(0, starts) - self._samples, self._shape.rate):
                self._encode(container, bytes(silence * self._shape.frame_bytes))
            self._is_first = False
        self._encode(container, sound.samples[: count * self._shape.frame_bytes])

    def _encode(self, container: OutputContainer, samples: bytes) -> None:
        import av

        count = len(samples) // self._shape.frame_bytes
        frame = av.AudioFrame("s16", "mono" if self._shape.channels == 1 else "stereo", count)
        frame.planes[0].update(samples)
        frame.sample_rate = self._shape.rate
        frame.time_base = Fraction(1, self._shape.rate)
        frame.pts = self._samples
        self._samples += count
        for resampled in self._resampler.resample(frame):
            container.mux(self._stream.encode(resampled))

    def end(self, container: OutputContainer) -> None:
        for resampled in self._resampler.resample(None):
            container.mux(self._stream.encode(resampled))
        container.mux(self._stream.encode(None))


def to_frame(picture: Picture) -> av.VideoFrame:
    """Return a picture as the encoder takes it; rows lose their padding where the encoder pads otherwise."""
    import av

    frame = av.VideoFrame(picture.width_px, picture.height_px, picture.layout)
    for plane, data, stride in zip(frame.planes, picture.planes, picture.strides, strict=True):
        if plane.line_size == stride and plane.buffer_size == len(data):
            plane.update(data)
            continue
        used = min(stride, plane.line_size)
        rows = bytearray(plane.buffer_size)
        for row in range(plane.height):
            rows[row * plane.line_size : row * plane.line_size + used] = data[row * stride : row * stride + used]
        plane.update(bytes(rows))
    return frame


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (SurveyorError, MemoryError):
        raise
    except Exception as error:
        raise RecordingFailed(reason=type(error).__name__) from error


def _silences(samples: int, rate: int) -> Iterator[int]:
    """Cut a silence into pieces of a second."""
    while samples > 0:
        yield min(samples, rate)
        samples -= rate


def _key_picture() -> av.video.frame.PictureType:
    from av.video.frame import PictureType

    return PictureType.I
