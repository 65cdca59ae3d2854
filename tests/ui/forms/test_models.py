"""Item models keep Qt's rules, selection survives changes, numbers are those people see."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.delivery_states import DeliveryItem
from surveyor_app.operations.cases.opening import CaseSummary, list_cases, summarise
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.operations.photos import shots
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.delivery.model import DeliveryModel
from surveyor_app.ui.forms.id_rows import IdRows
from surveyor_app.ui.forms.record_list import RecordList
from surveyor_app.ui.forms.record_table import Column, RecordTableModel
from surveyor_app.ui.photos import thumbnails
from surveyor_app.ui.photos.evidence_model import NUMBER_ROLE, PIXMAP_ROLE, EvidenceModel
from surveyor_app.ui.photos.photo_view import PhotoView, Sorting, Status, shown_ids
from surveyor_app.ui.photos.thumbnails import Thumbnails
from surveyor_app.ui.window.cases_model import CasesModel
from surveyor_app.wording.labels import Labels
from tests.ui.conftest import Settle

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


class _Names(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows = IdRows(self)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str | None:
        return self.rows.ids[index.row()] if role == Qt.ItemDataRole.DisplayRole else None


def test_rows_follow_any_change_and_persistent_places_stay_with_their_ids(owner: QObject) -> None:
    model = _Names(owner)
    QAbstractItemModelTester(model, FATAL, owner)
    chance = random.Random(2026)
    pool = [f"id{number}" for number in range(30)]
    for _ in range(60):
        kept = {id_: QPersistentModelIndex(model.index(row, 0)) for row, id_ in enumerate(model.rows.ids)}
        wanted = chance.sample(pool, chance.randrange(0, 20))
        model.rows.update(wanted)
        assert model.rows.ids == wanted
        for id_, index in kept.items():
            if id_ in wanted:
                assert index.data() == id_
            else:
                assert not index.isValid()
        assert all(model.rows.place(id_) == row for row, id_ in enumerate(wanted))


def test_a_table_of_people_follows_their_changes(case: CaseFile, owner: QObject, translation: Translation) -> None:
    columns: tuple[Column[Person], ...] = (
        Column("Name", lambda person: person.name or "—"),
        Column("Role", lambda _person: ""),
    )
    model = RecordTableModel(case, Person, columns, owner)
    QAbstractItemModelTester(model, FATAL, owner)
    first = records.create(case, Person, {"name": "王建国"})
    model.apply(first.changes)
    second = records.create(case, Person, {"name": "陈晓"})
    model.apply(second.changes)
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["王建国", "陈晓"]
    model.apply(records.change(case, Person, second.id, {"name": "陈晓明"}))
    assert model.index(1, 0).data() == "陈晓明"
    model.apply(records.withdraw(case, Person, [first.id], "mistake"))
    assert model.rowCount() == 1
    assert model.id_at(0) == second.id


@pytest.fixture
def evidence(
    case: CaseFile, jobs: Jobs, workers: MediaWorkers, photos: list[Path], owner: QObject, translation: Translation
) -> EvidenceModel:
    import_files(case, photos, workers)
    model = EvidenceModel(case, Thumbnails(case, workers, jobs, QSize(208, 156), owner), owner)
    QAbstractItemModelTester(model, FATAL, owner)
    return model


def test_evidence_is_numbered_by_its_order(case: CaseFile, evidence: EvidenceModel) -> None:
    ids = [evidence.id_at(row) for row in range(3)]
    assert [evidence.known.number_of(id_ or "") for id_ in ids] == [1, 2, 3]
    evidence.apply(records.move(case, Evidence, ids[2] or "", ids[0]))
    assert [evidence.id_at(row) for row in range(3)] == [ids[2], ids[0], ids[1]]
    assert evidence.known.number_of(ids[2] or "") == 1
    assert evidence.known.number_of(ids[0] or "") == 2


def test_filtered_evidence_keeps_its_numbers(case: CaseFile, evidence: EvidenceModel) -> None:
    last = evidence.id_at(2) or ""
    evidence.apply(shots.assign(case, [last], "motor.odometer", ""))
    evidence.show_view(PhotoView(shot="motor.odometer"))
    assert evidence.rowCount() == 1
    assert evidence.known.number_of(last) == 3
    assert evidence.known.total() == 3


def test_another_order_keeps_the_numbers(evidence: EvidenceModel) -> None:
    evidence.show_view(PhotoView(sorting=Sorting.NAME))
    assert [evidence.known.number_of(evidence.id_at(row) or "") for row in range(3)] == [1, 2, 3]
    assert not evidence.can_reorder()


def test_withdrawn_evidence_is_shown_apart_and_has_no_number(case: CaseFile, evidence: EvidenceModel) -> None:
    first = evidence.id_at(0) or ""
    evidence.apply(records.withdraw(case, Evidence, [first], "blurred"))
    assert (evidence.known.total(), evidence.known.withdrawn(), evidence.row_of(first)) == (2, 1, None)
    evidence.show_view(PhotoView(status=Status.WITHDRAWN))
    assert [evidence.id_at(row) for row in range(evidence.rowCount())] == [first]
    assert evidence.index(0).data(NUMBER_ROLE) is None
    record = evidence.record(first)
    assert record is not None
    assert record.withdrawn_reason == "blurred"


def test_evidence_with_a_doubt_can_be_shown_alone(evidence: EvidenceModel) -> None:
    second = evidence.id_at(1) or ""
    evidence.show_doubts({second: ("blurred",)})
    assert evidence.words.doubt_codes() == ["blurred"]
    evidence.show_view(PhotoView(doubt="blurred"))
    assert [evidence.id_at(row) for row in range(evidence.rowCount())] == [second]
    evidence.show_doubts({})
    assert evidence.rowCount() == 0


def line(number: int, name: str | None = None, at: str | None = None, shot: str | None = None) -> EvidenceLine:
    return EvidenceLine(f"id{number}", number, False, "photo", shot, None, at, None, name)


def test_order_by_time_and_name_puts_what_has_none_last() -> None:
    lines = [line(1, "B.jpg", None), line(2, None, "2026-11-20T14:03:22"), line(3, "a.jpg", "2026-11-20T14:03:21")]
    assert shown_ids(PhotoView(sorting=Sorting.TIME), lines, {}) == ["id3", "id2", "id1"]
    assert shown_ids(PhotoView(sorting=Sorting.NAME), lines, {}) == ["id3", "id1", "id2"]


def test_photos_without_a_shot_are_those_still_to_be_sorted() -> None:
    lines = [line(1, shot="motor.odometer"), line(2)]
    assert shown_ids(PhotoView(status=Status.UNASSIGNED), lines, {}) == ["id2"]


def test_very_many_changes_reset_the_model(owner: QObject) -> None:
    model = _Names(owner)
    QAbstractItemModelTester(model, FATAL, owner)
    pool = [f"id{number}" for number in range(400)]
    model.rows.update(pool)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.rows.update(pool[::2])
    assert (len(resets), model.rows.ids) == (1, pool[::2])


def test_thumbnails_arrive_later_and_only_once(evidence: EvidenceModel, settle: Settle) -> None:
    index = evidence.index(0)
    assert index.data(PIXMAP_ROLE) is None
    settle()
    pixmap = index.data(PIXMAP_ROLE)
    assert pixmap.width() == 208
    assert index.data(PIXMAP_ROLE).cacheKey() == pixmap.cacheKey()


def test_thumbnail_cache_is_bounded(
    case: CaseFile,
    workers: MediaWorkers,
    jobs: Jobs,
    evidence: EvidenceModel,
    owner: QObject,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(thumbnails, "KEPT", 2)
    cache = Thumbnails(case, workers, jobs, QSize(64, 48), owner)
    for row in range(3):
        record = evidence.record(evidence.id_at(row) or "")
        assert record is not None
        cache.find(record.sha256 or "")
    settle()
    assert len(cache._kept) == 2


def test_delivery_states_change_in_place(owner: QObject, translation: Translation) -> None:
    model = DeliveryModel(owner)
    QAbstractItemModelTester(model, FATAL, owner)
    items = [DeliveryItem(f"photo{n}.jpg", f"{n:064}", 1000, "local", 0, evidence_id=str(n)) for n in range(3)]
    model.show_items(items)
    assert [model.index(row, 3).data() for row in range(3)] == ["only here"] * 3
    sending = DeliveryItem("photo1.jpg", f"{1:064}", 1000, "sending", 400, evidence_id="1")
    model.show_items([items[0], sending, items[2]])
    assert model.index(1, 3).data() == "sending 40 %"
    model.show_items([DeliveryItem("photo1.jpg", f"{1:064}", 1000, "receipted", 1000, evidence_id="1")])
    assert model.rowCount() == 1
    assert model.index(0, 3).data() == "receipted"


def test_cases_are_found_by_any_column(
    case: CaseFile, labels: Labels, owner: QObject, translation: Translation
) -> None:
    summarise(case)
    model = CasesModel(labels, owner)
    QAbstractItemModelTester(model, FATAL, owner)
    other = CaseSummary("other", "x.survey", report_no="R2", plate_no="沪B00001", accident_place="Pudong")
    model.show_cases([*list_cases(case.profile), other])
    assert model.rowCount() == 2
    model.search("pudong 沪b")
    assert [model.summary_at(row) for row in range(model.rowCount())] == [other]
    model.search("R20261120")
    assert model.rowCount() == 1
    model.search("")
    model.filter_by(lambda summary: summary.report_no == "R2")
    assert model.rowCount() == 1
    assert model.total() == 2


def test_a_change_of_a_few_is_read_by_itself_and_what_moves_others_is_not(
    case: CaseFile, evidence: EvidenceModel
) -> None:
    ids = [evidence.id_at(row) or "" for row in range(3)]
    lines = {item.id: item for item in evidence.known.lines()}
    evidence.apply(shots.assign(case, [ids[1]], "motor.odometer", ""))
    found = evidence.known.line(ids[1])
    assert found is not None
    assert (found.shot_key, found.number) == ("motor.odometer", 2)
    # The others were not made anew.
    assert evidence.known.line(ids[0]) is lines[ids[0]]
    evidence.apply(records.withdraw(case, Evidence, [ids[0]], "blurred"))
    assert [evidence.known.number_of(id_) for id_ in ids] == [None, 1, 2]


def test_a_list_that_is_not_shown_is_not_measured_and_fits_once_it_is(case: CaseFile, window: QWidget) -> None:
    read: list[str] = []

    def name(person: Person) -> str:
        read.append(person.id)
        return person.name or ""

    for number in range(40):
        records.create(case, Person, {"name": f"证人{number:02}" + "长" * 12})
    model = RecordTableModel(case, Person, (Column("Role", lambda _person: ""), Column("Name", name)), window)
    listed = RecordList(model, parent=window)
    listed.resize(600, 300)
    model.touch_all()
    listed.select(model.id_at(30) or "")
    assert read == []
    window.show()
    QApplication.processEvents()
    assert 0 < len(set(read)) < 40  # what is seen
    text = f"证人00{'长' * 12}"
    assert listed.columnWidth(1) >= listed.fontMetrics().horizontalAdvance(text)
