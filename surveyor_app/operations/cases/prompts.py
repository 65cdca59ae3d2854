"""The risk prompts (风险提示) of an open case: each with the facts that raised it and the answer so far (domain §14).

What earlier cases say is read from the list that this laptop keeps of its own cases; none of them is opened for it. Nothing here
is counted together: an indicator is not evidence.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Sequence

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.checks.prompts import Fact, History, Raised, raised_prompts
from surveyor_app.operations.cases.checking import read_contents
from surveyor_app.operations.cases.opening import CaseSummary, list_cases
from surveyor_app.operations.photos.doubts import failures
from surveyor_app.wording.findings.prompts import load_prompts
from surveyor_app.wording.picture_rules import picture_table


def read_prompts(case: CaseFile) -> list[Raised]:
    """Return the prompts of this kind of case, in the order of the table."""
    contents = read_contents(case)
    contents = dataclasses.replace(contents, photo_failures=failures(case, picture_table()))
    others = [item for item in list_cases(case.profile) if item.case_id != case.case_id]
    return raised_prompts(load_prompts(resources_dir()), contents, history_of(contents, others))


def history_of(contents: CaseContents, others: Sequence[CaseSummary]) -> History:
    """Return what other cases on this laptop say of the same plate and the same place."""
    claim = contents.claims[0] if contents.claims else None
    if claim is None:
        return History()
    plates: list[tuple[str, str, str, str | None]] = [
        (vehicle.KIND, vehicle.id, "plate_no", vehicle.plate_no) for vehicle in contents.vehicles
    ]
    named = {_plain(plate) for *_where, plate in plates}
    if _plain(claim.plate_no) not in named:
        plates.append((claim.KIND, claim.id, "plate_no", claim.plate_no))
    same_plate = tuple(
        Fact(kind, id_, field, number)
        for kind, id_, field, plate in plates
        for number in _numbers(item for item in others if plate and _plain(item.plate_no) == _plain(plate))
    )
    place = _plain(claim.accident_place)
    same_site = tuple(
        Fact(claim.KIND, claim.id, "accident_place", number)
        for number in _numbers(item for item in others if place and _plain(item.accident_place) == place)
    )
    return History(repeated=same_plate, same_parties=same_plate, same_site=same_site)


def _numbers(found: Iterable[CaseSummary]) -> list[str]:
    return [item.report_no or item.case_id for item in found]


def _plain(text: str | None) -> str:
    """Return a text without blanks, widths and case."""
    return "".join(unicodedata.normalize("NFKC", text or "").split()).casefold()
