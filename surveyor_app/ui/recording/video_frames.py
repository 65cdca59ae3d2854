"""Turns Qt's video frames into plain pictures that another thread may encode."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from surveyor_app.media.frames import Picture

_Pixel = QVideoFrameFormat.PixelFormat
_LAYOUTS = {
    _Pixel.Format_YUV420P: "yuv420p",
    _Pixel.Format_YUV422P: "yuv422p",
    _Pixel.Format_NV12: "nv12",
    _Pixel.Format_NV21: "nv21",
    _Pixel.Format_YUYV: "yuyv422",
    _Pixel.Format_UYVY: "uyvy422",
    _Pixel.Format_RGBA8888: "rgba",
    _Pixel.Format_RGBX8888: "rgb0",
    _Pixel.Format_BGRA8888: "bgra",
    _Pixel.Format_BGRX8888: "bgr0",
    _Pixel.Format_ARGB8888: "argb",
    _Pixel.Format_XRGB8888: "0rgb",
    _Pixel.Format_ABGR8888: "abgr",
    _Pixel.Format_XBGR8888: "0bgr",
    _Pixel.Format_Y8: "gray",
}
"""Qt's layouts that FFmpeg knows, by its names; all others (JPEG, ten bits, textures) are converted by Qt first."""


def picture_of(frame: QVideoFrame, at_s: float) -> Picture | None:
    """Copy a frame's pixels; ``None`` when it has none that can be read. Takes about a millisecond for a webcam's."""
    layout = _LAYOUTS.get(frame.pixelFormat())
    if layout is not None and frame.map(QVideoFrame.MapMode.ReadOnly):
        try:
            numbers = range(frame.planeCount())
            planes = tuple(bytes(frame.bits(number)) for number in numbers)
            strides = tuple(frame.bytesPerLine(number) for number in numbers)
            return Picture(frame.width(), frame.height(), layout, planes, strides, at_s)
        finally:
            frame.unmap()
    image = frame.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    if image.isNull():
        return None
    return Picture(image.width(), image.height(), "rgba", (bytes(image.constBits()),), (image.bytesPerLine(),), at_s)
