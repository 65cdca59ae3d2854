"""Finds every text that is marked for translation, wherever in the code, and brings the ``.ts`` files in line with them.

Run ``python -m tests.ui.translation_sources`` after texts changed: new ones are added as unfinished, unused ones leave.
"""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from surveyor_app.domain.texts import Language
from surveyor_app.wording.languages import FOLDER, english, languages
from surveyor_app.wording.translation import COMMAND_LINE, FILE

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "surveyor_app"
RESOURCES = ROOT / "resources"
FILES = (FILE, COMMAND_LINE)
SAID = re.compile(r'say\("([^"]+)"')


def ts_file(language: Language, file: str = FILE) -> Path:
    """Return a file with translations into a language."""
    return RESOURCES / FOLDER / language.tag / file


def find_sources(file: str = FILE, code: Path = CODE) -> dict[str, bool]:
    """Return every text given to ``tr`` or ``mark`` in the code whose texts stand in ``file``, and whether it has plural forms.

    Raises:
        ValueError: when ``tr`` or ``mark`` is given something that is no literal.
    """
    found: dict[str, bool] = {}
    for path in sorted(code.rglob("*.py")):
        if (path.relative_to(code).parts[0] == "cli") is not (file == COMMAND_LINE):
            continue
        text = path.read_text(encoding="utf-8")
        if "tr(" not in text and "mark(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"tr", "mark"}:
                first = node.args[0]
                if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
                    raise ValueError(f"{path}:{node.lineno}: no literal")
                plural = any(keyword.arg == "n" for keyword in node.keywords)
                found[first.value] = found.get(first.value, False) or plural
    if file == FILE:
        found |= dict.fromkeys(find_in_templates(), False)
    return found


def find_in_templates(folder: Path = RESOURCES / "desk") -> set[str]:
    """Return every text given to ``say`` in the templates of the desk.

    Raises:
        ValueError: when ``say`` is given something that is no literal.
    """
    found: set[str] = set()
    for path in sorted(folder.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        literals = SAID.findall(text)
        if len(literals) != text.count("say("):
            raise ValueError(f"{path}: no literal")
        found |= set(literals)
    return found


def read_messages(path: Path) -> dict[str, list[str]]:
    """Return source text → forms of a ``.ts`` file, unfinished ones too."""
    if not path.exists():
        return {}
    messages = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        target = message.find("translation")
        assert target is not None
        forms = [form.text or "" for form in target.findall("numerusform")] or [target.text or ""]
        messages[message.findtext("source", "")] = forms
    return messages


def write_messages(path: Path, language: Language, sources: dict[str, bool], known: dict[str, list[str]]) -> int:
    """Write a ``.ts`` file with all ``sources``; return how many are unfinished."""
    root = ElementTree.Element("TS", version="2.1", language=language.tag, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = "Surveyor"
    unfinished = 0
    for source in sorted(sources):
        plural = sources[source]
        count = 2 if plural and language == english() else 1
        forms = known.get(source) or ([source] if language == english() and not plural else [])
        message = ElementTree.SubElement(context, "message", {"numerus": "yes"} if plural else {})
        ElementTree.SubElement(message, "source").text = source
        target = ElementTree.SubElement(message, "translation")
        if len(forms) != count or not all(forms):
            target.set("type", "unfinished")
            unfinished += 1
            forms = (forms + [""] * count)[:count]
        if plural:
            for form in forms:
                ElementTree.SubElement(target, "numerusform").text = form
        else:
            target.text = forms[0]
    ElementTree.indent(root, "  ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + ElementTree.tostring(root, "unicode") + "\n", encoding="utf-8")
    return unfinished


def update() -> int:
    """Bring all files in line with the code; return how many texts are unfinished."""
    unfinished = 0
    for language in languages(RESOURCES):
        paths = [ts_file(language, file) for file in FILES]
        known = {source: forms for path in paths for source, forms in read_messages(path).items()}
        unfinished += sum(
            write_messages(path, language, find_sources(file), known) for path, file in zip(paths, FILES, strict=True)
        )
    return unfinished


if __name__ == "__main__":
    raise SystemExit(min(update(), 1))
