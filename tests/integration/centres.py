"""Fixtures with a live centre on a free port, a bad network before it, and surveyors with laptops."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.ownership import Role
from tests.integration.laptop import Laptop
from tests.integration.network import Network

MakeLaptop = Callable[..., Laptop]


@pytest.fixture
def live(tmp_path: Path) -> Iterator[EmbeddedCentre]:
    """A centre that answers, with data of its own."""
    embedded = EmbeddedCentre(tmp_path / "centre")
    embedded.start()
    yield embedded
    embedded.stop()


@pytest.fixture(scope="module")
def shared_centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCentre]:
    """A centre for all tests of a module, each with a case of its own: for modules whose ``live`` it is."""
    embedded = EmbeddedCentre(tmp_path_factory.mktemp("centre"))
    embedded.start()
    yield embedded
    embedded.stop()


@pytest.fixture
def network(live: EmbeddedCentre) -> Iterator[Network]:
    """The way to the centre, which can be cut."""
    with Network(live.url) as between:
        yield between


@pytest.fixture
def make_laptop(live: EmbeddedCentre) -> Iterator[MakeLaptop]:
    """Makes enrolled laptops by user name."""
    made: list[Laptop] = []

    def make(user: str = "zhang", case: str | None = None, *, enrolled: bool = True) -> Laptop:
        laptop = Laptop(user, case)
        made.append(laptop)
        if enrolled:
            code = office.create_user(live.centre, user, user.title()).code
            assert code is not None
            laptop.enrol(live.url, code)
        return laptop

    yield make
    for laptop in made:
        laptop.close()


@pytest.fixture
def laptop(make_laptop: MakeLaptop) -> Laptop:
    """An enrolled laptop with a case opened on the spot."""
    made = make_laptop()
    made.open_case()
    return made


OFFICE_PASSWORD = "correct horse battery"


@pytest.fixture
def office_user(live: EmbeddedCentre) -> str:
    """An administrator of the office, signed in with OFFICE_PASSWORD."""
    office.create_user(live.centre, "li", "Li", Role.OFFICE, OFFICE_PASSWORD, administrator=True)
    return "li"
