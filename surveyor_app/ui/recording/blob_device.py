"""An original of the case as a Qt device: what the media player reads from, so that no plain copy ever lies on disk."""

from __future__ import annotations

from PySide6.QtCore import QIODevice, QObject, Signal

from surveyor_app.casefile.blob_reading import BlobReader
from surveyor_app.domain.errors import SurveyorError


class BlobDevice(QIODevice):
    """Reads an original at any place; Qt calls it on threads of its own.

    Whoever destroys a player that reads from here must not hold the interpreter: the player waits for its reading thread, which
    waits for the interpreter (measured, PySide6 6.11: the window stands still for ever). See
    :mod:`surveyor_app.ui.recording.playback`.
    """

    failed = Signal(object)
    """A :class:`SurveyorError`: what should be read is damaged or cannot be read. May come from any thread."""

    def __init__(self, reader: BlobReader, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._is_over = False
        # Qt's own buffer would be a second copy, and the parts in memory are one already.
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def isSequential(self) -> bool:
        return False

    def size(self) -> int:
        return self._reader.size

    def atEnd(self) -> bool:
        # Qt's decoder asks this before each read. For an empty answer in mid-file it would ask again without end, so what
        # cannot be read any more (damaged, or closed) is the end.
        return self._is_over or self.pos() >= self._reader.size

    def readData(self, maxlen: int) -> object:
        try:
            data = self._reader.read(self.pos(), maxlen)
        except SurveyorError as error:
            # An exception would be lost on Qt's thread; the player sees the end of the file, the window the reason.
            self.failed.emit(error)
            data = b""
        self._is_over = not data and maxlen > 0 and self.pos() < self._reader.size
        return data

    def writeData(self, _data: bytes | bytearray | memoryview, _len: int) -> int:
        return -1
