"""A report with everything in it, made of invented people, and pictures drawn for it."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime, timedelta, timezone
from functools import lru_cache

from PIL import Image, ImageDraw

from surveyor_app.domain.journal.merkle import head_line, manifest_line, root_of_lines
from surveyor_app.domain.texts import Text
from surveyor_app.report.bag.names import original_path
from surveyor_app.report.data import (
    ChainHead,
    Column,
    EvidenceLine,
    LossTable,
    PhotoEntry,
    PhotosPerPage,
    QuestionAnswer,
    ReportData,
    ReportLanguage,
    Row,
    RowGroup,
    Signatory,
    StatementSection,
    TextBlock,
)

ISSUED_AT = datetime(2026, 11, 3, 16, 42, tzinfo=timezone(timedelta(hours=8)))
DEVICE = hashlib.sha256(b"device").hexdigest()
HEAD = hashlib.sha256(b"head").hexdigest()


def both(zh: str, en: str) -> Text:
    """Return a text in Chinese and English."""
    return Text({"zh": zh, "en": en})


@lru_cache(maxsize=512)
def picture(number: int, size: tuple[int, int] = (640, 480), quality: int = 72) -> bytes:
    """Return a JPEG with a scene of sorts and its number."""
    image = Image.new("RGB", size, (150 + number * 7 % 90, 170, 190))
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.rectangle([0, height * 0.6, width, height], fill=(90, 92, 96))
    draw.rectangle([width * 0.25, height * 0.42, width * 0.72, height * 0.72], fill=(160, 40 + number * 9 % 120, 40))
    draw.text((20, 20), f"{number:03}", fill=(20, 20, 20), font_size=60)
    output = io.BytesIO()
    image.save(output, "JPEG", quality=quality)
    return output.getvalue()


def manifest_and_root(count: int) -> tuple[bytes, str]:
    """Return the manifest of ``count`` originals and one chain head, and its root."""
    lines = [
        manifest_line(sha(number), original_path(number, f"IMG_{number:04}.jpg")) for number in range(1, count + 1)
    ]
    lines.append(head_line(DEVICE, 0, 57, HEAD))
    return "".join(sorted(lines)).encode(), root_of_lines(lines)


def sha(number: int) -> str:
    """Return the hash of the original behind a drawn picture."""
    return hashlib.sha256(f"original {number}".encode()).hexdigest()


def sample(
    photos: int = 12, *, language: ReportLanguage = "both", per_page: PhotosPerPage = 4, draft: bool = False
) -> tuple[ReportData, dict[str, bytes], bytes]:
    """Return the data, the pictures and the manifest of a report."""
    manifest, root = manifest_and_root(photos)
    numbers = range(1, photos + 1)
    data = ReportData(
        language=language,
        doc_no="SR-2026-110300815",
        revision="",
        report_no="RDAA2026310000123456",
        issued_at=ISSUED_AT,
        issued="2026-11-03 16:42 +08:00",
        insurer="东海财产保险股份有限公司上海分公司",
        claim=CLAIM,
        visit=VISIT,
        people=PEOPLE,
        vehicles=VEHICLES,
        texts=TEXTS,
        statements=STATEMENTS,
        damage=DAMAGE,
        photos=tuple(_photo(number) for number in numbers),
        photos_per_page=per_page,
        evidence=tuple(_evidence(number) for number in numbers),
        chain_heads=(ChainHead(DEVICE, 0, 57, HEAD),),
        evidence_root=root,
        entries_count=57,
        surveyors=(
            Signatory("陈查勘", both("查勘员", "Field surveyor"), "SV-0042"),
            Signatory("Li Wei", both("协办查勘员", "Second surveyor")),
        ),
        draft=draft,
    )
    return data, {f"p{number}": picture(number) for number in numbers}, manifest


def _photo(number: int) -> PhotoEntry:
    caption = (
        "现场概览 Overview of the scene",
        "前保险杠左角碰撞痕迹 Front bumper, left corner, contact mark",
        "车架号 VIN",
    )[number % 3]
    return PhotoEntry(
        number=str(number),
        sha256=sha(number),
        caption=caption,
        taken=f"2026-11-03 14:{number % 60:02}:07 +08:00",
        place="31.230416, 121.473701",
        picture_name=f"p{number}",
    )


def _evidence(number: int) -> EvidenceLine:
    return EvidenceLine(
        number=str(number),
        evidence_class=both("照片", "Photo"),
        file_name=f"IMG_{number:04}.jpg",
        sha256=sha(number),
        size="3.4 MB",
        taken=f"2026-11-03 14:{number % 60:02}:07",
        source="Canon EOS 80D",
    )


CLAIM = (
    Row(both("被保险人", "Insured"), "王建国"),
    Row(both("保单号", "Policy number"), "PDAA202531000000778899"),
    Row(both("出险时间", "Accident time"), "2026-11-03 13:20 +08:00"),
    Row(both("报案时间", "Reported"), "2026-11-03 13:41 +08:00"),
    Row(
        both("出险地点", "Accident place"),
        "上海市黄浦区延安东路高架（K3+200）由西向东第二车道，近成都北路下匝道",
        wide=True,
    ),
    Row(both("报案人电话", "Contact phone"), "138 0000 0000"),
    Row(both("险种", "Cover lines"), both("交强险 + 商业险", "Compulsory + commercial")),
)
VISIT = (
    Row(both("查勘类型", "Survey kind"), both("现场查勘", "On scene")),
    Row(both("第一现场", "First scene"), both("是", "Yes")),
    Row(both("到达时间", "Arrived"), "2026-11-03 14:02 +08:00"),
    Row(both("离开时间", "Left"), "2026-11-03 15:35 +08:00"),
    Row(both("天气", "Weather"), both("小雨", "Light rain")),
    Row(both("路面", "Surface"), both("潮湿", "Wet")),
)
PEOPLE = (
    RowGroup(
        both("驾驶人（标的车）", "Driver (insured vehicle)"),
        (
            Row(both("姓名", "Name"), "王建国"),
            Row(both("性别", "Sex"), both("男", "Male")),
            Row(both("驾驶证号", "Licence number"), "310101********1234"),
            Row(both("准驾车型", "Licence class"), "C1"),
        ),
    ),
    RowGroup(
        both("目击证人", "Eyewitness"),
        (Row(both("姓名", "Name"), "Zoë Müller"), Row(both("电话", "Phone"), "139 0000 0000")),
    ),
)
VEHICLES = (
    RowGroup(
        both("标的车", "Insured vehicle"),
        (
            Row(both("号牌号码", "Plate"), "沪A·12345"),
            Row(both("厂牌型号", "Make and model"), "大众 途观L 330TSI"),
            Row(both("车架号", "VIN"), "LSVUB65N1K2000001"),
            Row(both("里程", "Mileage"), "48,210 km"),
        ),
    ),
)
TEXTS = (
    TextBlock(
        both("查勘所见", "Findings"),
        "标的车停于第二车道，车头朝东。左前部碰撞痕迹距地 42–68 cm，与三者车右后角痕迹高度相符。\n路面可见 11.4 m 制动印。",
    ),
)
STATEMENTS = (
    StatementSection(
        both("询问笔录 1：王建国", "Statement 1: Wang Jianguo"),
        (
            Row(both("被询问人", "Person questioned"), "王建国"),
            Row(both("询问人", "Questioners"), "陈查勘、Li Wei"),
            Row(both("起止时间", "Start and end"), "2026-11-03 14:20 – 14:48"),
            Row(both("地点", "Place"), "事故现场"),
        ),
        (
            QuestionAnswer("1", "以上告知内容您是否清楚？", "清楚。"),
            QuestionAnswer(
                "2",
                "请叙述事故经过。",
                "我由西向东正常行驶，前车突然刹车，我向右打方向没有躲开，车头左边碰到了它的右后角。当时大概四十码。",
            ),
            QuestionAnswer("3", "Was anyone injured?", "没有人受伤。", ("“五十码” → “四十码”，王建国 14:31",)),
        ),
    ),
)
DAMAGE = LossTable(
    columns=(
        Column(both("序号", "No."), weight=0.6),
        Column(both("部件", "Part"), weight=2.4),
        Column(both("处理方式", "Action"), weight=1.6),
        Column(both("照片", "Photos"), weight=0.9),
        Column(both("配件价", "Part price"), numeric=True, weight=1.3),
        Column(both("工时费", "Labour"), numeric=True, weight=1.3),
        Column(both("小计 (CNY)", "Sum (CNY)"), numeric=True, weight=1.4),
    ),
    rows=(
        ("1", "前保险杠 Front bumper", "更换 Replace", "2, 5", "1,280.00", "200.00", "1,480.00"),
        ("2", "左前大灯 Headlamp, left", "更换 Replace", "8", "2,350.00", "120.00", "2,470.00"),
        ("3", "左前叶子板 Fender, left", "修复 Repair", "11", "0.00", "650.00", "650.00"),
    ),
    totals=(Row(both("残值", "Salvage"), "150.00"), Row(both("合计", "Total"), "4,450.00")),
)
