"""Every verb says nothing to people that is not translated: run in a language that nobody speaks, all else it says is data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from surveyor_app.casefile.profiles.file import FILE_NAME
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.backing_up import back_up
from surveyor_app.cli import main
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.ownership import Role
from surveyor_app.operations.cases import backup, delivering
from surveyor_app.records.keys import DeviceKey
from surveyor_app.records.reading import list_records
from surveyor_app.sync.enrolling import enrol
from surveyor_app.wording.toml_files import read_toml
from tests.casefile.conftest import CHEAP, NoVault
from tests.cli.commands import Surveyor
from tests.cli.test_help import VERBS
from tests.cli.test_languages import KEPT, TOKENS
from tests.cli.unspoken import untranslated
from tests.faults.launcher import Ended, Launcher
from tests.faults.worlds import ENVIRONMENT, OFFICE, USER, Stage, World
from tests.operations.worlds import photo
from tests.report.signatures.time_authority import make_time_authority
from tests.wording.pseudo_messages import BEGIN, END
from tests.wording.third_language import MARKED, run_as

NOWHERE = "http://127.0.0.1:9"
NAMES = {"zhang", "chen", "wang", "li", "office", "root", "Li", "Ming", "李明", "test"}
"""People of these tests, who is meant by them on this machine, and the reason that one of them gave."""
SIGNERS = frozenset({"Surveyor", "centre", "authority", "receipts", "张查勘", "SHA", "UTC"})
"""Names in the certificates of a centre, and what times and fingerprints are called everywhere."""
DATA_ALONE = {"case fetch", "central device list"}
KIND_WORDS = {word for kind in SPECS for word in kind.split("_")}
CHECKS = {
    word
    for file, table in (("checks.toml", "check"), ("prompts.toml", "prompt"))
    for item in read_toml(resources_dir(), file)[table]
    for word in re.findall("[A-Za-z]+", item["id"])
}
"""Parts of the ids of checks and prompts."""

PACKS = resources_dir() / "rule_packs"
PACK_WORDS = frozenset(
    {word for path in PACKS.glob("*.toml") for word in path.stem.split("_")} | {"nev", "sum", "insurd"}
)
"""Parts of the ids of rule packs, and what is mistyped in one."""
OWN_PACK = frozenset(re.findall(r"[^\W\d_]+", (PACKS / "theft_2014.toml").read_text(encoding="utf-8")))
"""What a pack that somebody wrote says of itself: nobody but them translates it."""
LEVEL_WORDS = frozenset({"PAdES", "BT", "B", "T", "Time", "Root", "Stamps"})
"""A level's name, and that of an authority of these tests."""

Place = tuple[World, dict[str, object]]
"""A world, and by name what the words of a command may speak of."""


@dataclass(frozen=True, slots=True)
class Run:
    """What is given to a verb (names in braces are of the world), how it ends, and what in its answer is data."""

    words: str
    status: int = 0
    data: frozenset[str] = frozenset()
    environment: dict[str, str] = field(default_factory=dict)


def fails(words: str, *data: str, **environment: str) -> Run:
    return Run(words, 1, frozenset(data), environment)


