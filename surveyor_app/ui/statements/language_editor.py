"""The language a person speaks: one the paper can be written in, or any other by its name."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from surveyor_app.data_files import resources_dir
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.ui.forms.field_editors import FieldEditor
from surveyor_app.wording.languages import languages
from surveyor_app.wording.statement_words import paper_languages


class LanguageEditor(FieldEditor):
    """A choice of languages that takes other names too."""

    def make_control(self) -> QWidget:
        self.combo = QuietCombo(self)
        line = QLineEdit(self.combo)
        self.combo.setLineEdit(line)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._names = {language.tag: language.name for language in languages(resources_dir())}
        for name in self._names.values():
            self.combo.addItem(name)
        self.combo.activated.connect(self._on_activated)
        line.textEdited.connect(lambda: self.edited.emit())
        line.editingFinished.connect(self._on_left)
        return self.combo

    def value(self) -> object:
        typed = self.combo.currentText().strip()
        return paper_languages().get(typed, typed) or None

    def set_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        self.combo.setEditText(self._names.get(text, text))

    def takes_enter(self, event: QKeyEvent) -> bool:
        return False

    def _on_activated(self, _index: int) -> None:
        self.edited.emit()
        self._on_left()
