"""Property, injured people, rescue and salvage beside the vehicles; amounts that cannot be; what all of it comes to."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.losses.injuries import Fee, Injury, InjuryVisit
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.damage.computed_amount import ComputedAmountEditor
from surveyor_app.ui.damage.injuries_panel import FEES, INJURED, VISITS, InjuriesPanel
from surveyor_app.ui.damage.loss_tabs import Tab
from surveyor_app.ui.damage.page import DamagePage
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.field_editors import FieldEditor
from surveyor_app.ui.forms.record_book import RecordBook
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write


@pytest.fixture
def page(open_page: OpenPage) -> DamagePage:
    made = open_page(DamagePage)
    assert isinstance(made, DamagePage)
    return made


def book_of(page: DamagePage, tab: Tab) -> RecordBook[PropertyItem]:
    """Return a book of the page; which kind it has does not matter to the form."""
    page.tabs.show_tab(tab)
    book = page.tabs.book(tab)
    assert isinstance(book, RecordBook)
    return book  # type: ignore[return-value]  # any kind


def fill(editor: FieldEditor, text: str) -> None:
    assert isinstance(editor.control, QLineEdit)
    editor.control.clear()
    write(editor.control, text)
    press(editor.control, Qt.Key.Key_Return)


def amounts(page: DamagePage) -> list[str]:
    return [label.text() for label in page.totals.values]


def test_the_computed_amount_stands_beside_the_written_one(page: DamagePage, desk: Desk, settle: Settle) -> None:
    page.add_facility()
    settle()
    book = book_of(page, Tab.PROPERTY)
    for name, text in (("name", "波形护栏"), ("quantity", "3"), ("unit_price", "420"), ("loss_rate", "60")):
        fill(book.form.editors[name], text)
    settle()
    editor = book.form.editors["amount"]
    assert isinstance(editor, ComputedAmountEditor)
    assert editor.warning() == "Computed: 756.00"
    fill(editor, "800")
    settle()
    assert editor.warning() == "Computed: 756.00, 44.00 apart"
    (item,) = record_access.list_all(desk.case, PropertyItem)
    assert (item.property_class, item.party, item.amount) == ("public_facility", "ground", Decimal("800.00"))
    editor.take_button.click()
    settle()
    assert record_access.list_all(desk.case, PropertyItem)[0].amount == Decimal("756.00")
    assert editor.warning() == ""
    assert editor.take_button.isHidden()
    assert amounts(page) == ["0.00", "756.00", "0.00", "0.00", "0.00", "756.00"]


def test_amounts_that_cannot_be_are_refused_at_the_field(page: DamagePage, desk: Desk, settle: Settle) -> None:
    records.create(desk.case, PropertyItem, {"name": "货物"})
    page.load()
    book = book_of(page, Tab.PROPERTY)
    for name, text, problem in (
        ("unit_price", "-1", "An amount cannot be below zero"),
        ("unit_price", "12.345", "Please enter a number with at most 2 decimal places"),
        ("unit_price", "1e-3", "Please enter a number with at most 2 decimal places"),
        ("unit_price", "NaN", "Please enter a number with at most 2 decimal places"),
        ("quantity", "-3", "This cannot be below zero"),
        ("loss_rate", "100.01", "This cannot be more than 100 %"),
        ("loss_rate", "-5", "This cannot be below zero"),
    ):
        editor = book.form.editors[name]
        fill(editor, text)
        settle()
        assert editor.problem() == problem
        assert editor.control.text() == text  # type: ignore[attr-defined]  # a line
        (item,) = record_access.list_all(desk.case, PropertyItem)
        assert (item.unit_price, item.quantity, item.loss_rate) == (None, None, None)
    fill(book.form.editors["loss_rate"], "100")
    fill(book.form.editors["unit_price"], "0")
    settle()
    (item,) = record_access.list_all(desk.case, PropertyItem)
    assert (item.unit_price, item.loss_rate) == (Decimal("0.00"), Decimal("100"))


def test_an_injured_person_has_visits_and_fees_by_limit(page: DamagePage, desk: Desk, settle: Settle) -> None:
    hurt = records.create(desk.case, Person, {"name": "王建国", "roles": ("injured",)})
    records.create(desk.case, Person, {"name": "李司机"})
    page.load()
    page.tabs.show_tab(Tab.INJURIES)
    panel = page.tabs.book(Tab.INJURIES)
    assert isinstance(panel, InjuriesPanel)
    assert not panel.tabs.isTabEnabled(FEES)
    page.add()
    settle()
    (injury,) = record_access.list_all(desk.case, Injury)
    assert injury.person_uid == hurt.id
    panel.tabs.setCurrentIndex(VISITS)
    page.add()
    settle()
    assert [visit.injury_uid for visit in record_access.list_all(desk.case, InjuryVisit)] == [injury.id]
    for code, amount in (("treatment", "1250.40"), ("nursing", "300"), ("funeral", "1")):
        records.create(desk.case, Fee, {"injury_uid": injury.id, "code": code, "amount": Decimal(amount)})
    records.create(desk.case, Fee, {"code": "treatment", "amount": Decimal("99")})  # somebody else's
    page.load()
    panel.tabs.setCurrentIndex(FEES)
    assert panel.fees.model.rowCount() == 3
    assert [label.text() for label in panel.sums.values] == ["1,250.40", "301.00", "0.00", "1,551.40"]
    assert panel.injured.model.index(0, 1).data() == "1,551.40"
    assert amounts(page)[2] == "1,650.40"
    for name, text in (("days", "7.5"), ("daily_rate", "200.01")):
        fill(panel.fees.form.editors[name], text)
    settle()
    assert panel.fees.form.editors["amount"].warning() == "Computed: 1,500.08, 249.68 apart"
    page.show_record(record_access.list_all(desk.case, InjuryVisit)[0].id, "visited_by")
    assert panel.tabs.currentIndex() == VISITS
    page.show_record(injury.id, "")
    assert panel.tabs.currentIndex() == INJURED
    wanted: list[tuple[str, str, str]] = []
    page.record_wanted.connect(lambda *what: wanted.append(what))
    panel.person_button.click()
    assert wanted == [("person", hurt.id, "severity")]


def test_what_was_rescued_and_what_is_left_belong_to_vehicle_or_item(
    page: DamagePage, desk: Desk, settle: Settle
) -> None:
    car = records.create(desk.case, Vehicle, {"plate_no": "沪A12345"})
    lamp = records.create(desk.case, PropertyItem, {"name": "路灯"})
    towing = records.create(
        desk.case,
        RescueCost,
        {"rescue_kind": "towing", "subject_uid": car.id, "amount": Decimal("600"), "cover": "ctpl"},
    )
    left = records.create(
        desk.case, Salvage, {"item": "灯杆", "subject_uid": lamp.id, "value": Decimal("50"), "disposal": "to_insured"}
    )
    page.load()
    assert amounts(page) == ["0.00", "0.00", "0.00", "600.00", "-50.00", "550.00"]
    assert book_of(page, Tab.RESCUE).model.index(0, 0).data() == "Towing · 沪A12345"
    assert [name for _, name in page.tabs.names.subject_options()] == ["沪A12345", "路灯"]
    page.show_record(left.id, "value")
    assert page.tabs.bar.currentIndex() == Tab.SALVAGE
    page.show_record(towing.id, "amount")
    assert page.tabs.bar.currentIndex() == Tab.RESCUE
    page.show_kind(PropertyItem.KIND, "")
    assert page.tabs.bar.currentIndex() == Tab.PROPERTY
    page.tabs.show_tab(Tab.TOTALS)
    rows = page.tabs.totals.rows
    told = [[rows.index(row, column).data() for column in (0, 2)] for row in range(rows.rowCount())]
    assert ["    Towing · 沪A12345", "600.00"] in told
    assert ["All losses", "550.00"] in told
    assert told[-1] == ["    No cover named", "-50.00"]


def test_photos_are_dropped_on_a_mark_and_linked_by_key(
    page: DamagePage, desk: Desk, settle: Settle, photos: list[Path]
) -> None:
    import_files(desk.case, photos, desk.workers)
    one, two, three = (item.id for item in record_access.list_all(desk.case, Evidence))
    mark = records.create(desk.case, DamageMark, {"part_id": "bonnet", "photos": (one,)})
    page.marks._show_strip(True)
    page.load()
    settle()
    strip, table = page.marks.strip, page.table
    assert strip.linked == (one,)
    carried = strip.evidence.mimeData([strip.evidence.index(1)])
    drop(page, carried, table.visualRect(table.model().index(0, 0)).center().toPointF())
    settle()
    assert set(page_mark(desk).photos or ()) == {one, two}
    strip.setCurrentIndex(strip.evidence.index(2))
    press(strip, Qt.Key.Key_Return)
    settle()
    assert set(page_mark(desk).photos or ()) == {one, two, three}
    assert set(strip.linked) == {one, two, three}
    desk.edits.undo()
    settle()
    assert set(page_mark(desk).photos or ()) == {one, two}
    drop(page, carried, QPointF(5, table.viewport().height() - 2))  # below the last row: no mark, nothing happens
    other = QMimeData()
    other.setText("not a photo")
    drop(page, other, table.visualRect(table.model().index(0, 0)).center().toPointF())
    settle()
    assert set(page_mark(desk).photos or ()) == {one, two}
    assert page_mark(desk).id == mark.id


def page_mark(desk: Desk) -> DamageMark:
    (mark,) = record_access.list_all(desk.case, DamageMark)
    return mark


def drop(page: DamagePage, data: QMimeData, at: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.table.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, left, none))


def test_a_fire_without_a_vehicle_begins_with_property(desk: Desk, open_page: OpenPage) -> None:
    claim = record_access.first_claim(desk.case)
    assert claim is not None
    records.change(desk.case, Claim, claim.id, {"loss_cause": "fire"})
    made = open_page(DamagePage)
    assert isinstance(made, DamagePage)
    assert made.tabs.tab is Tab.PROPERTY


def test_a_case_of_which_nothing_is_known_begins_with_the_vehicle(page: DamagePage) -> None:
    assert page.tabs.tab is Tab.VEHICLES
