"""Which of several tasks is the visit of this surveyor."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.operations.cases.checking import check, load_checks
from surveyor_app.operations.editing.visits import read_visit_task, visit_task
from tests.operations.office import OfficeDesk
from tests.operations.worlds import only


def task(kind: str | None, owner: str | None, status: str = "new", *, sealed: bool = False) -> Task:
    return Task(id=new_record_id(), task_kind=kind, owner=owner, task_status=status, sealed=sealed)


def test_a_case_without_tasks_has_no_visit() -> None:
    assert visit_task([], "zhang") is None


def test_the_own_visit_is_chosen_among_other_tasks() -> None:
    mine = task("resurvey", "zhang")
    assert visit_task([task("vehicle", "zhang"), task("scene", "wang"), mine, task("injury", "zhao")], "zhang") is mine


def test_of_two_own_visits_the_first_that_is_not_signed_yet_is_chosen() -> None:
    scene, resurvey = task("scene", "zhang"), task("resurvey", "zhang")
    assert visit_task([scene, resurvey], "zhang") is scene
    signed = task("scene", "zhang", sealed=True)
    assert visit_task([signed, resurvey], "zhang") is resurvey
    again = task("resurvey", "zhang", sealed=True)
    assert visit_task([signed, again], "zhang") is again


def test_a_visit_that_was_reassigned_is_no_more_ones_own() -> None:
    former, mine = task("scene", "zhang", "reassigned"), task("vehicle", "zhang")
    assert visit_task([former, mine], "zhang") is mine
    assert visit_task([former], "zhang") is former


def test_an_own_task_of_another_kind_comes_before_anothers_visit() -> None:
    mine = task("vehicle", "zhang")
    assert visit_task([task("scene", "wang"), mine], "zhang") is mine


def test_a_visit_nobody_owns_comes_before_anothers() -> None:
    free = task("scene", None)
    assert visit_task([task("scene", "wang"), free], "zhang") is free


def test_anothers_visit_can_at_least_be_looked_at() -> None:
    other = task("scene", "wang")
    assert visit_task([task("vehicle", "wang"), other], "zhang") is other


def test_the_visit_of_an_open_case_is_that_of_its_surveyor(case: CaseFile) -> None:
    mine = only(case, Task)
    OfficeDesk(case).gives_out({}, {"task_kind": "scene", "owner": "wang"})
    found = read_visit_task(case)
    assert found is not None
    assert found.id == mine.id


def test_what_another_has_to_do_is_not_missing_here(case: CaseFile) -> None:
    before = [(item.check.id, item.id) for item in check(case, load_checks(resources_dir()))]
    OfficeDesk(case).gives_out({"report_no": "RD1"}, {"task_kind": "vehicle", "owner": "wang"})
    after = [(item.check.id, item.id) for item in check(case, load_checks(resources_dir()))]
    mine = only_tasks(before)
    assert only_tasks(after) == mine


def only_tasks(found: list[tuple[str, str]]) -> list[str]:
    return [name for name, _ in found if name.startswith(("V02", "V03", "V06", "V10", "V15"))]
