"""Further bags of all kinds that nobody changed, as the program makes them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.report.reporting import ReportOptions, sign_report, surveyor_credential
from surveyor_app.operations.statements.closing import close
from surveyor_app.report.bag.instructions import all_instructions
from surveyor_app.report.bag.writing import write_bag
from tests.casefile.conftest import make_profile
from tests.media.made_files import video
from tests.operations.cases.forged.forger import RECEIPT, SIGNATURE, covers_tracks
from tests.operations.statement_world import sign_all, take_frozen
from tests.operations.worlds import photo
from tests.report.bags import content
from tests.report.keys import authority, person
from tests.samples.make_sample import PASSPHRASE, SAMPLES

MANY = 40


def untouched(folder: Path, workers: MediaWorkers) -> Iterator[tuple[str, Path, Path | None]]:
    """Yield what each bag is, where it lies, and the certificate of its authority where it has one; ``folder`` is empty."""
    yield from _of_a_centre(folder, workers)
    yield from _built(folder)
    with make_profile(folder / "alone")[0] as profile, new_case(profile, path=folder / "alone.survey") as case:
        evidence.import_bytes(case, "a.jpg", photo(1), workers)
        sign_report(case, ReportOptions(language="en", despite="test"), person("张查勘").credential)
        export_bag(case, folder / "bag-alone")
        yield "before enrolment", folder / "bag-alone", None
    for sample in sorted(SAMPLES.glob("format_*")):
        copy = folder / sample.name
        shutil.copytree(sample, copy)
        with Profile.unlock(copy / "profile", PASSPHRASE) as profile, open_case(profile, copy / "case.survey") as case:
            export_bag(case, folder / f"bag-{sample.name}")
        _without_receipt(folder / f"bag-{sample.name}")
        yield f"case of {sample.name}", folder / f"bag-{sample.name}", None


def _without_receipt(bag: Path) -> None:
    """Take the receipt of a sample away: no centre ever signed it."""
    for path in (RECEIPT, SIGNATURE):
        (bag / path).unlink()
    paths = {str(path.relative_to(bag)) for path in bag.rglob("*") if path.is_file()}
    for name, text in all_instructions(paths):
        (bag / name).write_text(text, encoding="utf-8")
    covers_tracks(bag)


def _of_a_centre(folder: Path, workers: MediaWorkers) -> Iterator[tuple[str, Path, Path]]:
    centre = EmbeddedCentre(folder / "centre")
    centre.start()
    try:
        with make_profile(folder / "profile")[0] as profile:
            code = office.create_user(centre.centre, "zhang", "张查勘").code
            delivering.enrol(profile, centre.url, "zhang", code or "")
            for name, bag in _told(profile, workers, folder):
                yield name, bag, bag / "data/certificates/authority.pem"
    finally:
        centre.stop()


def _told(profile: Profile, workers: MediaWorkers, folder: Path) -> Iterator[tuple[str, Path]]:
    wanted = {
        "no photos": {},
        "one photo": {"IMG 1 (副本).jpg": photo(1)},
        "many photos": {f"IMG_{n}.jpg": photo(n) for n in range(MANY)},
        "a video, odd names": {"clip.mp4": video(), 'a "b", c\\d.jpg': photo(2), "=1+1.jpg": photo(3), "空.jpg": b""},
    }
    for number, (name, files) in enumerate(wanted.items()):
        with new_case(profile, report_no=f"RD-{number}", path=folder / f"{number}.survey") as case:
            for file_name, data in files.items():
                evidence.import_bytes(case, file_name, data, workers)
            sign_report(case, ReportOptions(language="both", despite="test"), surveyor_credential(profile))
            delivering.deliver_case(profile, case)
            export_bag(case, folder / f"bag-{number}")
            yield name, folder / f"bag-{number}"
    with new_case(profile, report_no="RD-9", path=folder / "9.survey") as case:
        for _ in range(2):
            statement = take_frozen(case, 3, interpreter=True).statement
            sign_all(case, statement)
            close(case, statement)
        delivering.deliver_case(profile, case)
        export_bag(case, folder / "bag-9")
        yield "two statements, four signers", folder / "bag-9"


def _built(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    root = folder / "built.pem"
    root.write_bytes(authority().pem)
    for name, asked in {"an erased body": {"erased": True}, "a photo after the receipt": {"addendum": True}}.items():
        bag = folder / f"bag-{'-'.join(asked)}"
        write_bag(bag, content(**asked))
        yield name, bag, root
