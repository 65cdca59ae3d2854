"""A plain line with its label above, for dialogs and the first pages that edit no record."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from surveyor_app.ui.base import looks


class LabelledLine(QWidget):
    """Label, line, and a problem under it."""

    def __init__(self, *, is_secret: bool = False) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setProperty("role", "field")
        self.line = QLineEdit()
        if is_secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._label.setBuddy(self.line)
        self.problem = looks.label("problem", wrap=True)
        self.problem.hide()
        self.setFocusProxy(self.line)
        self.setLayout(looks.column(self._label, self.line, self.problem, spacing=4))

    def name(self, text: str, placeholder: str = "") -> None:
        """Set label and accessible name."""
        self._label.setText(text)
        self.line.setAccessibleName(text)
        self.line.setPlaceholderText(placeholder)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def complain(self, text: str) -> None:
        """Show what is wrong; empty for nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
