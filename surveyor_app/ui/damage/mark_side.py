"""The form of the current mark on a vehicle, beside the page."""

from __future__ import annotations

from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.page import Side
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.damage.loss_books import evidence_numbers
from surveyor_app.ui.damage.mark_texts import MarkTexts
from surveyor_app.ui.damage.marks_panel import MarksPanel
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import Options
from surveyor_app.ui.forms.record_form import RecordForm
from surveyor_app.wording.translation import current_language, tr


class MarkSide(Side):
    """Follows the table of marks."""

    def __init__(self, desk: Desk, panel: MarksPanel, texts: MarkTexts, later: Slices) -> None:
        """Build the form a part a turn in ``later``: it shows once the marks are read."""
        super().__init__()
        self._panel, self._texts = panel, texts
        self.form = RecordForm(
            desk,
            DamageMark,
            {
                "vehicle_uid": lambda: record_access.vehicle_options(desk.case),
                "part_id": self._part_options,
                "matches_mark": self.mark_options,
            },
            {"photos": evidence_numbers(desk)},
            self.body,
            is_behind=True,
            slices=later,
        )
        self._title = looks.label("heading")
        self.body.setLayout(looks.column(self._title, self.form, spacing=12, margin=14))
        panel.current_changed.connect(lambda mark_id: self.form.show_record(mark_id or None))

    def retranslate(self) -> None:
        """Write the texts in the window's language."""
        self._title.setText(tr("Damaged part"))

    def field_with_keyboard(self) -> str:
        """Return the field that is being written in, empty for none."""
        focused = self.window().focusWidget()
        return next((name for name, editor in self.form.editors.items() if editor.isAncestorOf(focused)), "")

    def mark_options(self) -> Options:
        """Return the marks of the other vehicles: one of the same vehicle is no counterpart."""
        own = self._panel.vehicle.vehicle_id
        names: dict[str | None, str] = {item.id: record_access.vehicle_name(item) for item in self._panel.vehicles}
        others = [item for item in self._panel.marks if item.vehicle_uid != own]
        return [
            (item.id, f"{names.get(item.vehicle_uid, formats.EMPTY)} · {self._texts.line(item)}") for item in others
        ]

    def _part_options(self) -> Options:
        return [(part.id, part.label.in_(current_language())) for part in self._panel.parts.values()]
