"""Editor of a field that names a person of the case, or somebody who is not among them yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.journal.fields import FieldSpec
from surveyor_app.domain.people.people import Person
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.form_rows import LabelledLine
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms import field_hints
from surveyor_app.ui.forms.choice_editors import Options, RecordEditor
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

NEW = "new"


class PersonEditor(RecordEditor):
    """The last choice is somebody new; ``on_new`` is called then, and what was chosen stays."""

    def __init__(
        self,
        kind: str,
        spec: FieldSpec,
        labels: Labels,
        parent: QWidget | None = None,
        *,
        find: Callable[[], Options],
        on_new: Callable[[], object],
    ) -> None:
        self._on_new = on_new
        super().__init__(kind, spec, labels, parent, find=find)

    def options(self) -> Options:
        return [*super().options(), (NEW, tr("New person…"))]

    def _on_activated(self, index: int) -> None:
        if self.combo.itemData(index) != NEW:
            super()._on_activated(index)
            return
        self.set_value(self._value)
        self._on_new()


class NewPersonDialog(ScrollingDialog):
    """Name and phone of somebody new; the rest is entered among the people."""

    def __init__(self, labels: Labels, on_confirmed: Callable[[str, str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent, 400)
        self.setWindowTitle(tr("New person"))
        self._on_confirmed = on_confirmed
        self.name, self.phone = LabelledLine(), LabelledLine()
        for line, field in ((self.name, "name"), (self.phone, "phone")):
            line.name(labels.field(Person.KIND, field, current_language()))
        self.confirm = looks.button("primary", self._on_confirm_clicked)
        looks.face(self.confirm, tr("Add"))
        self.confirm.setDefault(True)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        self.name.line.textChanged.connect(self._allow)
        self.lay_out(looks.column(self.name, self.phone, spacing=14), None, cancel, self.confirm)
        self._allow()
        self.name.setFocus()

    def _allow(self) -> None:
        self.confirm.setEnabled(bool(self.name.text().strip()))

    def _on_confirm_clicked(self) -> None:
        self.accept()
        self._on_confirmed(self.name.text().strip(), field_hints.cleaned("phone", self.phone.text()))
