"""The window's language: shown at once in all that is open, in Qt's own dialogs too.

The texts are looked up in ``wording.translation`` and not by a ``QTranslator`` of ours: Qt asks translators on any thread (a
decoder's error message) while it holds locks of its own, and one written in Python then waits for the interpreter that waits
for Qt.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from surveyor_app.domain.texts import Language
from surveyor_app.wording.languages import ENGLISH, find_language, languages
from surveyor_app.wording.translation import use


class Translation:
    """The window's language; one for the program."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        self._app = app
        self._resources = resources
        self._qt: QTranslator | None = None
        self.language = find_language(ENGLISH, resources)

    @property
    def next_language(self) -> Language:
        """The language after the one that is shown, the first after the last."""
        known = languages(self._resources)
        return known[(known.index(self.language) + 1) % len(known)]

    def switch(self, language: Language) -> None:
        """Show everything in ``language``; open windows follow at once."""
        use(language, self._resources)
        self.language = language
        QLocale.setDefault(QLocale(language.locale))
        # Qt's own texts (its dialogs); changing its translators tells every window that the language changed.
        if self._qt is not None:
            self._app.removeTranslator(self._qt)
        self._qt = QTranslator(self._app)
        self._qt.load(f"qtbase_{language.tag}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        if not self._app.installTranslator(self._qt):
            self.refresh()

    def refresh(self) -> None:
        """Tell open windows to write their texts and icons anew, after a switch of theme."""
        for window in self._app.topLevelWidgets():
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def language_of(setting: str, resources: Path) -> Language:
    """Return what a setting means on this desktop: the desktop's own language where it is there, else English.

    A language that is no longer there is read as if none had been chosen.
    """
    chosen = [language for language in languages(resources) if language.tag == setting]
    return chosen[0] if chosen else find_language(QLocale.system().name(), resources)
