"""Whatever a surveyor may not write is sent to a live centre, all of it: no row, no access, no body changes on either side.

The table itself is tested in ``tests/domain/test_permissions.py``; here a modified client signs the entries and pushes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import office
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.schema import inbox as inbox_table
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import CASE_KIND, KINDS, SPECS
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import Forbidden
from surveyor_app.records.appending import append_all
from surveyor_app.records.reading import quarantine_of
from surveyor_app.records.revocations import revocation
from surveyor_app.records.schema import PROJECTIONS, bodies, cases, conflicts, journal
from surveyor_app.sync.exchanging import Exchange
from tests.domain.test_permissions import HOLDER, MAKER, OFFICE, OTHER, Entry, entries
from tests.faults.campaigns import IS_LONG, LONG
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience
from tests.records.sides import DEMAND

FINDINGS = [kind for kind in KINDS if kind not in {"claim", "task", "person", "vehicle", "review", "sample"}]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=[LONG, pytest.mark.faults, pytest.mark.postgres])])
def live(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmbeddedCentre]:
    """One centre for all tests here; on PostgreSQL in the long campaign."""
    if request.param == "sqlite":
        yield request.getfixturevalue("shared_centre")
        return
    url = request.getfixturevalue("postgres_url")
    with EmbeddedCentre(tmp_path, config=CentreConfig(tmp_path, url)) as made:
        yield made


@dataclass
class Scene:
    """A case of the office in which wang found something of every kind and eve, who attacks, holds a task as well."""

    live: EmbeddedCentre
    case: str
    elsewhere: str
    eve: Laptop
    wang: Laptop
    records: dict[tuple[str, str], str]
    """By kind and who made it."""
    tasks: dict[str, str]
    """The office's tasks by owner."""

    def rows(self, session: Session) -> dict[str, list[str]]:
        """All that is shown of the case."""
        tables = [*PROJECTIONS.values(), conflicts]
        found = {
            table.name: sorted(
                repr(tuple(row)) for row in session.execute(select(table).where(table.c.case_id == self.case))
            )
            for table in tables
        }
        found["cases"] = [
            repr(tuple(row)) for row in session.execute(select(cases.c.alias_of).where(cases.c.id == self.case))
        ]
        return found

    def held(self, session: Session) -> set[str]:
        return set(session.scalars(select(bodies.c.hash).where(bodies.c.case_id == self.case)))

    def state(self) -> tuple[dict[str, list[str]], dict[str, list[str]], list[tuple[str, str, bool]], list[object]]:
        """What centre and wang's laptop show, who may see what, and who was given what."""
        with self.live.centre.database.read() as session:
            at_centre = self.rows(session)
            given: list[object] = [tuple(row) for row in session.execute(select(inbox_table))]
            access = [
                (user, case, self._may_see(session, user, case))
                for user in ("eve", "wang", "zhao")
                for case in (self.case, self.elsewhere)
            ]
        with Session(self.wang.engine) as session:
            at_laptop = self.rows(session)
        return at_centre, at_laptop, access, given

    def _may_see(self, session: Session, user: str, case: str) -> bool:
        try:
            require_access(session, Caller(user, user, Role.SURVEYOR, None, ""), case)
        except Forbidden:
            return False
        return True


def exchange(live: EmbeddedCentre, laptop: Laptop) -> Exchange:
    with laptop.client(live.url) as client:
        made = Exchange(laptop, client, patience())
        made.run()
    return made


@pytest.fixture
def scene(live: EmbeddedCentre, make_laptop: MakeLaptop) -> Scene:
    """The case, up to date on all sides."""
    case = office.open_claim(
        live.centre, "li", {"report_no": "RD8", "insured_name": "王五"}, again_reason="another test"
    )
    elsewhere = office.open_claim(live.centre, "li", {"report_no": "RD9"}, again_reason="another test")
    eve, wang = make_laptop("eve", case), make_laptop("wang", case)
    office.create_user(live.centre, "zhao", "Zhao")
    tasks = {user: office.assign(live.centre, "li", case, user) for user in ("eve", "wang")}
    office.assign(live.centre, "li", elsewhere, "wang")
    exchange(live, wang)
    made = {kind: new_record_id() for kind in (*FINDINGS, "person", "vehicle", "task")}
    wang.write(
        *(Step(Action.CREATE, kind, item, {"owner": "wang"} if kind == "task" else {}) for kind, item in made.items())
    )
    exchange(live, wang)
    exchange(live, eve)
    with Session(wang.engine) as session:
        claim = session.scalar(select(journal.c.record_id).where(journal.c.kind == "claim"))
    records = {(kind, "wang"): str(item) for kind, item in made.items()}
    records |= {("claim", "office"): str(claim), ("task", "office"): tasks["wang"]}
    return Scene(live, case, elsewhere, eve, wang, records, tasks)


def write_each(laptop: Laptop, steps: Sequence[Step]) -> list[SignedEntry]:
    """Write each step as an operation of its own, so that each stands for itself."""
    with Session(laptop.engine) as session, session.begin():
        return [
            operation[0] for operation in append_all(session, laptop.case_id, [[step] for step in steps], laptop.author)
        ]


