"""Photos are assigned to shots, shots are set aside with a reason, and all of it is taken back as it was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.findings import Finding
from surveyor_app.domain.errors import InputError, NotFound, Sealed
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.texts import Text
from surveyor_app.domain.wire_errors import NotOwner
from surveyor_app.operations.cases.checking import check, load_checks, read_contents
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.moving import move_together
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.intake.evidence_lines import read_lines
from surveyor_app.operations.photos import shots
from surveyor_app.operations.photos.captions import fill_in
from surveyor_app.operations.report.field_rows import FieldRows
from surveyor_app.operations.report.sections import Sections
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese, english, find_language
from surveyor_app.wording.shot_lists import load_shot_lists
from tests.operations.office import OtherDesk
from tests.operations.worlds import entries, listed, only

LISTS = load_shot_lists(resources_dir())
VIN = "motor.vin_stamp"


def missing(case: CaseFile) -> list[Finding]:
    return [item for item in check(case, load_checks(resources_dir())) if item.check.id == "V73"]


def keys(case: CaseFile) -> set[tuple[str, str | None]]:
    return {(item.id, item.field) for item in missing(case)}


def test_several_photos_are_assigned_as_one_operation_and_undone_as_one(filled: CaseFile) -> None:
    car, ids = only(filled, Vehicle), [item.id for item in listed(filled, Evidence)]
    assert (car.id, VIN) in keys(filled)
    history = History()
    changes = shots.assign(filled, ids[:2], VIN, car.id)
    history.record(changes)
    assert len({entry.op for entry in entries(filled)[-2:]}) == 1
    assert [item.shot_key for item in listed(filled, Evidence)] == [VIN, VIN, None]
    assert (car.id, VIN) not in keys(filled)
    history.undo(filled)
    assert [(item.shot_key, item.subject_uid) for item in listed(filled, Evidence)] == [(None, None)] * 3


def test_assigning_again_writes_nothing_and_clearing_takes_both_off(filled: CaseFile) -> None:
    car, first = only(filled, Vehicle), listed(filled, Evidence)[0]
    shots.assign(filled, [first.id], VIN, car.id)
    assert not shots.assign(filled, [first.id], VIN, car.id).touched
    shots.clear(filled, [first.id])
    assert listed(filled, Evidence)[0].subject_uid is None


def test_one_photo_that_is_not_there_leaves_all_as_they_were(filled: CaseFile) -> None:
    first = listed(filled, Evidence)[0]
    with pytest.raises(NotFound):
        shots.assign(filled, [first.id, new_record_id()], VIN, "")
    assert listed(filled, Evidence)[0].shot_key is None


def test_a_shot_does_not_apply_for_a_reason_until_that_is_taken_back(filled: CaseFile) -> None:
    car = only(filled, Vehicle)
    with pytest.raises(InputError):
        shots.set_not_applicable(filled, [(VIN, car.id)], " ")
    shots.set_not_applicable(filled, [(VIN, car.id), ("motor.odometer", car.id)], "burnt out")
    assert {state.reason for state in listed(filled, ShotState)} == {"burnt out"}
    assert (car.id, VIN) not in keys(filled)
    shots.set_not_applicable(filled, [(VIN, car.id)], "covered by foam")
    assert sorted(state.reason or "" for state in listed(filled, ShotState)) == ["burnt out", "covered by foam"]
    shots.take_back(filled, [(VIN, car.id)])
    assert (car.id, VIN) in keys(filled)
    assert len(listed(filled, ShotState)) == 1


def test_a_list_left_out_asks_for_nothing(filled: CaseFile) -> None:
    assert missing(filled)
    shots.set_not_applicable(filled, [("motor", "")], "only the fence was hit")
    assert not missing(filled)
    shots.ask_for(filled, [("fire", "")])
    assert {item.field for item in missing(filled)} >= {"fire.premises_sign"}


def test_findings_name_subject_and_shot_in_both_languages(filled: CaseFile) -> None:
    (finding,) = (item for item in missing(filled) if item.field == VIN)
    assert finding.text(chinese()) == "缺少必拍照片: 浙B12345 · 车架号钢印 (0/1)"
    assert finding.text(english()) == "Required shot missing: 浙B12345 · Stamped VIN (0/1)"


def test_what_a_signed_report_rests_on_is_not_assigned_anew(signed: CaseFile) -> None:
    with pytest.raises(Sealed):
        shots.assign(signed, [listed(signed, Evidence)[0].id], VIN, "")


def test_lines_number_what_is_not_withdrawn(filled: CaseFile) -> None:
    ids = [item.id for item in listed(filled, Evidence)]
    records.withdraw(filled, Evidence, [ids[0]], "blurred")
    lines = {line.id: line for line in read_lines(filled)}
    assert [lines[id_].number for id_ in ids] == [None, 1, 2]
    assert lines[ids[1]].file_name == "IMG_0002.jpg"


def test_photos_are_moved_together_in_their_order(filled: CaseFile) -> None:
    ids = [item.id for item in listed(filled, Evidence)]
    changes = move_together(filled, Evidence, [ids[2], ids[1]], ids[0])
    assert [item.id for item in listed(filled, Evidence)] == [ids[1], ids[2], ids[0]]
    history = History()
    history.record(changes)
    history.undo(filled)
    assert [item.id for item in listed(filled, Evidence)] == ids
    assert not move_together(filled, Evidence, [ids[1], ids[2]], None).touched
    assert not move_together(filled, Evidence, [ids[0], ids[1]], ids[1]).touched


def test_a_move_under_a_seal_is_refused(signed: CaseFile) -> None:
    ids = [item.id for item in listed(signed, Evidence)]
    with pytest.raises(Sealed):
        move_together(signed, Evidence, [ids[1]], ids[0])


def test_placeholders_are_filled_in_for_each_photo(filled: CaseFile) -> None:
    line = read_lines(filled)[1]
    names = {"shot": "车架号钢印", "subject": "浙B12345", "plate": "浙B12345"}
    assert fill_in("{n} {shot} {plate} {other}", line, names) == "2 车架号钢印 浙B12345 {other}"
    assert fill_in("{time}{subject}", line, {}) == ""


@pytest.mark.parametrize(
    ("language", "text"), [("zh_CN", "王五 驾驶证正副页"), ("en", "王五 Driving licence, both pages")]
)
def test_the_report_calls_a_photo_by_its_shot_where_it_has_no_caption(
    filled: CaseFile, language: str, text: str
) -> None:
    first = listed(filled, Evidence)[0].id
    shots.assign(filled, [first], "motor.driver_licence", only(filled, Person).id)
    contents = read_contents(filled)
    sections = Sections(FieldRows(Labels.load(resources_dir())), contents, {}, language)
    numbers: dict[str, str] = {item.id: str(n) for n, item in enumerate(contents.evidence, start=1)}
    captions = [entry.caption for entry in sections.photos(numbers, set())]
    said = [caption.in_(find_language(language)) if isinstance(caption, Text) else caption for caption in captions]
    assert said == [text, "IMG_0002.jpg", "IMG_0003.jpg"]


def test_another_surveyors_photos_and_reasons_are_left_as_they_are(case: CaseFile) -> None:
    wang = OtherDesk(case, "wang")
    photo = wang.makes(Evidence, {"rank": "1"})
    wang.makes(ShotState, {"shot_key": "motor.debris", "state": "not_applicable", "reason": "swept"})
    mine = records.create(case, Evidence, {"caption": "mine"}).id
    before = entries(case)
    refused: tuple[Callable[[], object], ...] = (
        lambda: shots.assign(case, [mine, photo], VIN, ""),
        lambda: move_together(case, Evidence, [photo], None),
        lambda: shots.take_back(case, [("motor.debris", "")]),
    )
    for work in refused:
        with pytest.raises(NotOwner):
            work()
    assert entries(case) == before
    shots.set_not_applicable(case, [("motor.debris", "")], "rain")
    assert sorted(state.reason or "" for state in listed(case, ShotState)) == ["rain", "swept"]
