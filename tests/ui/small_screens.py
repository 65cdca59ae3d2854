"""Opens every dialog on the screen it is given and tells what does not fit there.

``python -m tests.ui.small_screens FOLDER`` with a screen set by :func:`environment`. In both languages, as translated and with
every text twice; what is wrong is printed as JSON: the name of the dialog, then sentences. A process of its own, because Qt
takes size and scale of the screen at start.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.profiles.registry import KeptReceipt
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.reckoning import Reckoning
from surveyor_app.domain.calculation.worksheets import Worksheet
from surveyor_app.domain.checks.gaps import Reasons
from surveyor_app.domain.checks.wording_rules import Opinion
from surveyor_app.domain.documents.documents import REQUESTED, Document
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.media.map_sheets import read_sheet
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.calculation.calculating import packs_in
from surveyor_app.operations.cases.checking import check, load_checks
from surveyor_app.operations.cases.map_tiles import Sheets
from surveyor_app.operations.cases.opening import list_cases, new_case
from surveyor_app.operations.documents.notice_texts import draft_notice
from surveyor_app.operations.documents.notices import issue, notices_of
from surveyor_app.operations.editing import records
from surveyor_app.operations.people.recording_consent import asking_for
from surveyor_app.operations.report.reporting import ReportOptions
from surveyor_app.operations.statements.notice import notice_now
from surveyor_app.operations.statements.taking import begin_statement, set_subject
from surveyor_app.pairing.answering import Received
from surveyor_app.pairing.identity import new_identity
from surveyor_app.pairing.listening import Pairing
from surveyor_app.settings import Theme
from surveyor_app.ui.base import fonts, theme
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.edits import Edits
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.map_places import MapPlaces
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.calculation.hand_dialog import HandFigureDialog
from surveyor_app.ui.calculation.hand_places import hand_places
from surveyor_app.ui.cases.removing import RemoveDialog
from surveyor_app.ui.cases.salvaging import SalvageDialog
from surveyor_app.ui.delivery.enrol_dialog import EnrolDialog
from surveyor_app.ui.delivery.receipts import ReceiptView
from surveyor_app.ui.documents.choosing import EvidenceChooser
from surveyor_app.ui.documents.copy_signing import SignCopyDialog
from surveyor_app.ui.documents.delivery_dialogs import HandOverDialog, NotSignedDialog, SentDialog
from surveyor_app.ui.documents.issue_dialog import IssueDialog
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.finding_words import finding_words
from surveyor_app.ui.forms.map_dialog import MapDialog
from surveyor_app.ui.forms.map_sheets_dialog import MapSheetsDialog
from surveyor_app.ui.pairing.dialog import PhoneDialog
from surveyor_app.ui.people.consent_dialog import ConsentDialog
from surveyor_app.ui.people.merge_dialog import MergeDialog
from surveyor_app.ui.people.person_editor import NewPersonDialog
from surveyor_app.ui.photos.clock_list import ClockList
from surveyor_app.ui.photos.copies_dialog import CopiesDialog
from surveyor_app.ui.report.sign_dialog import SignDialog
from surveyor_app.ui.settings.dialogs import NewCodeDialog, PassphraseDialog
from surveyor_app.ui.signing.refusing import RefusalDialog
from surveyor_app.ui.statements.notice_dialog import NoticeDialog
from surveyor_app.ui.statements.recording_consent import RecordingConsent
from surveyor_app.ui.window.action_palette import ActionPalette, ShortcutSheet
from surveyor_app.ui.window.gaps_dialog import GapsDialog
from surveyor_app.ui.window.new_case_dialog import NewCaseDialog
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import languages
from surveyor_app.wording.rendition_profiles import load_profiles
from surveyor_app.wording.rules.sheet_words import load_sheet_words
from surveyor_app.wording.translation import current_language
from tests.casefile.conftest import CHEAP, NoVault
from tests.media.made_sheets import SAID, make_sheet
from tests.report.keys import person as certified_person
from tests.ui.fits import faults
from tests.ui.typist import Silent

Make = Callable[[], QDialog]


def environment(folder: Path, width: int, height: int, scale: str) -> dict[str, str]:
    """Return the environment of a process whose only screen has so many pixels, shown at a scale."""
    screen = {"name": "laptop", "x": 0, "y": 0, "width": width, "height": height,
              "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}  # fmt: skip
    described = folder / "screens.json"
    described.write_text(json.dumps({"screens": [screen]}))
    return {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={described}", "QT_SCALE_FACTOR": scale}


def main(folder: Path) -> int:
    """Walk through all dialogs."""
    qt = QApplication(sys.argv[:1])
    qt.setStyle("Fusion")
    fonts.install(qt, resources_dir())
    theme.apply(qt, Theme.LIGHT)
    found: dict[str, list[str]] = {}
    profile, _code = Profile.create(
        folder / "profile", "现场查勘 2026", user="zhang", display_name="张查勘", cost=CHEAP, vault=NoVault()
    )
    with profile, new_case(profile, report_no="R20261120-0001") as case, MediaWorkers(1) as workers:
        jobs = Jobs()
        desk = Desk(
            profile=profile,
            case=case,
            jobs=jobs,
            edits=Edits(case, jobs, jobs),
            labels=Labels.load(resources_dir()),
            messages=Silent(),
            workers=workers,
            resources=resources_dir(),
            checks=load_checks(resources_dir()),
            server="",
        )
        window = QWidget()
        window.resize(window.screen().availableSize())
        window.show()
        dialogs = all_dialogs(desk, window)
        for words, translation in translations(qt, folder).items():
            for language in languages(resources_dir()):
                translation.switch(language)
                for name, make in dialogs.items():
                    dialog = make()
                    dialog.open()
                    while not jobs.is_idle():
                        qt.processEvents()
                    for _ in range(10):
                        qt.processEvents()
                    place = f"{name} {language.tag} {words}"
                    if shots := os.environ.get("SHOTS"):
                        dialog.grab().save(f"{shots}/{place.replace(' ', '-')}.png")
                    found[place] = list(faults(dialog))
                    dialog.reject()
                    dialog.deleteLater()
        jobs.close()
    print(json.dumps(found, ensure_ascii=False))  # noqa: T201 -- what the parent reads
    return 0


# ------------------------------------------------------------------------------------------ the dialogs


def all_dialogs(desk: Desk, window: QWidget) -> dict[str, Make]:
    """Return what opens each dialog, with as much in it as a case gives."""
    case, labels = desk.case, desk.labels
    long = {
        "name": "李国强（车主）",
        "phone": "13900000000",
        "address": "江苏省苏州市工业园区星湖街 328 号创意产业园 3 栋",
    }
    ids = [
        records.create(case, Person, fields).id
        for fields in (
            {"name": "李国强", "phone": "13800000000", "address": "Zhangjiang Road 100, Pudong, Shanghai"},
            long,
        )
    ]
    person, other = (item for item in record_access.list_all(case, Person) if item.id in ids)
    statement = begin_statement(case, "zh_CN").id
    set_subject(case, statement, person.id)
    records.create(case, Document, {"title": "停车场出具的证明", "state": REQUESTED})
    issue(case, draft_notice(case))
    (issued,) = notices_of(case)
    # All words of the map and of the copy are some that the case holds.
    sheet = make_sheet(
        case.path.with_suffix(".mbtiles"), {**SAID, "name": long["name"], "attribution": long["address"]}
    )
    sheets = Sheets([read_sheet(sheet), read_sheet(sheet)], [long["address"]])
    packs = packs_in(())
    places = hand_places(
        Reckoning(Worksheet(date(2026, 11, 20), None), ()),
        packs,
        current_language(),
        load_sheet_words(desk.resources),
        {},
    )
    known = replace(desk, maps=MapPlaces([sheet, sheet.with_name("gone.mbtiles"), sheet.parent, case.path]))
    options, certified = ReportOptions(language="both"), certified_person("张查勘").credential
    consent = partial(
        ConsentDialog,
        desk.resources,
        person,
        "recording",
        labels.value("consent_purpose", "recording", current_language()),
        today=date(2026, 11, 20),
        guardians=record_access.people_options(case),
        parent=window,
    )
    kinds = load_profiles(desk.resources)
    actions = []
    for number in range(14):
        action = QAction(f"What can be done {number}", window)
        action.setShortcut(f"Ctrl+{chr(65 + number)}")
        actions.append(action)
    return {
        "sign": lambda: SignDialog(window, desk, options, certified, lambda _options, _credential: None),
        "sign without": lambda: SignDialog(window, desk, options, None, lambda _options, _credential: None),
        "gaps": lambda: GapsDialog(
            check(case, desk.checks), Reasons(), labels, partial(finding_words, labels=labels), window
        ),
        "notice": lambda: NoticeDialog(window, notice_now(case, statement), "李国强", labels),
        "consent": consent,
        "recording": lambda: RecordingConsent(window, asking_for(case, statement), labels),
        "copies": lambda: CopiesDialog(window, kinds, kinds, (12, 3), lambda _kind, _receiver, done: done(None)),
        "phone": lambda: PhoneDialog(_pairing(desk), [_ADDRESS], window),
        "merge": lambda: MergeDialog(person, other, labels, window),
        "enrol": lambda: EnrolDialog(window, desk.profile, desk.jobs, "", lambda _server: None),
        "salvage": lambda: SalvageDialog(window, desk.profile, desk.jobs, desk.case.path, lambda _case: None),
        "remove": lambda: RemoveDialog(window, desk.profile, desk.jobs, list_cases(desk.profile)[0], lambda: None),
        "new case": lambda: NewCaseDialog(window, lambda _number: None),
        "new person": lambda: NewPersonDialog(labels, lambda _name, _phone: None, window),
        "refusal": lambda: RefusalDialog(record_access.people_options(case), window),
        "issue": lambda: IssueDialog(
            lambda chosen: draft_notice(case, replace(chosen, language="zh_CN")), lambda _draft: (), labels, window
        ),
        "issue stopped": lambda: IssueDialog(
            lambda chosen: draft_notice(case, replace(chosen, language="zh_CN")),
            lambda _draft: [_OPINION],
            labels,
            window,
        ),
        "hand over": lambda: HandOverDialog(issued, window),
        "not signed": lambda: NotSignedDialog(window),
        "sent": lambda: SentDialog(labels, case.author.clock().instant(), "13800000000", window),
        "choose scans": lambda: EvidenceChooser(desk, "停车场出具的证明", window),
        "map": lambda: MapDialog(desk, sheets, None, window),
        "map sheets": lambda: MapSheetsDialog(known, window),
        "no map sheets": lambda: MapSheetsDialog(desk, window),
        "sign for a copy": lambda: SignCopyDialog(
            long["name"], [(long["name"], text) for text in long.values()], "李国强", window
        ),
        "figure by hand": lambda: HandFigureDialog(places, None, load_sheet_words(desk.resources), str, window),
        "receipt": lambda: ReceiptView(window, _receipt()),
        "clocks": lambda: ClockList(window, desk, lambda _id: None),
        "passphrase": lambda: PassphraseDialog(window, desk.profile, desk.jobs, lambda: None),
        "new code": lambda: NewCodeDialog(window, desk.profile, desk.jobs, "-".join(["0123"] * 8), lambda: None),
        "palette": lambda: ActionPalette(window, actions),
        "keys": lambda: ShortcutSheet(window, [("This page", actions[:6]), ("Everywhere", actions)]),
    }


_OPINION = Opinion("document", new_record_id(), "defect_text", ("不属于保险责任", "拒赔"))


_ADDRESS = "https://192.168.137.1:49152/p/48151623424815162342481516234248"


def _pairing(desk: Desk) -> Pairing:
    """One that does not listen."""
    folder = desk.profile.folder
    return Pairing({}, lambda _spool: Received(is_safe=True, text=""), folder, new_identity(["10.0.0.7"], folder))


def _receipt() -> KeptReceipt:
    said = {
        "kind": "full",
        "centre": "0f" * 16,
        "case": "0f" * 16,
        "report_no": "R20261120-0001",
        "user": "zhang",
        "number": 128,
        "delivery_root": "0f" * 32,
        "bytes": 123456789,
        "issued_at": "2026-11-20T06:00:00Z",
    }
    return KeptReceipt("full", json.dumps(said).encode(), b"", "2026-11-20T06:00:00Z")


def translations(qt: QApplication, folder: Path) -> dict[str, Translation]:
    """Return the words as they are, and every one of them twice."""
    twice = folder / "resources"
    shutil.copytree(resources_dir() / "languages", twice / "languages")
    for path in twice.glob("languages/*/window.ts"):
        tree = ElementTree.parse(path)
        for form in [*tree.iter("translation"), *tree.iter("numerusform")]:
            if form.text and form.text.strip():
                form.text = f"{form.text} {form.text}"
        tree.write(path, encoding="utf-8")
    for path in resources_dir().glob("*"):
        if path.name != "languages":
            (twice / path.name).symlink_to(path)
    return {"once": Translation(qt, resources_dir()), "twice": Translation(qt, twice)}


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
