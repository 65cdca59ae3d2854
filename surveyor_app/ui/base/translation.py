"""Words of the window in both languages, switchable while it is open.

Source texts are English and stand in the code; every one goes through :func:`tr`. The translations are read from Qt's
``.ts`` files at start, so that no compiled file has to be built, shipped and kept in step.

They are looked up here and not by a ``QTranslator`` of ours: Qt asks translators on any thread (a decoder's error message)
while it holds locks of its own, and one written in Python then waits for the interpreter that waits for Qt.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from surveyor_app import settings
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.wording.languages import Language

Messages = dict[str, tuple[str, ...]]
"""Source text → translations: one, or one for each plural form (English: one, other; Chinese: one form)."""


def tr(source: str, *, n: int = -1, **data: object) -> str:
    """Return ``source`` in the window's language, ``%n`` and ``{names}`` filled in. UI thread only.

    ``source`` must be a literal: the tests find all texts by reading the code.
    """
    forms = _messages.get(source) or (source,)
    text = forms[0] if n in (-1, 1) or len(forms) == 1 else forms[1]
    if n >= 0:
        text = text.replace("%n", str(n))
    return text.format(**data) if data else text


def mark(source: str) -> str:
    """Mark a literal for translation where it is kept and not shown yet; show it with :func:`tr_marked`."""
    return source


def tr_marked(source: str, **data: object) -> str:
    """Translate a text that was marked where it was written."""
    text = (_messages.get(source) or (source,))[0]
    return text.format(**data) if data else text


def said_in(language: Language, source: str, **data: object) -> str:
    """Translate a marked text into the language of a person, whatever the window speaks: what that person reads and signs."""
    text = (_tables.get(language, {}).get(source) or (source,))[0]
    return text.format(**data) if data else text


def read_ts(path: Path) -> Messages:
    """Read a ``.ts`` file; unfinished messages are left out.

    Raises:
        InstallationIncomplete: the file is missing or not XML.
    """
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        raise InstallationIncomplete(what="translations", path=str(path), tried=[str(path)]) from error
    messages: Messages = {}
    for message in root.iter("message"):
        target = message.find("translation")
        if target is None or target.get("type") in {"unfinished", "obsolete", "vanished"}:
            continue
        forms = [form.text or "" for form in target.findall("numerusform")] or [target.text or ""]
        messages[message.findtext("source", "")] = tuple(forms)
    return messages


class Translation:
    """The window's language; one for the program."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        self._app = app
        self._messages = {
            language: read_ts(resources / "translations" / f"surveyor_{language.value}.ts") for language in Language
        }
        _tables.update(self._messages)
        self._qt: QTranslator | None = None
        self.language = Language.EN

    def switch(self, language: Language) -> None:
        """Show everything in ``language``; open windows follow at once."""
        self.language = language
        QLocale.setDefault(QLocale(language.value if language is Language.ZH else "en_GB"))
        _use(language, self._messages[language])
        # Qt's own texts (its dialogs); changing its translators tells every window that the language changed.
        if self._qt is not None:
            self._app.removeTranslator(self._qt)
        self._qt = QTranslator(self._app)
        self._qt.load(f"qtbase_{language.value}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        if not self._app.installTranslator(self._qt):
            self.refresh()

    def refresh(self) -> None:
        """Tell open windows to write their texts and icons anew, after a switch of theme."""
        for window in self._app.topLevelWidgets():
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


_language = Language.EN
_messages: Messages = {}
_tables: dict[Language, Messages] = {}


def _use(language: Language, messages: Messages) -> None:
    global _language, _messages
    _language, _messages = language, messages


def current_language() -> Language:
    """Return the window's language, for labels that come from data."""
    return _language


def in_language(zh: str, en: str) -> str:
    """Return the one of two wordings that fits the window's language."""
    return zh if _language is Language.ZH else en


def language_of(setting: settings.Language) -> Language:
    """Return what a setting means on this desktop: Chinese desktops get Chinese, all others English."""
    if setting is settings.Language.SYSTEM:
        chinese = QLocale.system().language() == QLocale.Language.Chinese
        return Language.ZH if chinese else Language.EN
    return Language(setting.value)
