"""Sheets of calculations (理算书) that are judged: a collision with everything on it, hostile names among them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import BY_HAND, Wishes
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.operations.calculation.calculating import calculate_case
from surveyor_app.operations.calculation.sheets import sheet_pdf
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.editing import records
from surveyor_app.wording.languages import chinese
from surveyor_app.wording.rules.rule_packs import own_packs
from tests.casefile.conftest import make_profile
from tests.judges.papers import ACCESSIBLE, HOSTILE, LANGUAGES, Paper
from tests.operations.calculation.collision import collide


def calculation_papers(scratch: Path, *, few: bool = False) -> Iterator[Paper]:
    """Yield the sheet in every language, or in both at once; ``scratch`` is an empty folder."""
    packs = own_packs(resources_dir()).packs
    figures = {"us_coinsurance": {"value": Given(Decimal(200_000), BY_HAND)}}
    with (
        make_profile(scratch / "profile")[0] as profile,
        new_case(profile, report_no="R1", path=scratch / "collision.survey") as case,
    ):
        collide(case)
        records.create(case, PropertyItem, {"party": "ground", "owner": HOSTILE[:90], "amount": Decimal(10)})
        reckoning = calculate_case(case, packs, Wishes(figures=figures), chinese())[0]
        for language in ("both",) if few else LANGUAGES:
            pdf = sheet_pdf(case, reckoning, case.author.clock().instant(), language)
            yield Paper(f"calculation-{language}", pdf, ACCESSIBLE)
