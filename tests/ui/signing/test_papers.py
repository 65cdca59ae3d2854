"""Pages are read into pictures once for as long as they are shown."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from surveyor_app.ui.signing.papers import Pictures


def _png(colour: str) -> bytes:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a format's name
    return bytes(buffer.data().data())


def test_after_a_signature_only_the_pages_that_changed_are_read_again(qapp: QApplication) -> None:
    pictures, read = Pictures(), []

    def page(key: str, colour: str) -> bytes:
        read.append(key)
        return _png(colour)

    pictures.of([("one", lambda: page("one", "red")), ("two", lambda: page("two", "blue"))])
    shown = pictures.of([("one", lambda: page("one", "red")), ("new", lambda: page("new", "green"))])
    assert read == ["one", "two", "new"]
    assert [picture.image.pixelColor(1, 1).name() for picture in shown] == ["#ff0000", "#008000"]
