"""What a camera and a microphone give, before it is encoded: plain values without Qt and without a decoder's types."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a camera.

    Attributes:
        width_px: Width.
        height_px: Height.
        layout: Name of the pixel layout as FFmpeg knows it: ``yuv420p``, ``nv12``, ``yuyv422``, ``rgba`` …
        planes: Bytes of each plane, row after row.
        strides: Bytes of one row of each plane; rows may be padded.
        at_s: Seconds since the recording began, on a clock that never jumps.
    """

    width_px: int
    height_px: int
    layout: str
    planes: tuple[bytes, ...]
    strides: tuple[int, ...]
    at_s: float


@dataclass(frozen=True, slots=True)
class Sound:
    """Some samples of a microphone: signed 16 bits, native order, channels interleaved. ``at_s`` is when the last came."""

    samples: bytes
    at_s: float


@dataclass(frozen=True, slots=True)
class SoundShape:
    """How the samples of a microphone are to be read: samples a second, and 1 or 2 channels."""

    rate: int
    channels: int

    @property
    def frame_bytes(self) -> int:
        """Bytes of one sample of all channels."""
        return 2 * self.channels
