"""An amount with what follows from the other figures beside it: the written one counts, and may be taken over from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from surveyor_app.domain.journal.fields import FieldSpec
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.totals import rounded
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.forms.typed_editors import DecimalEditor
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import tr

NO_RECORD = RecordId("")
Compute = Callable[[Mapping[str, object]], Decimal | None]
"""Given what the fields of the form say, returns the amount that follows, ``None`` while a figure is missing."""


class ComputedAmountEditor(DecimalEditor):
    """Writes an amount; below it stands the computed one where it is another."""

    def __init__(
        self, kind: str, spec: FieldSpec, labels: Labels, parent: QWidget | None = None, *, compute: Compute
    ) -> None:
        self._compute = compute
        super().__init__(kind, spec, labels, parent)

    def make_control(self) -> QWidget:
        self._face = QWidget(self)
        control = super().make_control()
        self.take_button = looks.button("", self._take, self._face)
        self.take_button.hide()
        layout = QHBoxLayout(self._face)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(control, 1)
        layout.addWidget(self.take_button)
        return control

    def face(self) -> QWidget:
        return self._face

    def stops(self) -> list[QWidget]:
        return [self.line, self.take_button]

    def computed(self) -> Decimal | None:
        """Return what follows from the other fields."""
        return self._compute(self.neighbours())

    def retranslate(self) -> None:
        super().retranslate()
        looks.face(self.take_button, tr("Take over"))

    def warning(self) -> str:
        computed, written = self.computed(), self.value()
        if computed is None or written == computed:
            return super().warning()
        if not isinstance(written, Decimal):
            return tr("Computed: {amount}", amount=formats.money(computed))
        apart = formats.money(abs(written - computed))
        return tr("Computed: {amount}, {difference} apart", amount=formats.money(computed), difference=apart)

    def check(self) -> None:
        super().check()
        computed = self.computed()
        self.take_button.setVisible(computed is not None and computed != self.value() and not self.line.isReadOnly())

    def set_read_only(self, is_read_only: bool) -> None:
        super().set_read_only(is_read_only)
        if is_read_only:
            self.take_button.hide()

    def _take(self) -> None:
        if (computed := self.computed()) is not None:
            self.line.setText(self.write(computed))
            self.edited.emit()
            self._on_left()
            self.line.setFocus()


def property_amount(shown: Mapping[str, object]) -> Decimal | None:
    """Return quantity × price × loss % − salvage to the cent (domain §8.3)."""
    item = PropertyItem(
        id=NO_RECORD,
        quantity=_number(shown.get("quantity")),
        unit_price=_number(shown.get("unit_price")),
        loss_rate=_number(shown.get("loss_rate")),
        salvage=_number(shown.get("salvage")),
    )
    computed = item.computed_amount
    return None if computed is None else rounded(computed)


def fee_amount(shown: Mapping[str, object]) -> Decimal | None:
    """Return days × daily rate to the cent."""
    days, rate = _number(shown.get("days")), _number(shown.get("daily_rate"))
    return None if days is None or rate is None else rounded(days * rate)


def _number(value: object) -> Decimal | None:
    """Return a figure; a text that cannot be read yet is none."""
    return value if isinstance(value, Decimal) else None
