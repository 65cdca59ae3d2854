"""The sample claim as told in a demonstration, and besides it something of all that papers can print."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Participant, Statement
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.sample_story import Telling, load_story
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.photos import shots
from surveyor_app.operations.statements.notice import read_notice
from surveyor_app.operations.statements.reading import begin_reading, correct
from surveyor_app.wording.questions import load_questions
from surveyor_app.wording.typed_values import typed_values
from tests.operations.statement_world import take
from tests.operations.worlds import listed, moment, only, photos_in


def fill_everything(case: CaseFile, folder: Path, workers: MediaWorkers) -> None:
    """Take the sample claim down in a new case, then what it lacks for every section and row of the papers."""
    photos = photos_in(folder, 4)
    photos[3].write_bytes(photos[3].read_bytes()[:200])
    evidence.import_files(case, photos, workers)
    story = load_story(resources_dir())
    claim = typed_values(Claim.KIND, story["claim"], story["offset_min"])
    records.change(case, Claim, only(case, Claim).id, claim)
    Telling(case, story, {question.id: question.text for question in load_questions(resources_dir())}).tell()
    records.change(case, Task, only(case, Task).id, {"second_surveyor": "王协办", "left_at": moment(50)})
    _photos(case)
    _people(case)


def add_statement(case: CaseFile, language: str) -> str:
    """Take a statement in a language that is read back and corrected, and its notice read in that language; return its id."""
    taken = take(case, 3, language, interpreter=True)
    read_notice(case, taken.statement, "read_aloud")
    begin_reading(case, taken.statement, "self_read")
    correct(case, taken.answers[1], "answer", "大概二十米远。", "记错")
    correct(case, taken.answers[2], "question", "第3问：何时？")
    return taken.statement


def _photos(case: CaseFile) -> None:
    """Have photos with a caption, with a shot, with neither, and that cannot be shown; and a camera that was measured twice."""
    photos = [item for item in listed(case, Evidence) if item.evidence_class == "photo"]
    records.change(case, Evidence, photos[0].id, {"caption": "十字路口"})
    shots.assign(case, [photos[1].id], "motor.odometer", listed(case, Vehicle)[0].id)
    for offset_ms, shown in ((-200_000, "2026-11-20T06:03:22.000000Z"), (-190_000, "2026-11-22T06:03:22.000000Z")):
        clock = {"make": "SONY", "model": "DSC-W7", "shown_utc": shown, "offset_ms": offset_ms, "assumed_offset": 480}
        records.create(case, CameraClock, clock)


def _people(case: CaseFile) -> None:
    """Add people without a name, witnesses, one of whom wants confidentiality, and a second vehicle with damage."""
    records.create(case, Person, {"roles": ("passenger",), "sex": "female"})
    seen = records.create(case, Person, {"name": "赵目击", "roles": ("eyewitness",)}).id
    secret = records.create(case, Person, {"name": "孙保密", "roles": ("eyewitness",)}).id
    heard = records.create(case, Statement, {"seq_no": 9, "subject_uid": secret, "kind": "eyewitness"}).id
    first = listed(case, Statement)[0].id
    records.create(case, Participant, {"statement_uid": first, "role": "witness", "person_uid": secret})
    position = {"position": "报刊亭旁", "distance_m": Decimal("12.5"), "view": "partly", "willing_to_testify": True}
    photos = (listed(case, Evidence)[2].id,)
    records.create(case, Witness, {"person_uid": seen, "statement_uid": first, "media": photos, **position})
    confidential = {"person_uid": secret, "statement_uid": heard, "wants_confidentiality": True}
    records.create(case, Witness, {**confidential, **position})
    van = records.create(case, Vehicle, {"make_model": "金杯", "category": "third"}).id
    mark = {"vehicle_uid": van, "part_id": "front_bumper", "severity": 3, "labour": Decimal(300)}
    records.create(case, DamageMark, mark)
