"""Asks where something shall be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def documents() -> Path:
    """Return the person's documents folder."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def ask_file(parent: QWidget, title: str, name: str, kind: str) -> Path | None:
    """Return the file to write, ``None`` when the person gave up; the dialog asks before overwriting."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(documents() / name), kind)
    return Path(chosen) if chosen else None


def ask_folder(parent: QWidget, title: str, name: str) -> Path | None:
    """Return a new folder ``name`` inside the one chosen, ``None`` when the person gave up."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(documents()))
    return Path(chosen) / name if chosen else None
