"""The tables that come with the program: whole as shipped, and refused with one error when they are not."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.domain.kinds import KINDS, SPECS
from surveyor_app.operations.cases.checking import load_checks
from surveyor_app.operations.cases.sample_story import load_story
from surveyor_app.wording.customer_messages import load_customer_messages
from surveyor_app.wording.customer_words import load_customer_words
from surveyor_app.wording.drawing_table import load_palette
from surveyor_app.wording.findings.claim_numbers import load_number_patterns
from surveyor_app.wording.findings.clocks import load_clocks, load_service_levels
from surveyor_app.wording.findings.complaint_times import load_complaint_times
from surveyor_app.wording.findings.cover_wording import load_cover_wording
from surveyor_app.wording.findings.enquiries import load_enquiry_kinds
from surveyor_app.wording.findings.fee_sets import load_fee_sets
from surveyor_app.wording.findings.guidance import load_guidance
from surveyor_app.wording.findings.office_acts import load_permissions
from surveyor_app.wording.findings.one_time_notice import load_notice_words
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.findings.police_grounds import load_police_grounds
from surveyor_app.wording.findings.process_times import load_process_times
from surveyor_app.wording.findings.prompts import load_prompts
from surveyor_app.wording.findings.record_checks import load_record_checks
from surveyor_app.wording.findings.review_rules import load_review_rules
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.notices import load_notices
from surveyor_app.wording.parts import load_parts
from surveyor_app.wording.picture_rules import load_picture_table
from surveyor_app.wording.questions import load_questions
from surveyor_app.wording.rendition_profiles import load_profiles
from surveyor_app.wording.sample_kinds import SAMPLE_KINDS
from surveyor_app.wording.shot_lists import load_shot_lists
from surveyor_app.wording.words import load_words

LOADERS: dict[str, Callable[[Path], object]] = {
    "checks.toml": load_checks,
    "claim_numbers.toml": load_number_patterns,
    "clocks.toml": load_clocks,
    "complaint_times.toml": load_complaint_times,
    "cover_wording.toml": load_cover_wording,
    "documents.toml": load_papers,
    "drawing.toml": load_palette,
    "enquiries.toml": load_enquiry_kinds,
    "fields.toml": Labels.load,
    "enumerations.toml": Labels.load,
    "fees.toml": load_fee_sets,
    "guidance.toml": load_guidance,
    "notices.toml": load_notices,
    "customer_messages.toml": load_customer_messages,
    "customer_words.toml": load_customer_words,
    "office_acts.toml": load_permissions,
    "one_time_notice.toml": load_notice_words,
    "parts.toml": load_parts,
    "process_times.toml": load_process_times,
    "picture_checks.toml": load_picture_table,
    "police_grounds.toml": load_police_grounds,
    "prompts.toml": load_prompts,
    "questions.toml": load_questions,
    "record_checks.toml": load_record_checks,
    "renditions.toml": load_profiles,
    "review_rules.toml": load_review_rules,
    **{f"samples/{kind}.toml": partial(load_story, kind=kind) for kind in SAMPLE_KINDS},
    "shots.toml": load_shot_lists,
    "sla.toml": load_service_levels,
    "words.toml": load_words,
}
HOSTILE = [b"\xff\xfe not UTF-8", b"[unclosed", b"a = 1\na = 2", b"x = \x00"]
TAKEN_APART = sorted(name for name in LOADERS if not name.startswith("samples/"))


@pytest.fixture(scope="module")
def labels() -> Labels:
    return Labels.load(resources_dir())


@pytest.mark.parametrize("name", sorted(LOADERS))
def test_a_missing_table_is_an_incomplete_installation(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(InstallationIncomplete) as caught:
        LOADERS[name](copied)
    assert (caught.value.data["what"], caught.value.data["path"]) == (name, str(copied / name))


@pytest.mark.parametrize("name", sorted(LOADERS))
@pytest.mark.parametrize("content", HOSTILE)
def test_what_is_no_toml_is_an_incomplete_installation(copied: Path, name: str, content: bytes) -> None:
    (copied / name).write_bytes(content)
    with pytest.raises(InstallationIncomplete):
        LOADERS[name](copied)


@pytest.mark.parametrize("name", TAKEN_APART)
@pytest.mark.parametrize(
    "content",
    [
        "",
        "check = 1\nclaim = 1\nloss_cause = 1\npart = 1\nquestion = 1\nnotice = 1",
        "check = [1]\nclaim = [1]\nloss_cause = [1]\npart = [1]\nquestion = [1]\nnotice = [1]",
        "[[check]]\nid = 'x'\n[claim]\nzh = 'x'\n[loss_cause]\nzh = 'x'\n[[part]]\nid = 'x'\n[[question]]\nid = 'x'",
        "[loss_cause]\nvalues = [{id = 'x', zh = '', en = 'x'}]\n[[part]]\nid = 'x'\nzh = 'x'\nen = 1",
    ],
)
def test_a_table_of_another_shape_is_an_incomplete_installation(copied: Path, name: str, content: str) -> None:
    (copied / name).write_text(content, encoding="utf-8")
    with pytest.raises(InstallationIncomplete) as caught:
        LOADERS[name](copied)
    assert caught.value.data["reason"]


CHECK = {
    "id": "X",
    "rule": "blank",
    "level": "must",
    "kind": "claim",
    "field": "report_no",
    "zh": "报案号",
    "en": "No.",
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"rule": "of_a_newer_version"},
        {"level": "perhaps"},
        {"kind": "drone_flight"},
        {"kind": "report"},
        {"field": "pilot"},
        {"zh": " "},
        {"en": "No. {"},
        {"colour": "red"},
    ],
)
def test_a_check_that_names_what_does_not_exist_is_refused(copied: Path, wrong: dict[str, str]) -> None:
    lines = [f'{name} = "{value}"' for name, value in (CHECK | wrong).items()]
    (copied / "checks.toml").write_text("\n".join(["[[check]]", *lines]), encoding="utf-8")
    with pytest.raises(InstallationIncomplete):
        load_checks(copied)


def test_a_check_of_a_blank_field_names_the_field(copied: Path) -> None:
    lines = [f'{name} = "{value}"' for name, value in CHECK.items() if name != "field"]
    (copied / "checks.toml").write_text("\n".join(["[[check]]", *lines]), encoding="utf-8")
    with pytest.raises(InstallationIncomplete):
        load_checks(copied)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("far_m = 1000", "far_m = '1 km'"),
        ("far_m = 1000", "far_m = true"),
        ("far_m = 1000", "near_m = 1000"),
        ('"photoshop"', '"Photoshop"'),
        ('"photoshop"', '" "'),
        ("[640, 1136]", "[640]"),
        ('level = "fail"', 'level = "verdict"'),
        ('code = "no_time"', 'code = "of_a_newer_version"'),
        ('code = "no_time"', 'code = "no_place"'),
        ('zh = "画面模糊"', 'zh = "画面{模糊"'),
        ('zh = "画面模糊"', 'hint = "画面模糊"'),
        ('comment = { zh = "文件内备注", ', "comment = { "),
    ],
)
def test_photo_checks_that_are_not_whole_are_refused(copied: Path, before: str, after: str) -> None:
    path = copied / "picture_checks.toml"
    content = path.read_text(encoding="utf-8")
    assert before in content
    path.write_text(content.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(InstallationIncomplete):
        load_picture_table(copied)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('version = "1"', "version = 1"),
        ("{insurer}", "{company}"),
        ("{guardian}", "{s1}"),
        ("{guardians}", "{opening}"),
        ("{opening}为", "{s1}、{s2}为"),
        ("{insurer}", "{insurer"),
        ('added_for = "minor"', 'added_for = "anyone"'),
        ('added_for = "minor"', 'kinds = ["driver"]'),
        ('kinds = ["driver", "insured", "keeper"]', 'kinds = "driver"\nadded = "minor"'),
        ('"repairer", "other"]', '"repairer"]'),
        ('"repairer", "other"]', '"repairer", "other", "driver"]'),
        ('id = "notice_other"', 'id = "notice_insured"'),
    ],
)
def test_notices_that_are_not_whole_are_refused(copied: Path, before: str, after: str) -> None:
    path = copied / "notices.toml"
    comment, start, content = path.read_text(encoding="utf-8").partition("[[notice]]")
    assert before in content
    path.write_text(comment + start + content.replace(before, after), encoding="utf-8")
    with pytest.raises(InstallationIncomplete):
        load_notices(copied)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one = ", "single = "),
        ("several = ", 'more = { zh = "{names}", en = "{names}" }\nseveral = '),
        ("{names}", "{name}"),
        ("[naming.guardians]", "[naming.parents]"),
        ('", en = "guardian {names}', '", french = "guardian {names}'),
    ],
)
def test_words_for_names_that_are_not_whole_are_refused(copied: Path, before: str, after: str) -> None:
    path = copied / "notices.toml"
    comment, start, content = path.read_text(encoding="utf-8").partition("\n[naming.")
    assert before in start + content
    path.write_text(comment + (start + content).replace(before, after, 1), encoding="utf-8")
    with pytest.raises(InstallationIncomplete):
        load_notices(copied)


def test_a_field_without_a_label_is_refused(copied: Path) -> None:
    path = copied / "fields.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("report_no =", "report_number ="), encoding="utf-8")
    with pytest.raises(InstallationIncomplete):
        Labels.load(copied)


# ------------------------------------------------------------------------------------------- as shipped


def test_every_enumeration_that_a_field_names_has_values(labels: Labels) -> None:
    named = {spec.enumeration for specs in SPECS.values() for spec in specs if spec.enumeration}
    assert {name for name in named if not labels.choices(name)} == set()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_field_has_a_label_in_both_languages(labels: Labels, kind: str) -> None:
    for spec in SPECS[kind]:
        zh, en = (labels.field(kind, spec.name, language) for language in (chinese(), english()))
        assert zh != en or zh in {"SHA-256", "C2PA"}, spec
        assert not any("\u4e00" <= char <= "\u9fff" for char in en), spec
    assert labels.kind(kind, chinese()) != labels.kind(kind, english())


def test_values_have_labels_and_unknown_ones_show_their_id(labels: Labels) -> None:
    assert labels.value("task_kind", "scene", chinese()) == "查勘"
    assert labels.value("task_kind", "scene", english()) == "Scene survey"
    assert labels.value("task_kind", "of_a_newer_version", english()) == "of_a_newer_version"
    assert labels.value("task_kind", None, english()) == ""
    assert labels.value("no_such_list", "x", english()) == "x"
    assert labels.field("claim", "of_a_newer_version", english()) == "of_a_newer_version"


def test_every_question_has_a_kind_that_exists_and_an_id_of_its_own(labels: Labels) -> None:
    questions = load_questions(resources_dir())
    assert {item.kind for item in questions} <= {choice.id for choice in labels.choices("statement_kind")}
    assert len({item.id for item in questions}) == len(questions)


def test_every_kind_of_statement_has_its_notice(labels: Labels) -> None:
    notices = load_notices(resources_dir())
    named = {kind for notice in notices.all for kind in notice.kinds}
    assert named == {choice.id for choice in labels.choices("statement_kind")}
    assert [notices.for_kind(kind).id for kind in ("driver", "eyewitness", None, "of_a_newer_version")] == [
        "notice_insured",
        "notice_other",
        "notice_other",
        "notice_other",
    ]


def test_an_insurer_may_have_a_notice_of_its_own(copied: Path) -> None:
    shipped = (resources_dir() / "notices.toml").read_text(encoding="utf-8")
    own = '\n[[notice]]\nid = "own"\nversion = "1"\ninsurer = "甲保险"\nkinds = ["driver"]\nzh = "{opening}"\nen = "{opening}"\n'
    (copied / "notices.toml").write_text(shipped + own, encoding="utf-8")
    notices = load_notices(copied)
    assert notices.for_kind("driver", "甲保险").id == "own"
    assert notices.for_kind("insured", "甲保险").id == "notice_insured"
    assert notices.for_kind("driver", "乙保险").id == "notice_insured"


def test_every_part_lies_in_areas_that_exist(labels: Labels) -> None:
    areas = {choice.id for choice in labels.choices("damage_area")} | {"inside"}
    assert {area for part in load_parts(resources_dir()).values() for area in part.areas} <= areas


ENTRIES = {
    "record_checks.toml": ("check", ("when", "kind", "enumeration", "adverse", "no", "may_not_apply", "of")),
    "documents.toml": ("document", ("when", "cases", "sensitive", "basis")),
    "enquiries.toml": ("enquiry", ("early", "asks_zh")),
    "prompts.toml": ("prompt", ("rule", "mode", "cases", "trigger_en")),
    "claim_numbers.toml": ("pattern", ("format", "restart", "line")),
    "clocks.toml": ("clock", ("amount", "unit", "starts")),
    "office_acts.toml": ("act", ("roles", "states")),
    "sla.toml": ("sla", ("unit", "value", "up_to")),
    "cover_wording.toml": ("phrase", ("words",)),
    "police_grounds.toml": ("ground", ("rule", "article")),
    "fees.toml": ("set", ("medical",)),
}
WRONG = [f"{name}:{column}" for name, (_, columns) in ENTRIES.items() for column in columns]


@pytest.mark.parametrize("place", WRONG)
def test_an_entry_that_is_not_whole_is_refused(copied: Path, place: str) -> None:
    name, column = place.split(":")
    text = (resources_dir() / name).read_text(encoding="utf-8")
    wrong = re.sub(rf"(?m)^{column} = .*$", f'{column} = ["of_a_newer_version"]', text, count=1)
    assert wrong != text
    (copied / name).write_text(wrong, encoding="utf-8")
    with pytest.raises(InstallationIncomplete) as caught:
        LOADERS[name](copied)
    assert caught.value.data["what"] == name


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_what_stands_twice_is_refused(copied: Path, name: str) -> None:
    text = (resources_dir() / name).read_text(encoding="utf-8")
    head = f"[[{ENTRIES[name][0]}]]"
    (copied / name).write_text(text + head + text.split(head)[1], encoding="utf-8")
    with pytest.raises(InstallationIncomplete, match="twice"):
        LOADERS[name](copied)


def test_what_the_tables_name_is_there(labels: Labels) -> None:
    chosen = [check for check in load_record_checks(resources_dir()).checks if check.enumeration]
    assert chosen
    for check in chosen:
        values = {choice.id for choice in labels.choices(check.enumeration or "")}
        assert values
        assert check.other is None or check.other in values
    purposes = {choice.id for choice in labels.choices("consent_purpose")}
    asked = {kind.consent for kind in load_enquiry_kinds(resources_dir()).values()}
    asked |= {paper.consent for paper in load_papers(resources_dir()).papers}
    assert asked - {None} <= purposes
    assert set(load_enquiry_kinds(resources_dir())) == {choice.id for choice in labels.choices("enquiry_kind")}
    fees = load_fee_sets(resources_dir())["general"]
    assert {*fees.medical, *fees.death_disability} == {choice.id for choice in labels.choices("fee_code")}


def test_no_part_stands_twice() -> None:
    table = tomllib.loads((resources_dir() / "parts.toml").read_text(encoding="utf-8"))
    assert len(load_parts(resources_dir())) == len(table["part"])


GIVEN = {
    "blank": {"n"},
    "opinion_length": {"n"},
    "one_questioner": {"n"},
    "credentials_not_noted": {"n", "name"},
    "notice_late": {"n"},
    "statements_overlap": {"a", "b", "name"},
    "guardian_missing": {"n"},
    "interpreter_unknown": {"n", "name"},
    "interpreter_missing": {"n", "language"},
    "remote_unchecked": {"n"},
    "page_unsigned": {"n", "p"},
    "not_closed": {"n"},
    "same_frame_number": {"no"},
    "photo_failed": {"said", "n"},
    "shots_missing": {"shot"},
    "time_order": {"a", "b"},
    "interested_witness": {"n"},
    "refused_without_reason": {"n"},
    "consent_revoked": {"name", "purpose"},
    "major_opinion_length": {"n"},
    "plate_length": {"n"},
    "vehicle_kind": {"n"},
    "loss_parts": {"n"},
    "driver_blank": {"n"},
    "insured_vehicle_blank": {"n"},
    "third_insurer": {"n"},
    "same_plate": {"plate"},
    "same_vin": {"vin"},
    "same_licence": {"no"},
    "small_letters": {"field"},
    "injured_id": {"name"},
    "injured_blank": {"n"},
    "consent_missing": {"item"},
    "given_away": {"user"},
    "self_settled": {"ground"},
    "shot_without_reason": {"shot"},
    "altered": {"file"},
    "unanswered": {"n"},
    "unexplained": {"n"},
    "counts": {"field"},
    "third_property": {"field"},
    "liability_said": {"field"},
    "extent_said": {"field"},
    "after_accident": {"field"},
}
"""What each rule tells its sentence."""


def test_every_sentence_of_a_check_asks_for_what_its_rule_tells() -> None:
    for check in load_checks(resources_dir()):
        for text in check.text.forms.values():
            asked = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
            assert asked <= GIVEN.get(check.rule, set()), check.id
