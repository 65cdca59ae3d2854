"""Annotations: one operation each, numbered by themselves, taken back and done again, the original untouched."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InputError, NotFound, Sealed
from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shapes import Points, Shape
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.photos import annotating
from surveyor_app.operations.photos.annotating import NewShape
from surveyor_app.wording.drawing_table import load_palette
from tests.operations.worlds import entries, listed

BOX: Points = ((1000, 1000), (3000, 3000))


def first(case: CaseFile) -> str:
    return listed(case, Evidence)[0].id


def new(shape: Shape = Shape.BOX, points: Points = BOX, label: str = "") -> NewShape:
    return NewShape(shape, points, "red", 45, label)


def test_a_shape_is_one_record_over_its_photo(filled: CaseFile) -> None:
    photo, other = (item.id for item in listed(filled, Evidence)[:2])
    made = annotating.add(filled, photo, new(Shape.TEXT, ((5, 6),), " 划痕 "))
    (record,) = annotating.list_of(filled, photo)
    assert (record.id, record.shape, record.points, record.label) == (made.id, "text", "5,6", "划痕")
    assert annotating.list_of(filled, other) == []
    assert annotating.annotated_ids(filled) == {photo}


def test_numbers_count_up_for_each_photo(filled: CaseFile) -> None:
    photo, other = (item.id for item in listed(filled, Evidence)[:2])
    for place in (photo, photo, other):
        annotating.add(filled, place, new(Shape.NUMBER, ((5, 6),)))
    annotating.add(filled, photo, new(Shape.NUMBER, ((5, 6),), "17"))
    annotating.add(filled, photo, new(Shape.NUMBER, ((5, 6),)))
    assert [item.label for item in annotating.list_of(filled, photo)] == ["1", "2", "17", "18"]
    assert [item.label for item in annotating.list_of(filled, other)] == ["1"]


def test_a_withdrawn_number_is_given_again(filled: CaseFile) -> None:
    photo = first(filled)
    annotating.add(filled, photo, new(Shape.NUMBER, ((5, 6),)))
    last = annotating.add(filled, photo, new(Shape.NUMBER, ((5, 6),)))
    annotating.withdraw(filled, [last.id])
    annotating.add(filled, photo, new(Shape.NUMBER, ((5, 6),)))
    assert [item.label for item in annotating.list_of(filled, photo)] == ["1", "2"]


def test_a_shape_is_moved_recoloured_and_relabelled(filled: CaseFile) -> None:
    made = annotating.add(filled, first(filled), new(Shape.LINE))
    annotating.reshape(filled, made.id, ((0, 0), (99999, 5)))
    annotating.restyle(filled, made.id, color="blue", width=9999, label="1.25 m")
    (record,) = annotating.list_of(filled, first(filled))
    assert (record.points, record.color, record.width, record.label) == ("0,0 10000,5", "blue", 400, "1.25 m")


def test_all_of_it_is_taken_back_and_done_again(filled: CaseFile) -> None:
    history, photo = History(), first(filled)
    made = annotating.add(filled, photo, new())
    history.record(made.changes)
    history.record(annotating.reshape(filled, made.id, ((1, 1), (5000, 5000))))
    history.record(annotating.withdraw(filled, [made.id]))
    history.undo(filled)
    assert annotating.list_of(filled, photo)[0].points == "1,1 5000,5000"
    history.undo(filled)
    assert annotating.list_of(filled, photo)[0].points == "1000,1000 3000,3000"
    history.undo(filled)
    assert annotating.list_of(filled, photo) == []
    for _ in range(2):
        history.redo(filled)
    assert annotating.list_of(filled, photo)[0].points == "1,1 5000,5000"


def test_clearing_a_layer_is_one_operation(filled: CaseFile) -> None:
    photo = first(filled)
    for _ in range(3):
        annotating.add(filled, photo, new())
    changes = annotating.clear(filled, photo)
    assert annotating.list_of(filled, photo) == []
    operations = [line.op for line in entries(filled, "annotation")][-3:]
    assert len(set(operations)) == 1
    history = History()
    history.record(changes)
    history.undo(filled)
    assert len(annotating.list_of(filled, photo)) == 3
    assert not annotating.clear(filled, listed(filled, Evidence)[1].id).touched


def test_new_shapes_lie_on_top(filled: CaseFile) -> None:
    made = [annotating.add(filled, first(filled), new()).id for _ in range(3)]
    assert [item.id for item in annotating.list_of(filled, first(filled))] == made


def test_the_original_is_untouched(filled: CaseFile) -> None:
    record = listed(filled, Evidence)[0]
    before = b"".join(evidence.original(filled, record.sha256 or ""))
    annotating.add(filled, record.id, new(Shape.PIXELATE))
    assert b"".join(evidence.original(filled, record.sha256 or "")) == before
    assert listed(filled, Evidence)[0] == record


@pytest.mark.parametrize("points", [((1, 1),), ((1, 1), (2, 2), (3, 3)), ((100, 100), (101, 101))])
def test_points_that_are_no_shape_are_refused(filled: CaseFile, points: Points) -> None:
    with pytest.raises(InputError):
        annotating.add(filled, first(filled), new(points=points))
    assert annotating.list_of(filled, first(filled)) == []


def test_there_is_no_layer_without_a_photo(filled: CaseFile) -> None:
    with pytest.raises(NotFound):
        annotating.add(filled, "no-such-photo", new())
    with pytest.raises(NotFound):
        annotating.reshape(filled, "no-such-shape", BOX)


def test_a_shape_of_another_version_is_not_reshaped(filled: CaseFile) -> None:
    strange = records.create(filled, Annotation, {"evidence_uid": first(filled), "shape": "spiral", "points": "1,2"}).id
    with pytest.raises(InputError):
        annotating.reshape(filled, strange, BOX)


def test_too_many_shapes_are_refused(filled: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotating, "MOST", 2)
    for _ in range(2):
        annotating.add(filled, first(filled), new())
    with pytest.raises(InputError):
        annotating.add(filled, first(filled), new())


def test_a_broken_rank_of_another_device_does_not_stop_drawing(filled: CaseFile) -> None:
    records.create(filled, Annotation, {"evidence_uid": first(filled), "rank": "~~0"})
    annotating.add(filled, first(filled), new())
    assert len(annotating.list_of(filled, first(filled))) == 2


def test_after_signing_a_shape_may_be_added_but_none_changed(filled: CaseFile, signed: CaseFile) -> None:
    photo = first(signed)
    made = annotating.add(signed, photo, new())
    annotating.reshape(signed, made.id, ((1, 1), (500, 500)))
    with pytest.raises(Sealed):
        records.change(signed, Evidence, photo, {"caption": "x"})


def test_palette_has_both_languages_and_its_defaults() -> None:
    palette = load_palette(resources_dir())
    assert palette.default_color in palette.colors
    assert palette.default_width in palette.widths
    assert palette.hex_of("no such") == palette.default_color.hex
