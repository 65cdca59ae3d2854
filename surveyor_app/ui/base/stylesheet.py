"""The one stylesheet of the window, with the theme's tokens as ``$names``.

Widgets say what they are with dynamic properties (``role``: primary, quiet, danger, title, card …), never with styles of
their own. It is long because it is a table of looks.
"""

from __future__ import annotations

STYLESHEET = """
QMainWindow, QDialog, QWidget[role="page"] { background: $page; color: $text; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 6px; }

QLabel { color: $text; background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[role="large"] { font-size: ${heading}px; }
QLabel[role="clock"] { font-size: ${clock}px; font-weight: 600; }
QLabel[role="section"] { font-weight: 600; }
QLabel[role="secondary"], QLabel[role="state"] { color: $secondary; }
QLabel[role="field"] { color: $secondary; font-size: ${small}px; }
QLabel[role="help"] { color: $secondary; font-size: ${small}px; }
QLabel[role="problem"] { color: $bad; font-size: ${small}px; }
QLabel[role="link"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }

QFrame[role="card"], QWidget[role="card"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[role="strip"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[role="side"] { background: $surface; border: none; border-left: 1px solid $line; }
QFrame[role="pane"] { background: $page; border: 2px solid transparent; }
QFrame[role="pane"][current="true"] { border: 2px solid $accent; }
QGraphicsView { border: none; }
QFrame[role="note"] { background: $accent_soft; border: 1px solid $accent; border-radius: 6px; }
QFrame[role="note"][tone="warn"] { background: $warn_soft; border-color: $warn; }
QFrame[role="note"][tone="bad"] { background: $bad_soft; border-color: $bad; }
QFrame[role="note"][tone="ok"] { background: $ok_soft; border-color: $ok; }
QFrame[role="toast"] { background: $text; border-radius: 6px; border: 1px solid $edge; }
QFrame[role="toast"] QLabel { color: $surface; }
QFrame[role="toast"] QPushButton { background: transparent; border: 1px solid transparent; color: $surface;
    font-weight: 600; text-decoration: underline; }
QFrame[role="toast"] QToolButton { background: transparent; border: 2px solid transparent; }
QFrame[role="toast"] QToolButton:focus { border: 2px solid $surface; }
QFrame[role="toast"] QToolButton { background: transparent; border: 1px solid transparent; }
QFrame[role="toast"] QToolButton:focus { border: 2px solid $surface; }
QFrame[role="toast"] QPushButton:focus { border: 2px solid $surface; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QPushButton, QToolButton { background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px;
    padding: 0 14px; min-height: 38px; }
QToolButton { padding: 0 8px; min-width: 22px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: 36px; }
QToolButton:focus { padding: 0 7px; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $line; background: $page; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $pressed; color: $disabled; border-color: $pressed; }
QPushButton[role="quiet"], QPushButton[role="slim"], QToolButton[role="quiet"] { background: transparent;
    border: 1px solid transparent; }
QPushButton[role="slim"] { padding: 0 7px; }
QPushButton[role="quiet"]:hover, QPushButton[role="slim"]:hover, QToolButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus, QPushButton[role="slim"]:focus, QToolButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="slim"]:focus { padding: 0 6px; }
QToolButton[role="dense"] { background: transparent; border: 1px solid transparent; padding: 0 5px; min-width: 22px; }
QToolButton[role="dense"]:hover { background: $hover; }
QToolButton[role="dense"]:checked { background: $accent_soft; border: 1px solid $accent; }
QToolButton[role="dense"]:focus { border: 2px solid $accent; padding: 0 4px; }
QLineEdit > QToolButton, QLineEdit > QToolButton:focus { background: transparent; border: none; padding: 0; min-width: 0;
    min-height: 0; }
QToolButton[role="step"] { background: $surface; border: 1px solid $edge; border-radius: 4px;
    padding: 0 2px; font-size: ${small}px; min-width: 22px; min-height: 30px; }
QToolButton[role="step"]:hover { background: $hover; }
QToolButton[role="step"]:checked { background: $accent_soft; border: 1px solid $accent; font-weight: 600; }
QToolButton[role="step"]:focus { border: 2px solid $accent; }
QToolButton[role="step"]:disabled { color: $disabled; }
QToolButton[role="quiet"]:checked { background: $accent_soft; border: 1px solid $accent; }
QToolButton[role="quiet"]:checked:focus { border: 2px solid $accent; }
QPushButton[role="danger"] { color: $bad; border-color: $bad; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent; text-align: left;
    padding: 0 4px; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 0 3px; }
QPushButton[role="chip"] { border-radius: 16px; min-height: 30px; padding: 0 12px; }
QPushButton[role="chip"]:checked { background: $accent_soft; border-color: $accent; color: $accent; font-weight: 600; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 11px; min-height: 28px; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { background: $surface; color: $text; border: 1px solid $edge;
    border-radius: 6px; padding: 0 10px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox { min-height: 38px; }
QPlainTextEdit, QTextEdit { padding: 6px; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 0 9px; min-height: 36px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $secondary; background: $page; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $page; border: 1px dashed $edge; }
QLineEdit[readOnly="true"]:focus, QPlainTextEdit[readOnly="true"]:focus { border: 2px solid $accent; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"] { border-color: $bad; }
QComboBox::drop-down { border: none; width: 30px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $edge; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 34px; padding: 0 8px; }
QCheckBox, QRadioButton { color: $text; spacing: 8px; min-height: 40px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; border-radius: 6px; }

QMenu { background: $raised; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 9px 26px 9px 14px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 10px; }

QAbstractItemView { background: $surface; color: $text; border: 1px solid $line; border-radius: 6px; outline: none;
    alternate-background-color: $page; selection-background-color: $accent_soft; selection-color: $text; }
QAbstractItemView:focus { border: 2px solid $accent; }
QTableView { gridline-color: $line; }
QTableView::item, QListView::item, QTreeView::item { padding: 0 8px; }
QTableView::item:selected, QListView::item:selected { background: $accent_soft; color: $text; }
QTableView::item:hover, QListView::item:hover { background: $hover; }
QTableView::item:selected:hover, QListView::item:selected:hover { background: $accent_soft; }
QFrame#rail { background: $surface; border: none; border-right: 1px solid $line; }
QListView[role="bare"], QTreeView[role="bare"] { border: none; background: transparent; }
QListView[role="bare"]:focus, QTreeView[role="bare"]:focus { border: 2px solid $accent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $page; color: $secondary; font-size: ${small}px; border: none;
    border-bottom: 1px solid $line; padding: 0 8px; min-height: 32px; }
QTableCornerButton::section { background: $page; border: none; }

QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[role="body"], QWidget[role="body"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }

QProgressBar { background: $pressed; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QTabBar::tab { background: transparent; color: $secondary; padding: 0 14px; min-height: 38px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { border: 2px solid $accent; border-radius: 6px; }
QPdfView { background: $page; border: 1px solid $line; border-radius: 6px; }
"""

LARGE_TARGETS = """
QPushButton, QToolButton, QLineEdit, QComboBox { min-height: 52px; }
QPushButton:focus, QToolButton:focus, QLineEdit:focus, QComboBox:focus { min-height: 50px; }
QPushButton[role="chip"], QToolButton[role="dense"] { min-height: 44px; }
QPushButton[role="chip"]:focus { min-height: 42px; }
QTabBar::tab { min-height: 52px; }
QMenu::item { min-height: 44px; }
QScrollBar:vertical { width: 22px; }
QScrollBar:horizontal { height: 22px; }
"""
"""For gloves and wet fingers: what is pressed is a third larger."""