def forbidden(scene: Scene) -> Iterator[Step]:
    """Every entry about the scene's records that the table does not permit to eve."""
    for entry in entries():
        first = entry.field in {None, SPECS[entry.kind][0].name}
        if not (IS_LONG or first or entry.action is Action.CHANGE):
            continue  # The table itself is tested whole; here each field once, and each action.
        maker = {OFFICE: "office", MAKER: "wang"}.get(entry.maker)
        record = scene.records.get((entry.kind, maker or ""))
        if entry.writer is OTHER and not entry.permitted and record is not None:
            yield Step(entry.action, entry.kind, record, fields_of(entry))
        # The office's task that eve holds herself: the assignment is the office's all the same.
        if entry.writer is HOLDER and entry.kind == "task" and entry.maker is OFFICE and not entry.permitted:
            yield Step(entry.action, "task", scene.tasks["eve"], fields_of(entry))


def fields_of(entry: Entry) -> dict[str, Json]:
    if entry.field is None:
        return {}
    values: dict[str, Json] = {"owner": "eve", "task_status": "cancelled"}
    return {entry.field: values.get(entry.field, "x")}


def creations(scene: Scene) -> Iterator[Step]:
    """Tasks for others, claims beside the office's, and what follows them."""
    for owner in ("wang", "zhao", "li", " eve"):
        yield Step(Action.CREATE, "task", new_record_id(), {"owner": owner, "task_kind": "scene", "task_status": "new"})
    for second in ("00000000-0000-7000-8000-000000000001", new_record_id()):
        yield Step(Action.CREATE, "claim", second, {"report_no": "RD0", "insured_name": "eve"})
        yield Step(Action.CHANGE, "claim", second, {"insured_phone": "1"})


def about_the_case(scene: Scene, held: set[str]) -> Iterator[Step]:
    """Ties, erasures of what others wrote, also in the office's name, and lock-outs."""
    case = scene.case
    yield Step(Action.ALIAS, CASE_KIND, case, {"alias_of": scene.elsewhere})
    for body in sorted(held):
        yield Step(Action.ERASE, CASE_KIND, case, {"bodies": [body], **DEMAND})
    for laptop in (scene.wang, scene.eve):
        yield revocation(case, laptop.key.device_id, [], "lost")


def harmless(scene: Scene) -> Iterator[Step]:
    """What anybody may say and what says nothing about anybody's record."""
    for (kind, _), record in scene.records.items():
        fields: dict[str, Json] = {SPECS[kind][0].name: "x"}
        yield Step(Action.NOTE, kind, record, fields)
        for action in (Action.ALIAS, Action.ERASE):
            yield Step(action, kind, record, {**fields, "alias_of": scene.elsewhere, "bodies": []})
    for action in (Action.CREATE, Action.CHANGE, Action.ATTACH, Action.SIGN, Action.SEAL, Action.WITHDRAW):
        yield Step(action, CASE_KIND, scene.case, {"alias_of": scene.elsewhere, "report_no": "x"})


def test_nothing_that_is_not_permitted_has_an_effect_anywhere(scene: Scene) -> None:
    before = scene.state()
    with scene.live.centre.database.read() as session:
        held = scene.held(session)
    steps = [*forbidden(scene), *creations(scene), *about_the_case(scene, held)]
    assert len(steps) > 200
    written = write_each(scene.eve, steps)
    said = exchange(scene.live, scene.eve)
    assert set(said.quarantined) == {entry.hash for entry in written}
    assert set(said.quarantined.values()) == {"not_owner"}
    exchange(scene.live, scene.wang)
    assert scene.state() == before
    with scene.live.centre.database.read() as session:
        assert held <= scene.held(session)
        assert {item.hash for item in quarantine_of(session, scene.case)} >= {entry.hash for entry in written}
    with Session(scene.wang.engine) as session:
        assert held <= scene.held(session)


def test_what_anybody_may_say_changes_no_record(scene: Scene) -> None:
    before = scene.state()
    write_each(scene.eve, list(harmless(scene)))
    assert exchange(scene.live, scene.eve).quarantined == {}
    exchange(scene.live, scene.wang)
    assert scene.state() == before


def test_a_claim_made_before_the_offices_was_known_gives_way_to_it(scene: Scene) -> None:
    """A laptop that holds nothing of the case yet shows its own claim; with the office's it is set aside."""
    early = Laptop("eve", scene.case)
    (mine,) = early.write(Step(Action.CREATE, "claim", new_record_id(), {"insured_name": "eve"}))
    with Session(early.engine) as session:
        assert len(session.scalars(select(PROJECTIONS["claim"].c.insured_name)).all()) == 1
    early.enrolment, early.tokens = scene.eve.enrolment, scene.eve.tokens
    with scene.eve.client(scene.live.url) as client:
        Exchange(early, client, patience()).pull()  # its own line is not sent: nobody certified that laptop
    with Session(early.engine) as session:
        assert session.scalars(select(PROJECTIONS["claim"].c.insured_name)).all() == ["王五"]
        assert {item.hash: item.reason for item in quarantine_of(session, scene.case)} == {mine.hash: "not_owner"}
    early.close()
