"""What a closed statement says of itself, and what can still be done with it: print, save a copy, add a supplement."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from surveyor_app.operations.statements.contents import StatementContents
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.base.notes import Note
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr


class ClosedPanel(QWidget):
    """Facts of the signed paper with the buttons that hand it out."""

    print_wanted = Signal()
    save_wanted = Signal()
    none_wanted = Signal()
    supplement_wanted = Signal()

    def __init__(self, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self.note = Note()
        self.facts = FactsList()
        self.print_button = looks.button("primary", self.print_wanted.emit)
        self.save_button = looks.button("", self.save_wanted.emit)
        self.none_button = looks.button("quiet", self.none_wanted.emit)
        self.supplement_button = looks.button("", self.supplement_wanted.emit)
        self.setLayout(
            looks.column(
                self.note,
                self.facts,
                8,
                looks.label("heading", tr("Offer the person a copy")),
                self.print_button,
                self.save_button,
                self.none_button,
                8,
                looks.label("heading", tr("Something to add?")),
                looks.label(
                    "secondary",
                    tr("A signed statement never changes. What is to be added becomes a supplementary statement."),
                    wrap=True,
                ),
                self.supplement_button,
                None,
                spacing=10,
            )
        )
        looks.face(self.print_button, tr("Print…"))
        self.print_button.setIcon(icons.icon("print", "on_accent"))
        looks.face(self.save_button, tr("Save a copy…"), "save")
        looks.face(self.none_button, tr("No copy wanted"))
        looks.face(self.supplement_button, tr("Supplementary statement"), "add")

    def show_contents(self, contents: StatementContents) -> None:
        """Show a closed statement."""
        statement = contents.statement
        refused = statement.refused_at is not None
        said = tr("The refusal is noted and sealed.") if refused else tr("Signed on every page and sealed.")
        self.note.say(said, "warn" if refused else "ok")
        copy = self._labels.value("copy_given", statement.copy_given, current_language())
        when = f" · {formats.instant(statement.copy_at)}" if statement.copy_at else ""
        last = max((ink.signed_at for ink in contents.inks if ink.signed_at), key=lambda at: at.utc, default=None)
        counts = (statement.pages or 0, len(contents.inks), len(contents.corrections))
        self.facts.show_pairs(
            [
                (tr("Last signature"), formats.instant(last) if last else formats.EMPTY),
                (tr("Pages · signatures · corrections"), " · ".join(map(str, counts))),
                (tr("Copy given"), (copy + when) or formats.EMPTY),
                ("SHA-256", statement.sha256 or formats.EMPTY),
            ]
        )
