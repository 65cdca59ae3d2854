"""Papers of statements as they are handed out, with the bags of their cases: made once, then changed by forgers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.claims import office
from surveyor_app.central.claims.locking_out import lock_out_device
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.report.reporting import ReportOptions, draft_report, sign_report, surveyor_credential
from surveyor_app.operations.statements.closing import close, statement_pdf
from surveyor_app.operations.statements.pages import freeze_pages
from surveyor_app.operations.statements.reading import correct
from surveyor_app.operations.statements.sealed_copies import handed_out
from surveyor_app.sync import fetching
from surveyor_app.sync.client import CentreClient
from tests.casefile.conftest import make_profile
from tests.operations.cases.forged.forger import AUTHORITY
from tests.operations.statement_world import sign_all, take_frozen


@dataclass(frozen=True, slots=True)
class Papers:
    """A case with two sealed statements and one draft, and another case with one; files by what they are.

    ``copy`` is statement 2 as handed out, ``sealed`` as the case holds it, ``first`` statement 1 as handed out, ``older``
    statement 2 as it was laid out before a correction, ``draft`` the third, ``foreign`` that of the other case. ``report`` is the
    case's current report, ``issued`` the one before, ``other_report`` that of the other case; ``pages`` is a draft.
    """

    folder: Path
    roots: tuple[bytes, ...]

    def __getitem__(self, name: str) -> bytes:
        return (self.folder / f"{name}.pdf").read_bytes()

    @property
    def bag(self) -> Path:
        """The bag of the case."""
        return self.folder / "bag"

    @property
    def begun(self) -> Path:
        """Its bag before there was a report."""
        return self.folder / "begun"

    @property
    def case(self) -> Path:
        """Its case file."""
        return self.folder / "one.survey"

    @property
    def root(self) -> Path:
        """The authority's certificate."""
        return self.folder / "root.pem"

    @property
    def lost(self) -> bytes:
        """The authority's list after the laptop was lost."""
        return (self.folder / "lost.crl").read_bytes()

    @property
    def profile(self) -> Path:
        """The surveyor's profile."""
        return self.folder / "profile"


def told_papers(folder: Path) -> Papers:
    """Tell the story once."""
    centre = EmbeddedCentre(folder / "centre")
    centre.start()
    try:
        with make_profile(folder / "profile")[0] as profile:
            code = office.create_user(centre.centre, "zhang", "张查勘").code
            delivering.enrol(profile, centre.url, "zhang", code or "")
            with new_case(profile, report_no="RD-9", path=folder / "other.survey") as case:
                statement = take_frozen(case, 1).statement
                sign_all(case, statement)
                close(case, statement)
                (folder / "foreign.pdf").write_bytes(handed_out(case, statement))
                (folder / "other_report.pdf").write_bytes(_signed(case, profile))
            with new_case(profile, report_no="RD-8", path=folder / "one.survey") as case:
                first = take_frozen(case, 1).statement
                sign_all(case, first)
                close(case, first)
                (folder / "first.pdf").write_bytes(handed_out(case, first))
                taken = take_frozen(case, 2)
                sign_all(case, taken.statement)
                (folder / "older.pdf").write_bytes(statement_pdf(case, taken.statement))
                correct(case, taken.answers[0], "answer", "大概十五米远，第1次。", "记错了")
                freeze_pages(case, taken.statement)
                sign_all(case, taken.statement)
                close(case, taken.statement)
                (folder / "sealed.pdf").write_bytes(statement_pdf(case, taken.statement))
                (folder / "copy.pdf").write_bytes(handed_out(case, taken.statement))
                (folder / "draft.pdf").write_bytes(handed_out(case, take_frozen(case, 1).statement))
                export_bag(case, folder / "begun")
                (folder / "issued.pdf").write_bytes(_signed(case, profile))
                (folder / "pages.pdf").write_bytes(draft_report(case, ReportOptions("en")))
                (folder / "report.pdf").write_bytes(_signed(case, profile))
                export_bag(case, folder / "bag")
            enrolment = profile.enrolment()
            assert enrolment is not None
            (folder / "root.pem").write_bytes((folder / "bag" / AUTHORITY).read_bytes())
            # Told last, and in no bag: only who has this list knows that the laptop was lost.
            lock_out_device(centre.centre, profile.device_key.device_id, Why.LOST, "li")
            with CentreClient(centre.url) as client:
                (folder / "lost.crl").write_bytes(fetching.revocation_list(client))
            return Papers(folder, (enrolment.ca_der,))
    finally:
        centre.stop()


def _signed(case: CaseFile, profile: Profile) -> bytes:
    return sign_report(case, ReportOptions("en", despite="test"), surveyor_credential(profile)).pdf
