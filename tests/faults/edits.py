"""What a surveyor types, as a program of its own that may be killed: each person is said to be saved once it is."""

from __future__ import annotations

import os
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.editing import records
from surveyor_app.records import reading

NAMES = ("王秀英", "李建国", "张桂兰", "刘志强")


def main(arguments: list[str]) -> int:
    """Take people down into the case ``arguments[1]`` of the profile ``arguments[0]``."""
    profile_folder, path = (Path(argument) for argument in arguments)
    with Profile.unlock(profile_folder, os.environ["SURVEYOR_PASSPHRASE"]) as profile, open_case(profile, path) as case:
        take_down(case)
    return 0


def take_down(case: CaseFile) -> None:
    """Take down those who are missing yet."""
    known = people(case)
    for name in NAMES:
        if name not in known:
            records.create(case, Person, {"name": name, "roles": ("eyewitness",)})
        print(name, flush=True)  # noqa: T201 -- what a killed process had acknowledged


def people(case: CaseFile) -> list[str]:
    """Return the names of all people of the case."""
    with case.read() as session:
        return [person.name or "" for person in reading.list_records(session, case.case_id, Person)]