GOES_WELL = {
    "case new": Run("--report-no R9 --out {new}/new.survey"),
    "case fetch": Run("--case {id}"),
    "case list": Run(""),
    "case info": Run("{case}"),
    "case verify": Run("{case}", data=SIGNERS),
    "case history": Run("{case}"),
    "case backup": Run("{case} {new}/copy.survey"),
    "case restore": Run("{copy} {new}/restored.survey"),
    "case salvage": Run("{case} --out {new}/salvaged.survey"),
    "profile create": Run("--user wang --profile {new}/profile"),
    "profile code": Run(""),
    "profile repair": Run(""),
    "profile recover": Run("--profile {fresh}", environment={"SURVEYOR_RECOVERY_CODE": "{code}"}),
    "import": Run("{case} {another} {photos}"),
    "card": Run("{case}"),
    "check": Run("{case}", 1),
    "report": Run("{case} --out {new}/report.pdf --draft"),
    "statement": Run("{case}"),
    "documents": Run("{case}"),
    "notice": Run("{case}"),
    "calculate": Run("{case} --list"),
    "rules list": Run("", data=PACK_WORDS),
    "rules check": Run("{pack}", data=OWN_PACK),
    "verify": Run("{bag}", data=SIGNERS),
    "timestamp": Run("{report} --out {new}/lasting.pdf --timestamp {time} --level B-T", data=LEVEL_WORDS),
    "export": Run("{case} --renditions {new}/copies"),
    "enroll": Run("--server {server} --user zhang", environment={"SURVEYOR_ENROLL_CODE": "{enrolment}"}),
    "sync": Run("{case} --server {server} --until partial"),
    "demo": Run("--out {new}/demo --photos {photos}"),
    "central claim new": Run("--data {central} --report-no R7"),
    "central claim assign": Run("--data {central} {id} chen --kind resurvey"),
    "central claim reassign": Run("--data {central} {id} {task} chen --reason test"),
    "central claim recall": Run("--data {central} {id} {other_task} --reason test"),
    "central claim join": Run("--data {central} {id} {provisional}"),
    "central claim list": Run("--data {central}"),
    "central user": Run("--data {central} chen"),
    "central log": Run("--data {central}", data=frozenset({"mo", "console", "first", "second"})),
    "central erase": Run(
        "--data {central} {provisional} --record {claim} --basis law --due 2026-12-31 --office-user first --agreed-by second",
        environment={"SURVEYOR_OFFICE_PASSWORD": "{first_password}", "SURVEYOR_SECOND_PASSWORD": "{second_password}"},
    ),
    "central backup": Run("--data {central} --out {new}/backup"),
    "central restore": Run("{backup} --data {new}/restored"),
    "central device list": Run("--data {central}", data=frozenset({"mo", "office"})),
    "central device revoke": Run("--data {central} {lost}"),
}
RESULTS = [
    *GOES_WELL.items(),
    ("card", Run("{case} {photos}")),
    ("export", Run("{case} --bag {new}/bag")),
    ("report", Run("{case} --out {new}/report.pdf --despite test")),
    ("report", Run("{case} --out {new}/office.pdf --copy office")),
    ("verify", Run("{case}", data=SIGNERS)),
    ("timestamp", Run("{report} --out {new}/lasting.pdf --timestamp {time}", 1, LEVEL_WORDS | {"张查勘"})),
    ("central user", Run("--data {central} mo --disable", data=frozenset({"mo"}))),
    (
        "profile recover",
        Run(
            "--profile {new}/profile --keys {keys} --user wang",
            environment={"SURVEYOR_RECOVERY_CODE": "{code}"},
        ),
    ),
]
"""Each, and further ways in which a verb goes well."""
ENDS_IN_AN_ERROR = {
    "case new": fails("--out {case}"),
    "case fetch": fails("--case nonsense", "case", "nonsense"),
    "case list": fails("--profile {new}/nowhere"),
    "case info": fails("{photos}/scan.pdf"),
    "case verify": fails("{new}/nowhere.survey"),
    "case history": Run("{case} --kind nonsense", 2, frozenset({"nonsense", *KIND_WORDS})),
    "case backup": fails("{case} {photos}/scan.pdf"),
    "case restore": fails("{photos}/scan.pdf {new}/restored.survey"),
    "case salvage": fails("{photos}/scan.pdf --out {new}/salvaged.survey"),
    "case remove": fails("{photos}/scan.pdf"),
    "profile create": fails("--user zhang"),
    "profile code": fails("--profile {new}/nowhere"),
    "profile repair": fails("--profile {new}/nowhere"),
    "profile recover": fails("", SURVEYOR_RECOVERY_CODE="nonsense"),
    "import": fails("{case} {new}/nowhere.jpg"),
    "card": fails("{case} {photos}/nowhere"),
    "check": fails("{case}", SURVEYOR_PASSPHRASE="wrong"),
    "report": fails("{case} --out {case}"),
    "statement": fails("{case} 9"),
    "documents": fails("{photos}/scan.pdf"),
    "notice": fails("{case} --out {case}"),
    "calculate": fails("{case} --as-of nonsense", "nonsense"),
    "rules list": fails("--packs {wrong_packs}", *PACK_WORDS),
    "rules check": fails("{photos}/scan.pdf"),
    "verify": fails("{photos}"),
    "timestamp": fails("{report} --out {new}/lasting.pdf --timestamp {server}", "HTTP"),
    "export": fails("{case} --bag {photos}"),
    "enroll": fails("--server {server} --user chen", "user", SURVEYOR_ENROLL_CODE="x"),
    "sync": fails("{case} --server nonsense", "server"),
    "demo": fails("--out {taken}"),
    "window": fails("", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM=""),
    "central serve": fails("--data {new}/central --port {port}"),
    "central claim new": fails("--data {central} --report-no R8 --set nonsense=1", "nonsense"),
    "central claim assign": fails("--data {central} nonsense chen", "case"),
    "central claim reassign": fails("--data {central} {id} {kept_task} zhang --reason test", "user"),
    "central claim recall": fails("--data {central} {id} nonsense --reason test", "task"),
    "central claim join": fails("--data {central} {id} {id}", "case"),
    "central claim list": fails(f"--server {NOWHERE}"),
    "central user": fails("--data {central} chen --role office"),
    "central log": fails(f"--server {NOWHERE}"),
    "central erase": fails(
        "--data {central} {id} --record x --basis law --due 2026-12-31 --office-user li --agreed-by li", "agreed", "by"
    ),
    "central backup": fails("--data {new}/nowhere --out {new}/backup", "data"),
    "central restore": fails("{photos} --data {new}/restored", "backup"),
    "central device list": fails(f"--server {NOWHERE}"),
    "central device revoke": fails("--data {central} nonsense"),
}
LEAVES = {" ".join(words) for words in VERBS if not any(other[: len(words)] == words != other for other in VERBS)}


