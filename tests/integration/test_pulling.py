"""Originals come from the centre as surely as they went there: by parts, by hash, after cuts and kills, and never otherwise."""

from __future__ import annotations

import json
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from surveyor_app.casefile import elsewhere
from surveyor_app.casefile.previews import PreviewKind, load_preview
from surveyor_app.casefile.pulling import CasePulls
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.assembling import blob_path
from surveyor_app.domain.errors import OriginalsElsewhere
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.wire_errors import BadHash, Unreachable
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.enrolled import client_of
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.pulling import absent_count, fetch_originals
from surveyor_app.operations.cases.verifying import verify_bag_folder, verify_case
from surveyor_app.operations.report.pictures import photo_previews
from surveyor_app.protocol.limits import MIB, PART_BYTES
from surveyor_app.sync.patience import Patience
from tests.casefile.conftest import PASSPHRASE
from tests.faults.campaigns import LONG
from tests.integration.changing_centre import Change, ChangingCentre
from tests.integration.colleagues import BIG, ORIGINALS, PREVIEW, SMALL, Colleague, Team, make_team
from tests.integration.forking import Forking
from tests.integration.network import Network

POINTS = ["pull.before_commit", "pull.after_commit:1", "pull.before_stored", "pull.after_stored"]
_LAPTOP = """
import os
from pathlib import Path
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.pulling import CasePulls
from surveyor_app.operations.cases.enrolled import client_of
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.pulling import pull
def work(arguments):
    folder, passphrase, path = arguments
    with Profile.unlock(Path(folder), passphrase) as profile, open_case(profile, Path(path)) as case:
        with client_of(profile) as client:
            pull(CasePulls(case), client, originals=True, patience=Patience(20.0))
def started(pid):
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


@pytest.fixture(scope="module")
def team(shared_centre: EmbeddedCentre, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    made = make_team(shared_centre, tmp_path_factory.mktemp("first"))
    yield made
    made.first.profile.close()


@pytest.fixture(scope="module")
def fetched(team: Team, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Colleague]:
    """A colleague who fetched the case."""
    made = team.join(tmp_path_factory.mktemp("wang"))
    made.fetch()
    shutil.copy(made.path, made.path.with_suffix(".fetched"))
    yield made
    made.profile.close()


@pytest.fixture
def wang(fetched: Colleague) -> Colleague:
    """The same, with the case as it was fetched."""
    shutil.copy(fetched.path.with_suffix(".fetched"), fetched.path)
    return fetched


@pytest.fixture
def writer(team: Team, tmp_path: Path) -> Iterator[Colleague]:
    """Another one, who writes into the case."""
    made = team.join(tmp_path)
    made.fetch()
    yield made
    made.profile.close()


def findings(colleague: Colleague) -> list[tuple[str, str]]:
    return [(item.code, item.level) for item in verify_case(colleague.profile, colleague.path)]


def test_what_is_not_here_is_no_damage_and_is_not_handed_out(wang: Colleague, tmp_path: Path) -> None:
    (found,) = verify_case(wang.profile, wang.path)
    assert (found.code, found.level, found.data) == ("originals_elsewhere", "warn", {"count": "2"})
    with wang.case() as case, pytest.raises(OriginalsElsewhere) as caught:
        export_bag(case, tmp_path / "bag")
    assert caught.value.data == {"count": 2}
    assert not (tmp_path / "bag").exists()


def test_pictures_come_first_and_are_only_looked_at(wang: Colleague) -> None:
    with MediaWorkers(1) as workers, wang.case() as case:
        outcome = fetch_originals(case, workers, originals=False)
        assert (outcome.originals, outcome.previews, outcome.left) == (0, 1, 2)
        big = sha256_hex(BIG)
        shown = load_preview(case, big, PreviewKind.SENT_PREVIEW)
        assert shown is not None
        assert shown != PREVIEW  # drawn anew by our own worker
        assert load_preview(case, big, PreviewKind.PREVIEW) is None
        assert photo_previews(case) == {}
        again = fetch_originals(case, workers, originals=False)
        assert again.previews == 0
        one = fetch_originals(case, workers, originals={sha256_hex(SMALL)})
        assert (one.originals, one.left) == (1, 1)


def test_a_fetched_case_holds_and_is_handed_out(team: Team, wang: Colleague, tmp_path: Path) -> None:
    assert wang.pull().originals == 2
    assert wang.held() == ORIGINALS
    assert findings(wang) == []
    with wang.case() as case:
        export_bag(case, tmp_path / "bag")
    assert [item.code for item in verify_bag_folder(tmp_path / "bag") if item.level == "bad"] == []
    # What came from there is not sent back.
    outcome = wang.deliver()
    assert (outcome.receipt_kind, outcome.outcome.uploaded) == ("full", 0)
    assert wang.pull().originals == 0


def test_a_cut_costs_less_than_a_part(team: Team, wang: Colleague) -> None:
    with Network(team.centre.url) as network:
        network.cut_answers_after = [40_000, MIB + 300_000, 10, 900_000]
        assert wang.pull(network.url).originals == 2
        assert network.connections > 4
        # Each cut loses what came of the part under way, and nothing before it.
        assert network.received < len(BIG) + len(SMALL) + 4 * PART_BYTES + 50_000
    assert wang.held() == ORIGINALS


@LONG
@pytest.mark.faults
def test_killed_at_every_point_and_started_again(wang: Colleague, tmp_path: Path) -> None:
    laptops = Forking(_LAPTOP, [str(wang.profile.folder), PASSPHRASE, str(wang.path)], tmp_path / "log")
    try:
        for point in POINTS:
            assert laptops.start(point) == str(-signal.SIGKILL), f"{point} was never reached: {laptops.said()}"
        assert laptops.start() == "0", laptops.said()
    finally:
        laptops.close()
    assert wang.held() == ORIGINALS
    assert findings(wang) == []


def flipped(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


def test_other_bytes_change_nothing(team: Team, wang: Colleague) -> None:
    lies: dict[str, Change] = {
        "flipped": flipped,
        "shorter": lambda data: data[:-1],
        "nothing": lambda data: b"",
        "much": lambda data: data * 3,
    }
    with ChangingCentre(team.centre.url) as between:
        for name, lie in lies.items():
            between.change("/content", lie)
            try:
                pulled = wang.pull(between.url, Patience(2.0, sleep=lambda _s: None, clock=ticking()))
            except Unreachable:
                assert name in {"shorter", "nothing"}
            else:
                assert (pulled.originals, len(pulled.failed)) == (0, 2)
                assert all(isinstance(error, BadHash) for error in pulled.failed.values())
            with wang.case() as case:
                assert absent_count(case) == 2, name
        assert findings(wang) == [("originals_elsewhere", "warn")]
        assert between.requests < 150
    assert wang.pull().originals == 2
    assert wang.held() == ORIGINALS


def ticking() -> Callable[[], float]:
    """A clock that goes on a little whenever it is read."""
    times = iter(range(1_000_000))
    return lambda: next(times) / 20


def test_parts_told_wrongly_are_not_believed_for_ever(
    team: Team, wang: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lie(data: bytes) -> bytes:
        return json.dumps({**json.loads(data), "parts": ["0" * 64] * 3}).encode()

    monkeypatch.setattr("surveyor_app.sync.pulling.WHOLE_BYTES", MIB)
    with ChangingCentre(team.centre.url) as between:
        between.change("/parts", lie)
        assert wang.pull(between.url).originals == 2
    assert wang.held() == ORIGINALS


def test_a_list_that_lies_leads_nowhere(team: Team, wang: Colleague) -> None:
    lies: list[dict[str, object]] = [
        {"size": 2**52},
        {"size": -1},
        {"size": 5},
        {"sha256": "0" * 64},
        {"sha256": "../x"},
    ]
    with (
        ChangingCentre(team.centre.url) as between,
        wang.case() as case,
        client_of(wang.profile, between.url) as client,
    ):
        for lie in lies:

            def change(data: bytes, lie: dict[str, object] = lie) -> bytes:
                told = json.loads(data)
                return json.dumps({"blobs": [{**item, **lie} for item in told["blobs"]], "more": False}).encode()

            between.change("/blobs:held", change)
            if "sha256" in lie:
                with pytest.raises(Unreachable):
                    wang.pull_by(case, client)
            else:
                assert wang.pull_by(case, client).originals == 0
        page = json.dumps({"blobs": [{"sha256": "1" * 64, "size": 1}], "more": True}).encode()
        between.change("/blobs:held", lambda _data: page)
        with pytest.raises(Unreachable):
            wang.pull_by(case, client)
        assert absent_count(case) == 2
        assert between.requests < 60


def test_one_that_the_centre_lost_stops_only_itself(team: Team, wang: Colleague) -> None:
    store, path = team.centre.centre.store, blob_path(team.case_id, sha256_hex(SMALL))
    store.put(path, flipped(SMALL))
    pulled = wang.pull()
    assert list(pulled.failed) == [sha256_hex(SMALL)]
    assert wang.held() == {"scene": BIG}
    # The centre noticed, asks whoever has it, and then it comes.
    team.first.deliver()
    assert wang.pull().originals == 1
    assert wang.held() == ORIGINALS


def test_what_changed_here_on_the_way_is_thrown_away_and_what_came_and_is_gone_is_damage(
    team: Team, wang: Colleague
) -> None:
    with Network(team.centre.url) as network:
        network.cut_answers_after = [MIB + 300_000]
        with pytest.raises(Unreachable):
            wang.pull(network.url, Patience(0))
    with wang.case() as case, case.write() as session:
        connection = session.connection()
        connection.exec_driver_sql("DROP TRIGGER blob_part_no_change")
        connection.exec_driver_sql("UPDATE blob_part SET data = zeroblob(length(data))")
    assert wang.pull().originals == 2
    assert wang.held() == ORIGINALS
    with wang.case() as case, case.write() as session:
        connection = session.connection()
        for guard in ("blob_no_delete", "blob_part_no_delete"):
            connection.exec_driver_sql(f"DROP TRIGGER {guard}")
        ((blob_id,),) = connection.exec_driver_sql("SELECT id FROM blob WHERE size = ?", (len(SMALL),)).fetchall()
        connection.exec_driver_sql("DELETE FROM blob_part WHERE blob_id = ?", (blob_id,))
        connection.exec_driver_sql("DELETE FROM blob WHERE id = ?", (blob_id,))
    assert ("original_missing", "bad") in findings(wang)


def test_an_import_of_the_same_bytes_meanwhile(team: Team, writer: Colleague) -> None:
    with Network(team.centre.url) as network:
        network.cut_answers_after = [MIB + 300_000]
        with pytest.raises(Unreachable):
            writer.pull(network.url, Patience(0))
    writer.takes("mine", BIG)
    with writer.case() as case, case.read() as session:
        assert [item.sha256 for item in elsewhere.absent(session, case.case_id)] == [sha256_hex(SMALL)]
    assert writer.pull().originals == 1
    assert findings(writer) == []


def test_a_range_that_was_not_asked_for_is_not_taken(team: Team, wang: Colleague) -> None:
    with Network(team.centre.url) as network, ChangingCentre(team.centre.url) as between:
        network.cut_answers_after = [MIB + 300_000]
        between.change("/content", lambda data: data, {"content-range": "bytes 0-9/10"})
        for url in (network.url, between.url):
            with pytest.raises(Unreachable):
                wang.pull(url, Patience(0))
            with wang.case() as case:
                assert CasePulls(case).parts_kept(sha256_hex(BIG)) == 1
    assert wang.pull().originals == 2
    assert wang.held() == ORIGINALS
