"""The other side of report: WeasyPrint lays out the same text and pictures: ``report_baseline FOLDER FONTS PDF``.

It runs in an environment of its own that has WeasyPrint. Only its layout is timed: no import, no case, no signature, no manifest.
"""

from __future__ import annotations

import html
import importlib
import json
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Node = Mapping[str, Any]

STYLE = """
@font-face {{ font-family: Text; src: url("{fonts}/NotoSansSC-Regular.ttf"); }}
@font-face {{ font-family: Text; font-weight: bold; src: url("{fonts}/NotoSansSC-Bold.ttf"); }}
@page {{ size: A4; margin: 20mm 18mm; @bottom-right {{ content: counter(page) " / " counter(pages); }} }}
body {{ font-family: Text; font-size: 9pt; }}
table {{ width: 100%; border-collapse: collapse; }}
td {{ border-bottom: 0.3pt solid #999; padding: 2pt 4pt; vertical-align: top; }}
.photos {{ page-break-before: always; }}
.photo {{ display: inline-block; width: 49%; height: 120mm; vertical-align: top; }}
.photo img {{ max-width: 100%; max-height: 85mm; }}
.hash {{ font-size: 6pt; word-break: break-all; }}
"""


def main() -> None:
    """Lay out and print how long it took."""
    folder, fonts, target = map(Path, sys.argv[1:])
    weasyprint = importlib.import_module("weasyprint")
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    started = time.monotonic()
    page = weasyprint.HTML(string=_page(data, fonts), base_url=str(folder))
    page.write_pdf(str(target))
    print(json.dumps({"seconds": time.monotonic() - started, "pdf_bytes": target.stat().st_size}))


def _page(data: Node, fonts: Path) -> str:
    parts = [f"<style>{STYLE.format(fonts=fonts.as_uri())}</style>", f"<h1>{_text(data['doc_no'])}</h1>"]
    parts += [_rows(data["claim"]), _rows(data["visit"])]
    for group in (*data["people"], *data["vehicles"]):
        parts += [_title(group), _rows(group["rows"])]
    for block in data["texts"]:
        parts += [_title(block), f"<p>{_text(block['text'])}</p>"]
    for statement in data["statements"]:
        parts += [_title(statement), _rows(statement["header"])]
        parts += [f"<p><b>{_text(one['question'])}</b><br>{_text(one['answer'])}</p>" for one in statement["answers"]]
    if data["damage"]:
        parts += [_table(data["damage"]["rows"]), _rows(data["damage"]["totals"])]
    size = data["photos_per_page"]
    photos = data["photos"]
    parts += [_photos(photos[start : start + size]) for start in range(0, len(photos), size)]
    parts += [_table([list(line.values()) for line in data["evidence"]])]
    parts += [f"<p class=hash>{_text(data['evidence_root'])}</p>"]
    parts += [_table([list(map(str, head.values())) for head in data["chain_heads"]])]
    return "<!doctype html><meta charset=utf-8>" + "".join(parts)


def _photos(photos: Iterable[Node]) -> str:
    return f"<div class=photos>{''.join(map(_photo, photos))}</div>"


def _photo(photo: Node) -> str:
    words = "<br>".join(_text(photo[name]) for name in ("number", "caption", "taken", "place"))
    picture = html.escape(photo["picture_name"] or "")
    return f"<div class=photo><img src='{picture}'><p>{words}</p><p class=hash>{_text(photo['sha256'])}</p></div>"


def _rows(rows: Iterable[Node]) -> str:
    return _table([[row["label"], row["value"]] for row in rows])


def _table(rows: Iterable[Iterable[object]]) -> str:
    lines = ("<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{''.join(lines)}</table>"


def _title(node: Node) -> str:
    return f"<h2>{_text(node['title'])}</h2>"


def _text(value: object) -> str:
    return html.escape(" ".join(value) if isinstance(value, list) else str(value))


if __name__ == "__main__":
    main()
