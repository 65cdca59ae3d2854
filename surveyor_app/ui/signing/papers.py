"""Pages as pictures, for the screen and for printers; made off the UI thread, where ten of them would hold it up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

SCREEN_DPI = 144
"""The resolution in which pages are kept to be signed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page to be looked at; ``key`` is the same for the same picture."""

    key: str
    image: QImage


class Pictures:
    """Reads pages (PNG) into pictures, each once for as long as it is shown; on any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: dict[str, Picture] = {}

    def of(self, pages: Sequence[tuple[str, Callable[[], bytes]]]) -> tuple[Picture, ...]:
        """Return pictures for pairs of a key and what reads the PNG; those shown before are not read again."""
        with self._lock:
            found = tuple(self._known.get(key) or Picture(key, _ready(QImage.fromData(read()))) for key, read in pages)
            self._known = {picture.key: picture for picture in found}
        return found


def paper_pictures(pdf: bytes, key: str) -> tuple[Picture, ...]:
    """Return the pages of a signed paper; ``key`` names the paper."""
    return tuple(Picture(f"{key}:{no}", image) for no, image in enumerate(draw_pages(pdf, SCREEN_DPI)))


def _ready(image: QImage) -> QImage:
    """Return the picture as painting wants it."""
    return image.convertToFormat(QImage.Format.Format_RGB32)


def draw_pages(pdf: bytes, dpi: int) -> Iterator[QImage]:
    """Yield each page in its own size at ``dpi``; nothing for what is no PDF."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        for page in range(document.pageCount()):
            points = document.pagePointSize(page)
            size = QSize(round(points.width() * dpi / 72), round(points.height() * dpi / 72))
            paper = QImage(size, QImage.Format.Format_RGB32)
            paper.fill(QColor("white"))
            painter = QPainter(paper)
            painter.drawImage(0, 0, document.render(page, size))
            painter.end()
            yield paper
    finally:
        document.close()
