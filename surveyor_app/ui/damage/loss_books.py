"""The books of losses beside the vehicles: property items, rescue costs, salvage. Each is a list with a form."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import reading
from surveyor_app.ui.base import formats
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.damage.computed_amount import ComputedAmountEditor, property_amount
from surveyor_app.ui.damage.loss_names import LossNames
from surveyor_app.ui.forms.photo_numbers import PhotoNumbersEditor
from surveyor_app.ui.forms.record_book import BookTexts, RecordBook
from surveyor_app.ui.forms.record_form import EditorMaker
from surveyor_app.ui.forms.record_table import Column
from surveyor_app.wording.translation import mark

LIST_PX = 290


def evidence_numbers(desk: Desk) -> EditorMaker:
    """Return the maker of editors for linked photos and papers."""

    def order() -> list[str]:
        with desk.case.read() as session:
            return list(reading.ids(session, desk.case.case_id, Evidence))

    return partial(PhotoNumbersEditor, order=order)


def property_book(desk: Desk, names: LossNames, parent: QWidget) -> RecordBook[PropertyItem]:
    """Return the book of items, damaged or not, beside the insured's own list."""
    return RecordBook(
        desk,
        PropertyItem,
        (Column(mark("Property item"), names.item), Column(mark("Amount"), names.item_amount, right=True)),
        BookTexts(
            mark("New item"),
            mark("No property here yet"),
            mark("Count and price each item, also what is undamaged, and compare it with the insured's own list."),
        ),
        icon="damage",
        focus="name",
        list_width=LIST_PX,
        makers={"photos": evidence_numbers(desk), "amount": partial(ComputedAmountEditor, compute=property_amount)},
        parent=parent,
    )


def rescue_book(desk: Desk, names: LossNames, parent: QWidget) -> RecordBook[RescueCost]:
    """Return the book of rescue costs."""
    return RecordBook(
        desk,
        RescueCost,
        (
            Column(mark("Rescue"), names.rescue),
            Column(mark("Amount"), lambda cost: formats.money(cost.amount), right=True),
        ),
        BookTexts(
            mark("New rescue cost"),
            mark("No rescue cost here yet"),
            mark("Towing, crane, guarding, drying: who was paid for what, from when to when, and what else was saved."),
        ),
        icon="damage",
        focus="rescue_kind",
        list_width=LIST_PX,
        references={"subject_uid": names.subject_options},
        makers={"receipts": evidence_numbers(desk)},
        parent=parent,
    )


def salvage_book(desk: Desk, names: LossNames, parent: QWidget) -> RecordBook[Salvage]:
    """Return the book of what is left."""
    return RecordBook(
        desk,
        Salvage,
        (
            Column(mark("Left of it"), names.salvage),
            Column(mark("Value"), lambda piece: formats.money(piece.value), right=True),
        ),
        BookTexts(
            mark("New salvage"),
            mark("No salvage here yet"),
            mark("What is left has a value and somebody who keeps it; what the insured keeps is deducted."),
        ),
        icon="damage",
        focus="item",
        list_width=LIST_PX,
        references={"subject_uid": names.subject_options},
        makers={"photos": evidence_numbers(desk)},
        parent=parent,
    )
