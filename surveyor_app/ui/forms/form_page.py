"""The base of pages that are a form over the one record of its kind in a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.journal.record import Record
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.forms.record_form import EditorMaker, RecordForm


class FormPage(Page):
    """A form that fills the page. Subclasses find the record and say how it stands."""

    RECORD: ClassVar[type[Record]]

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        area = self.area = ScrollArea(self)
        self.form: RecordForm[Any] = RecordForm(
            desk, self.RECORD, makers=self.makers(), parent=area.viewport(), holds=self.holds
        )
        area.hold(self.form)
        self.content.addWidget(area, 1)

    def makers(self) -> Mapping[str, EditorMaker]:
        """Return what makes the editors of fields that have one of their own."""
        return {}

    def holds(self, _condition: str) -> bool:
        """Tell whether a condition of the case holds, under which a group is asked for."""
        return True

    def record(self) -> Record | None:
        """Return the record the form is about; ``None`` while there is none."""
        raise NotImplementedError

    def say(self) -> None:
        """Write how the record stands."""
        raise NotImplementedError

    def retranslate(self) -> None:
        super().retranslate()
        self.say()

    def load(self) -> None:
        record = self.record()
        self.form.show_record(record.id if record else None)
        self.say()

    def commit(self) -> None:
        self.form.commit()

    def show_record(self, record_id: str, field: str) -> None:
        if field:
            self.form.focus_field(field)
