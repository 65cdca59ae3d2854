"""The sheet that a recovery code is kept on: printed, or written to a PDF."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from surveyor_app.wording.translation import tr

MARGIN_MM = 20


def print_sheet(parent: QWidget, code: str, owner: str) -> None:
    """Let the person choose a printer, and print."""
    printer = _printer()
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        _sheet(code, owner).print_(printer)


def save_sheet(path: Path, code: str, owner: str) -> bool:
    """Write the sheet as a PDF; tell whether it was written."""
    printer = _printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    _sheet(code, owner).print_(printer)
    return path.is_file() and path.stat().st_size > 0


def _sheet(code: str, owner: str) -> QTextDocument:
    """Return what it is, whose it is, the code in large letters, and what to do with it."""
    title = tr("Recovery code of Surveyor")
    use = tr(
        "It opens the cases of this profile when the passphrase is forgotten or the laptop is lost."
        " Keep this sheet away from the laptop."
    )
    lines = "<br>".join(escape(part) for part in _halves(code))
    sheet = QTextDocument()
    sheet.setHtml(
        f"<h2>{escape(title)}</h2><p>{escape(owner)}</p>"
        f"<p style='font-size: 22pt; font-family: monospace'>{lines}</p><p>{escape(use)}</p>"
    )
    return sheet


def _printer() -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM))
    printer.setDocName("Surveyor")
    return printer


def _halves(code: str) -> tuple[str, str]:
    groups = code.split("-")
    middle = len(groups) // 2
    return "-".join(groups[:middle]), "-".join(groups[middle:])