@dataclass(frozen=True, slots=True)
class Stranger:
    """The command of a laptop whose surveyor reads the language, and the names that stand in its words."""

    surveyor: Surveyor
    names: dict[str, object]

    def run(self, verb: str, run: Run, folder: Path) -> Ended:
        """Run a verb in the language to its end; ``folder`` is for what it makes."""
        names = {**self.names, "new": folder}
        command = self.surveyor
        for name, value in run.environment.items():
            command.environment[name] = value.format(**names)
        words = run.words.format(**names).split()
        of_its_own = "--profile" in words
        return command.launcher.run(
            [*verb.split(), "--lang", MARKED, *words, *(() if of_its_own else ("--profile", command.world.profile))],
            {**command.environment},
            program=command.program,
        )


@pytest.fixture(scope="module")
def place(prepared: Mapping[Stage, World], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A world whose case is delivered, its centre answering, and the names of what is in it."""
    folder = tmp_path_factory.mktemp("unspoken")
    world = prepared[Stage.DELIVERED].copy(folder / "world")
    (folder / "another.jpg").write_bytes(photo(77))
    with world.opened() as case:
        backup.backup_case(case, folder / "copy.survey")
    passphrase, taken = ENVIRONMENT["SURVEYOR_PASSPHRASE"], folder / "taken"
    profile, code = Profile.create(
        taken / "profile", passphrase, user="wang", display_name="Wang", cost=CHEAP, vault=NoVault()
    )
    profile.close()
    packs, wrong = folder / "packs", folder / "wrong_packs"
    packs.mkdir()
    wrong.mkdir()
    theft = (PACKS / "theft_2014.toml").read_text(encoding="utf-8")
    (packs / "theft.toml").write_text(theft.replace('version = "1"', 'version = "2"'), encoding="utf-8")
    (wrong / "theft.toml").write_text(theft.replace("sum_insured *", "sum_insurd *"), encoding="utf-8")
    names: dict[str, object] = {
        "pack": packs / "theft.toml",
        "wrong_packs": wrong,
        "photos": world.photos,
        "case": world.case,
        "bag": world.bag,
        "report": world.bag / "data" / "report.pdf",
        "central": world.central,
        "id": world.case_id,
    }
    names |= {"another": folder / "another.jpg", "copy": folder / "copy.survey"}
    names |= {"taken": taken, "fresh": taken / "profile", "code": code}
    names["keys"] = taken / "profile" / FILE_NAME
    with EmbeddedCentre(world.central) as centre, make_time_authority(folder / "time").serve() as names["time"]:
        with world.unlock() as profile:
            delivering.follow_centre(profile, centre.url)
        back_up(centre.config, folder / "backup")
        yield world, names | {"backup": folder / "backup"} | at_the_centre(world, centre)


def at_the_centre(world: World, centre: EmbeddedCentre) -> dict[str, object]:
    """Return the names of what the office has: tasks, a case to be joined, a code to enrol with."""
    office.create_user(centre.centre, "chen", "Chen")
    passwords = {"first": "correct horse battery", "second": "seven brown teapots sing"}
    for user, password in passwords.items():
        office.create_user(centre.centre, user, user, Role.OFFICE, password)
    provisional = office.open_claim(centre.centre, OFFICE, {"report_no": "R6"})
    with centre.centre.database.read() as session:
        (claim,) = list_records(session, provisional, Claim)
    lost = DeviceKey.generate()
    code = office.create_user(centre.centre, "mo", "Mo").code
    enrol(centre.url, "mo", code or "", lost)
    tasks = [office.assign(centre.centre, OFFICE, world.case_id, USER, task_kind="resurvey") for _ in range(3)]
    return {
        "server": centre.url,
        "port": centre.url.rpartition(":")[2],
        "enrolment": office.create_user(centre.centre, USER, "Zhang").code,
        "lost": lost.device_id,
        "task": tasks[0],
        "other_task": tasks[1],
        "kept_task": tasks[2],
        "provisional": provisional,
        "claim": claim.id,
        **{f"{user}_password": password for user, password in passwords.items()},
    }


@pytest.fixture
def stranger(place: Place, marked_program: Path, launcher: Launcher) -> Stranger:
    """The command in the language, with an environment of its own."""
    world, names = place
    environment = {**ENVIRONMENT, "UNPACKED": str(marked_program)}
    return Stranger(Surveyor(launcher, world, environment, program="packaged"), names)


def test_every_verb_is_among_them() -> None:
    # These open a window, serve until they are stopped, and take the one case from all that come after.
    assert set(GOES_WELL) == LEAVES - {"window", "run-sample", "central serve", "case remove"}
    assert set(ENDS_IN_AN_ERROR) == LEAVES - {"run-sample"}


@pytest.mark.parametrize("words", VERBS, ids=[" ".join(words) or "surveyor" for words in VERBS])
def test_help(
    marked_program: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run_as(monkeypatch, marked_program)
    with pytest.raises(SystemExit) as ended:
        main(["--lang", MARKED, *words, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert f"{BEGIN}usage: {END}" in said
    assert untranslated(TOKENS.sub(" ", said), {*KEPT, "run", "sample", MARKED}) == [], said


@pytest.mark.parametrize(("verb", "run"), RESULTS, ids=[verb for verb, _ in RESULTS])
def test_results(stranger: Stranger, verb: str, run: Run, tmp_path: Path) -> None:
    ended = stranger.run(verb, run, tmp_path)
    assert (ended.status, ended.err) == (run.status, "")
    assert BEGIN in ended.out or verb in DATA_ALONE
    assert untranslated(ended.out, run.data | NAMES | CHECKS) == [], ended.out


@pytest.mark.parametrize(("verb", "run"), ENDS_IN_AN_ERROR.items(), ids=ENDS_IN_AN_ERROR)
def test_errors(stranger: Stranger, verb: str, run: Run, tmp_path: Path) -> None:
    ended = stranger.run(verb, run, tmp_path)
    assert ended.status == run.status, ended.out + ended.err
    assert BEGIN in ended.out + ended.err
    said = TOKENS.sub(" ", ended.err) if run.status == 2 else ended.err
    assert untranslated(ended.out + said, run.data | NAMES | (KEPT if run.status == 2 else set())) == [], ended.err
