"""Prints a paper on any printer the system knows, or into a file, without a network."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

PRINT_DPI = 300
"""Pages are drawn at this resolution at most: more makes a page of 100 MB and no finer letter."""


def ask_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Let the person choose a printer, ``None`` when that was given up."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_paper(pdf: bytes, printer: QPrinter) -> bool:
    """Print every page of a PDF at its own size; tells whether the printer took it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setResolution(PRINT_DPI)
    printer.setFullPage(True)
    painter = QPainter()
    if document.pageCount() == 0 or not painter.begin(printer):
        return False
    for page in range(document.pageCount()):
        points = document.pagePointSize(page)
        if page:
            printer.newPage()
        pixels = QSize(round(points.width() * PRINT_DPI / 72), round(points.height() * PRINT_DPI / 72))
        painter.drawImage(QRectF(0, 0, pixels.width(), pixels.height()), document.render(page, pixels))
    ended = painter.end()
    document.close()
    return ended
