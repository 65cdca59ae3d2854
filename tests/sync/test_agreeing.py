"""What a number means is compared before anything is believed, and put right when the centre was set back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.protocol.messages import CaseAnswer, RegisterCase
from surveyor_app.protocol.numbering import numbering_digest
from surveyor_app.records.reading import list_records
from surveyor_app.records.replay import compare
from surveyor_app.sync.exchanging import Exchange
from tests.integration.laptop import Laptop, patience


class SetBack:
    """A centre in this process whose data can be put back to what it was once."""

    def __init__(self, folder: Path) -> None:
        self._data, self._copy = folder / "centre", folder / "copy"
        self.centre = EmbeddedCentre(self._data)
        self.centre.start()

    def keep_copy(self) -> None:
        self.centre.stop()
        shutil.copytree(self._data, self._copy)
        self.centre.start()

    def restore_copy(self) -> None:
        self.centre.stop()
        shutil.rmtree(self._data)
        shutil.copytree(self._copy, self._data)
        self.centre.start()

    def enrol(self, laptop: Laptop) -> None:
        laptop.enrol(self.centre.url, office.create_user(self.centre.centre, laptop.user, laptop.user).code or "")

    def exchange(self, laptop: Laptop) -> Exchange:
        with laptop.client(self.centre.url) as client:
            made = Exchange(laptop, client, patience())
            made.run()
        return made

    def require_same(self, laptop: Laptop) -> None:
        with Session(laptop.engine) as here, self.centre.centre.database.read() as there:
            assert compare(here, there, laptop.case_id) == []


@pytest.fixture
def insurer(tmp_path: Path) -> Iterator[SetBack]:
    made = SetBack(tmp_path)
    yield made
    made.centre.stop()


@pytest.fixture
def laptop(insurer: SetBack) -> Iterator[Laptop]:
    """A laptop with a task of a case of the office, all of it fetched."""
    case_id = office.open_claim(insurer.centre.centre, "li", {"report_no": "RD1"})
    made = Laptop("zhang", case_id)
    insurer.enrol(made)
    office.assign(insurer.centre.centre, "li", case_id, "zhang")
    insurer.exchange(made)
    yield made
    made.close()


def person(name: str) -> Step:
    return Step(Action.CREATE, "person", new_record_id(), {"name": name})


def names(laptop: Laptop) -> list[str]:
    with Session(laptop.engine) as session:
        return sorted(item.name or "" for item in list_records(session, laptop.case_id, Person))


def test_the_centre_says_what_its_numbers_mean(insurer: SetBack, laptop: Laptop) -> None:
    with laptop.client(insurer.centre.url) as client:

        def ask(upto: int) -> CaseAnswer:
            return client.post("/v1/cases", RegisterCase(laptop.case_id, upto), CaseAnswer)

        assert ask(0).digest == numbering_digest([])
        assert ask(2).digest == laptop.numbering.digest(2)
        assert ask(3) == ask(99)
        assert (ask(3).number, ask(3).digest) == (3, laptop.numbering.digest(3))


def test_where_nothing_is_lost_nothing_is_sent_again(insurer: SetBack, laptop: Laptop) -> None:
    laptop.write(person("one"))
    assert insurer.exchange(laptop).pushed == 1
    exchange = insurer.exchange(laptop)
    assert (exchange.pushed, exchange.pulled, laptop.loss()) == (0, 0, None)


def test_a_number_beyond_what_was_pulled_is_compared_too(insurer: SetBack, laptop: Laptop) -> None:
    """The laptop pushed and was cut off before it pulled what lies between: its number has a gap before it."""
    insurer.keep_copy()
    centre = insurer.centre
    office.assign(centre.centre, "li", laptop.case_id, "zhang", task_kind="injury")
    laptop.write(person("beyond"))
    with laptop.client(centre.url) as client:
        pushing = Exchange(laptop, client, patience())
        pushing.push()
    assert (laptop.head_number(), laptop.numbering.highest()) == (3, 5)
    insurer.restore_copy()
    for kind in ("scene", "resurvey", "injury"):
        office.assign(insurer.centre.centre, "li", laptop.case_id, "zhang", task_kind=kind)
    insurer.enrol(laptop)
    insurer.exchange(laptop)
    insurer.require_same(laptop)
    assert names(laptop) == ["beyond"]


def test_two_surveyors_come_back_one_after_the_other(insurer: SetBack, laptop: Laptop) -> None:
    """The first hands back what both had; what the second has beyond gets new numbers, and each sees all."""
    wang = Laptop("wang", laptop.case_id)
    insurer.enrol(wang)
    office.assign(insurer.centre.centre, "li", laptop.case_id, "wang")
    insurer.keep_copy()
    laptop.write(person("his, seen by both"))
    insurer.exchange(laptop)
    wang.write(person("hers, seen by both"))
    insurer.exchange(wang)
    insurer.exchange(laptop)
    wang.write(person("hers alone"))
    insurer.exchange(wang)
    insurer.restore_copy()
    insurer.enrol(laptop)
    laptop.write(person("his, new"))
    insurer.exchange(laptop)
    insurer.enrol(wang)
    insurer.exchange(wang)
    insurer.exchange(laptop)
    everybody = ["hers alone", "hers, seen by both", "his, new", "his, seen by both"]
    for one in (laptop, wang):
        assert names(one) == everybody
        insurer.require_same(one)
    wang.close()
