"""A laptop is lost: on another one its second copies and the recovery code bring the cases back, in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.operations.cases.backup import KEYS, backup_case, bring_back
from surveyor_app.operations.cases.opening import list_cases, new_case
from surveyor_app.operations.editing import records
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.window.gate import GatePage, Step
from tests.casefile.conftest import CHEAP, NoVault, make_profile
from tests.ui.conftest import StartApp
from tests.ui.window.first_start import PASSPHRASE, home_of, idle


class Stick:
    """Two copies, made on the lost laptop."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "stick"
        self.folder.mkdir()
        profile, self.code = make_profile(folder / "lost")
        with profile:
            for number in (1, 2):
                with new_case(profile, report_no=f"R{number}") as case:
                    claim = record_access.first_claim(case)
                    assert claim is not None
                    records.change(case, Claim, claim.id, {"insured_name": f"王{number}"})
                    backup_case(case, self.folder / f"copy{number}.survey")
        self.keys = self.folder / f"copy1.survey{KEYS}"

    def damage(self, number: int) -> None:
        path = self.folder / f"copy{number}.survey"
        data = bytearray(path.read_bytes())
        for place in range(len(data) // 3, len(data), 16384):
            data[place] ^= 1
        path.write_bytes(bytes(data))


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    return Stick(tmp_path)


def fill_in(gate: GatePage, stick: Stick, code: str) -> None:
    gate.keys.line.setText(str(stick.keys))
    gate.recovery.line.setText(code)
    gate.user.line.setText("zhang")
    gate.name_.line.setText("张查勘")
    gate.passphrase.line.setText(PASSPHRASE)
    gate.repeated.line.setText(PASSPHRASE)
    gate.confirm.click()


def test_copies_and_code_bring_the_cases_back(start: StartApp, stick: Stick, tmp_path: Path, qtbot: QtBot) -> None:
    app = start(tmp_path / "new")
    app.gate.other.click()
    assert app.gate.step is Step.LOST
    wrong = "-".join(reversed(stick.code.split("-")))
    fill_in(app.gate, stick, wrong)
    idle(app, qtbot)
    assert app.gate.step is Step.LOST
    assert app.gate.note.label.text()
    assert not (tmp_path / "new" / "profile.toml").exists()
    fill_in(app.gate, stick, stick.code.lower())
    home = home_of(app, qtbot)
    assert home.model.rowCount() == 2
    app.close()
    with Profile.unlock(tmp_path / "new", PASSPHRASE) as profile:
        assert {item.insured_name for item in list_cases(profile)} == {"王1", "王2"}


def test_a_damaged_copy_keeps_back_no_other_and_is_named(
    start: StartApp, stick: Stick, tmp_path: Path, qtbot: QtBot
) -> None:
    stick.damage(1)
    app = start(tmp_path / "new")
    app.gate.show_step(Step.LOST)
    fill_in(app.gate, stick, stick.code)
    home = home_of(app, qtbot)
    assert home.model.rowCount() == 1
    assert "copy1.survey" in home.note.label.text()


def test_it_is_tried_again_without_harm(stick: Stick, tmp_path: Path) -> None:
    made = Profile.from_mirror(
        tmp_path / "new",
        stick.keys,
        stick.code,
        PASSPHRASE,
        user="zhang",
        display_name="张",
        cost=CHEAP,
        vault=NoVault(),
    )
    with made as profile:
        first = bring_back(profile, stick.folder, tmp_path / "cases")
        before = [path.read_bytes() for path in first.cases]
        again = bring_back(profile, stick.folder, tmp_path / "cases")
        assert len(first.cases) == 2
        assert (again.cases, again.failed) == ((), ())
        assert [path.read_bytes() for path in first.cases] == before
