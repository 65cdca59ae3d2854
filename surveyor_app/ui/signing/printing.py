"""Prints a paper on any printer the system knows, or into a file, without a network."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from surveyor_app.ui.signing.papers import draw_pages

PRINT_DPI = 300
"""Pages are drawn at this resolution: more makes a page of 100 MB and no finer letter."""


def ask_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Let the person choose a printer, ``None`` when that was given up."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    # A statement is handed out whole: a part of it would be another statement.
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_paper(pdf: bytes, printer: QPrinter) -> bool:
    """Print every page of a PDF; tells whether the printer took it. On any thread: Qt lets a printer be painted on there.

    A page keeps its size, and is made smaller only where the paper in the printer is smaller: nothing of it may be cut off.
    """
    printer.setResolution(PRINT_DPI)
    printer.setFullPage(True)
    painter = QPainter()
    is_begun = False
    for page in draw_pages(pdf, PRINT_DPI):
        if is_begun:
            printer.newPage()
        elif not painter.begin(printer):
            return False
        is_begun = True
        painter.drawImage(_place(page.width(), page.height(), printer), page)
    return is_begun and painter.end()


def _place(width: int, height: int, printer: QPrinter) -> QRectF:
    """Return where a page drawn at ``PRINT_DPI`` comes to stand; the printer may have chosen another resolution."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(printer.resolution() / PRINT_DPI, paper.width() / width, paper.height() / height)
    # Half a pixel of rounding is no reason to draw every letter anew.
    scale = 1.0 if abs(scale - 1.0) < 0.002 else scale
    return QRectF((paper.width() - width * scale) / 2, 0.0, width * scale, height * scale)
