"""Prints a paper on any printer the system knows, or into a file, without a network."""

from __future__ import annotations

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
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_paper(pdf: bytes, printer: QPrinter) -> bool:
    """Print every page of a PDF at its own size; tells whether the printer took it."""
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
        painter.drawImage(0, 0, page)
    return is_begun and painter.end()
