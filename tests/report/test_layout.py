"""The laid-out report: claims, pages, text layer, hostile texts, missing fonts, the engine's process."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from surveyor_app.domain.errors import Cancelled, FontMissing, LayoutFailed
from surveyor_app.report import more_fonts
from surveyor_app.report.data import PhotosPerPage, QuestionAnswer, ReportLanguage, Row, StatementSection, TextBlock
from surveyor_app.report.fields import FIELD_NAMES, prepare_fields
from surveyor_app.report.layout import lay_out
from surveyor_app.report.typesetting import ReportFiles, Typesetting, typeset
from surveyor_app.report.verification import count_pages
from tests.report.samples import DEVICE, HEAD, both, sample, sha


def text_of(pdf: bytes, *options: str) -> str:
    """Return the text layer as poppler reads it."""
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def plain(text: str) -> str:
    """Return text without any white space, to compare across line breaks."""
    return "".join(text.split())


def test_the_same_data_gives_the_same_bytes(unsigned: bytes, files: ReportFiles) -> None:
    assert prepare_fields(lay_out(*sample(12), files)) == unsigned


def test_it_claims_pdf_a_3a_and_carries_what_that_needs(unsigned: bytes) -> None:
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        xmp = pdf.Root.Metadata.read_bytes().decode()
        assert "<pdfaid:part>3</pdfaid:part>" in xmp
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
        assert str(pdf.docinfo["/ModDate"]) == str(pdf.docinfo["/CreationDate"])
        (intent,) = list(pdf.Root.OutputIntents)
        assert intent.S == "/GTS_PDFA1"
        assert "/DestOutputProfile" in intent
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang).startswith("zh")
        assert not pdf.is_encrypted


def test_every_font_is_embedded(unsigned: bytes) -> None:
    table = subprocess.run(["pdffonts", "-"], input=unsigned, capture_output=True, check=True).stdout.decode()
    fonts = [line.split() for line in table.splitlines()[2:]]
    assert {name.split("+")[1] for name, *_ in fonts} == {"NotoSansSC-Regular", "NotoSansSC-Bold", "DejaVuSansMono"}
    assert all(line[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


def test_qpdf_finds_nothing_wrong(unsigned: bytes, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(unsigned)
    done = subprocess.run(["qpdf", "--check", "report.pdf"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_manifest_is_attached_as_its_source(unsigned: bytes) -> None:
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        assert list(pdf.attachments) == ["evidence-manifest.txt"]
        assert pdf.attachments["evidence-manifest.txt"].get_file().read_bytes() == sample(12)[2]
        (attached,) = list(pdf.Root.AF)
        assert attached.AFRelationship == "/Source"


@pytest.mark.parametrize(("per_page", "pages"), [(2, 6), (4, 3), (6, 2)])
def test_photos_take_as_many_pages_as_asked(per_page: PhotosPerPage, pages: int, files: ReportFiles) -> None:
    pdf = lay_out(*sample(12, per_page=per_page), files)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        counts = [len(page.get_images()) for page in opened.pages if page.get_images()]
    assert counts == [per_page] * pages


def test_both_languages_stand_in_the_text_layer(unsigned: bytes) -> None:
    text = text_of(unsigned, "-layout")
    for words in (
        "事故现场查勘报告",
        "Scene Survey Report",
        "询问笔录",
        "Statements",
        "证据清单",
        "Evidence list",
        "沪A·12345",
    ):
        assert plain(words) in plain(text), words
    pages = count_pages(unsigned)
    for page in range(1, pages + 1):
        one = plain(text_of(unsigned, "-layout", "-f", str(page), "-l", str(page)))
        assert f"第{page}页共{pages}页" in one
        assert f"Page{page}of{pages}" in one
        assert "RDAA2026310000123456" in one


@pytest.mark.parametrize(
    ("language", "there", "absent"), [("zh_CN", "证据清单", "Evidence list"), ("en", "Evidence list", "证据清单")]
)
def test_one_language_prints_only_that(language: ReportLanguage, there: str, absent: str, files: ReportFiles) -> None:
    text = text_of(lay_out(*sample(2, language=language), files))
    assert there in text
    assert absent not in text


def test_every_hash_can_be_copied_in_full(unsigned: bytes) -> None:
    raw = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=unsigned, capture_output=True, check=True
    ).stdout.decode()
    for number in range(1, 13):
        assert sha(number) in raw
    assert HEAD in raw
    assert DEVICE in raw
    assert sample(12)[0].evidence_root in raw


def test_nothing_in_it_speaks_of_cover_or_promises_payment(files: ReportFiles) -> None:
    texts = files.read("texts.toml").decode().lower()
    for words in (
        "属于保险责任",
        "拒赔",
        "免责",
        "同意赔付",
        "全额赔付",
        "covered",
        "we will pay",
        "claim rejected",
        "骗保",
    ):
        assert words not in texts


def test_a_draft_is_marked_and_cannot_be_signed(files: ReportFiles) -> None:
    pdf = lay_out(*sample(1, draft=True), files)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert "/AcroForm" not in opened.Root
    # Drawn aslant, so the text layer has it letter by letter; once more on the cover.
    assert text_of(pdf).count("草") == count_pages(pdf) + 1


def test_all_fields_exist_empty_on_the_last_page(unsigned: bytes) -> None:
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert tuple(fields) == FIELD_NAMES
        assert all("/V" not in field for field in fields.values())
        assert all(field.P.objgen == pdf.pages[-1].objgen for field in fields.values())
        lock = fields["INSURERSEAL"].Lock
        assert lock.Action == "/Include"
        assert [str(name) for name in lock.Fields] == ["SURVEYOR", "POLICYHOLDER", "INSURERSEAL"]


# ------------------------------------------------------------------------------------------------------------ hostile

HOSTILE = [
    '#read("/etc/passwd")',
    "#panic()",
    "] } $ \\ * _ ` <label> @ref // /* = + -",
    '"; #let x = 1; "',
    "$ sum_(i=0)^n $",
    "\\u{1F600} \\n",
    "a/**/b//c",
    "= Heading",
    "{{7*7}} ${7*7} <script>alert(1)</script>",
    "龘 𬭎 䶮 㛃 喆 犇",
    "  two  spaces  ",
    "'single' \"double\" -- --- ... ~",
    "http://example.org/?a=b&c=d#e",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_literally_everywhere(text: str, files: ReportFiles) -> None:
    data, pictures, manifest = sample(1)
    photo = replace(data.photos[0], caption=text, place=text)
    row = Row(both(text, text), both(text, text))
    pdf = lay_out(
        replace(
            data,
            doc_no=text,
            insurer=text,
            claim=(row,),
            texts=(TextBlock(both(text, text), text),),
            statements=(StatementSection(both(text, text), (row,), (QuestionAnswer("1", text, text, (text,)),)),),
            photos=(photo,),
        ),
        pictures,
        manifest,
        files,
    )
    assert plain(text_of(pdf)).count(plain(text)) >= 8


UNPRINTABLE = {
    "😀": "〔U+1F600〕",
    "a\u202egpj.exe": "a〔U+202E〕gpj.exe",
    "nul\0 bell\a": "nul〔U+0000〕 bell〔U+0007〕",
    "ئۇيغۇر": "〔U+0626〕",
    "\ue000\U000f0000": "〔U+E000〕〔U+F0000〕",
    "zero\u200bwidth\ufeff": "zero〔U+200B〕width〔U+FEFF〕",
    "\ud800": "〔U+D800〕",
    "𠮷野": "〔U+20BB7〕野",
}


def test_what_the_font_lacks_or_nobody_sees_is_named(files: ReportFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    # A machine without fonts of its own.
    monkeypatch.setattr(more_fonts, "places", lambda: ())
    data, pictures, manifest = sample(0)
    rows = tuple(Row(both("说明", "Note"), text) for text in UNPRINTABLE)
    text = plain(text_of(lay_out(replace(data, claim=rows), pictures, manifest, files)))
    for shown in UNPRINTABLE.values():
        assert plain(shown) in text, shown


def test_a_very_long_word_stays_on_the_page(files: ReportFiles) -> None:
    data, pictures, manifest = sample(0)
    pdf = lay_out(replace(data, claim=(Row(both("说明", "Note"), "W" * 900),)), pictures, manifest, files)
    boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    rights = [float(part.split('"')[1]) for part in boxes.split() if part.startswith("xMax=")]
    assert plain(text_of(pdf)).count("W") >= 900
    assert max(rights) < 595.28 - 40


def test_a_long_statement_runs_over_pages(files: ReportFiles) -> None:
    data, pictures, manifest = sample(0)
    answers = tuple(QuestionAnswer(str(number), "问题" * 20, "回答内容" * 120) for number in range(1, 80))
    pdf = lay_out(
        replace(data, statements=(StatementSection(both("笔录", "Statement"), (), answers),)), pictures, manifest, files
    )
    assert count_pages(pdf) > 10
    assert text_of(pdf).count("回答内容") > 79 * 100


def test_an_almost_empty_report_is_still_one(files: ReportFiles) -> None:
    data, pictures, manifest = sample(0)
    bare = replace(
        data,
        claim=(),
        visit=(),
        people=(),
        vehicles=(),
        texts=(),
        statements=(),
        damage=None,
        surveyors=(),
        chain_heads=(),
    )
    assert count_pages(lay_out(bare, pictures, manifest, files)) >= 3


def test_a_picture_that_is_none_is_printed_as_such(files: ReportFiles) -> None:
    data, _pictures, manifest = sample(6)
    junk = [b"", b"GIF89a", b"\xff\xd8\xff", b"\xff\xd8" + b"\xff" * 500, b"\xff\xd8\xff\xe0\x00\x00"]
    pdf = lay_out(data, {f"p{number}": picture for number, picture in enumerate(junk, start=1)}, manifest, files)
    assert text_of(pdf).count("No preview") == 6


def test_a_picture_cut_short_does_not_stop_the_report(files: ReportFiles) -> None:
    data, pictures, manifest = sample(2)
    pdf = lay_out(data, {**pictures, "p1": pictures["p1"][:3000]}, manifest, files)
    assert count_pages(pdf) > 3


# -------------------------------------------------------------------------------------------------------------- errors


@pytest.mark.parametrize("name", ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
@pytest.mark.parametrize("damage", ["absent", "empty", "other"])
def test_a_missing_font_is_said(name: str, damage: str, files: ReportFiles, tmp_path: Path) -> None:
    for font in files.font_dir.glob("*.ttf"):
        shutil.copy(font, tmp_path)
    if damage == "absent":
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(b"" if damage == "empty" else b"no font" * 100)
    with pytest.raises(FontMissing) as caught:
        lay_out(*sample(0), ReportFiles(files.template_dir, tmp_path))
    assert caught.value.data["path"] == str(tmp_path / name)


def test_a_missing_template_is_said(files: ReportFiles, tmp_path: Path) -> None:
    with pytest.raises(LayoutFailed):
        lay_out(*sample(0), ReportFiles(tmp_path, files.font_dir))


def test_a_broken_template_is_said_with_the_engines_words(files: ReportFiles, tmp_path: Path) -> None:
    for template in files.template_dir.iterdir():
        shutil.copy(template, tmp_path)
    (tmp_path / "report.typ").write_text("#no-such-function()")
    with pytest.raises(LayoutFailed) as caught:
        lay_out(*sample(0), ReportFiles(tmp_path, files.font_dir))
    assert "no-such-function" in str(caught.value.data["reason"])


def test_a_manifest_of_another_root_is_refused(files: ReportFiles) -> None:
    data, pictures, _manifest = sample(2)
    with pytest.raises(LayoutFailed):
        lay_out(data, pictures, sample(3)[2], files)


def test_an_engine_that_takes_too_long_is_killed(files: ReportFiles, tmp_path: Path) -> None:
    for template in files.template_dir.iterdir():
        shutil.copy(template, tmp_path)
    (tmp_path / "report.typ").write_text(
        "#while true { let x = range(1000).map(n => n * n) }\n#for n in range(1000000000) [#n]"
    )
    with pytest.raises(LayoutFailed) as caught:
        lay_out(*sample(0), ReportFiles(tmp_path, files.font_dir), timeout_s=0.5)
    assert caught.value.data["reason"]


def test_an_engine_that_takes_too_much_memory_ends_without_us(files: ReportFiles, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("the system cannot limit a process's memory from inside")
    for template in files.template_dir.iterdir():
        shutil.copy(template, tmp_path)
    (tmp_path / "greedy.typ").write_text("#range(1000000000).len()")
    job = Typesetting("greedy.typ", {"data.json": b"{}"}, ["1.7"], timestamp=0, memory_bytes=400 << 20)
    with pytest.raises(LayoutFailed):
        typeset(job, ReportFiles(tmp_path, files.font_dir))


def test_a_job_much_larger_than_a_pipe_arrives_whole(files: ReportFiles) -> None:
    """Once a job of 80 MB waited for ever: see ``typesetting._run``."""
    data, pictures, manifest = sample(8)
    large = {name: picture + bytes(2_000_000) for name, picture in pictures.items()}
    assert count_pages(lay_out(data, large, manifest, files)) > 5


def test_cancel_ends_the_engine(files: ReportFiles, tmp_path: Path) -> None:
    for template in files.template_dir.iterdir():
        shutil.copy(template, tmp_path)
    (tmp_path / "report.typ").write_text("#for n in range(1000000000) { range(100).sum() }")

    def cancel() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        lay_out(*sample(0), ReportFiles(tmp_path, files.font_dir), cancel_point=cancel)
