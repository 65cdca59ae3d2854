"""A centre that lost what it had signed for: the page says so, shows nothing as receipted, and the way out."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QTimer

from surveyor_app.casefile.numbering import CaseNumbering
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.operations.cases.delivery_states import receipts
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.delivery.enrol_dialog import EnrolDialog
from surveyor_app.ui.delivery.page import DeliveryPage
from surveyor_app.wording.languages import chinese, english
from tests.integration.network import Network
from tests.ui.conftest import Settle
from tests.ui.delivery.conftest import note_of, states


def set_back(live: EmbeddedCentre, network: Network, copy: Path) -> None:
    """Put an older copy in the place of the centre's data, or keep one when there is none yet."""
    live.stop()
    data = live.config.data_dir
    if copy.exists():
        shutil.rmtree(data)
        shutil.copytree(copy, data)
    else:
        shutil.copytree(data, copy)
    live.start()
    network.retarget(live.url)


def test_everything_is_sent_again_after_enrolling_anew(
    page: DeliveryPage, live: EmbeddedCentre, network: Network, settle: Settle, tmp_path: Path
) -> None:
    set_back(live, network, tmp_path / "copy")
    page.deliver_button.click()
    settle()
    assert states(page) == {"receipted"}
    set_back(live, network, tmp_path / "copy")
    # Only asking shows that something is wrong, so that is offered though all is receipted.
    assert page.deliver_button.text() == "Compare with the centre"
    page.deliver_button.click()
    settle()
    assert "refused" in note_of(page)
    page.note.button.click()
    (dialog,) = page.findChildren(EnrolDialog)
    dialog.server.setText(network.url)
    dialog.code.setText(office.create_user(live.centre, page.desk.profile.user, "张查勘").code or "")
    dialog.confirm.click()
    settle()
    assert note_of(page) == ""
    said: list[str] = []
    # The page reads beside the window, so what it says changes between the turns of its jobs: each turn is looked at.
    looking = QTimer(page)
    looking.timeout.connect(lambda: said.append(note_of(page)))
    looking.start(0)
    page.deliver_button.click()
    settle()
    looking.stop()
    assert any("lost what it had signed for" in text and "being sent again" in text for text in said)
    assert note_of(page).startswith("The centre had lost what it had signed for.")
    assert states(page) == {"receipted"}
    assert not page.receipts.lost.isVisibleTo(page.receipts)
    page.deliver_button.click()
    settle()
    assert note_of(page).startswith("Everything is at the centre")


def test_a_known_loss_is_shown_until_the_centre_signs_anew(
    page: DeliveryPage, settle: Settle, translation: Translation
) -> None:
    page.deliver_button.click()
    settle()
    CaseNumbering(page.desk.case).note_loss(0)
    page._outcome = None
    page.load()
    assert states(page) == {"local"}
    assert "lost what it had signed for" in note_of(page)
    assert page.receipts.lost.isVisibleTo(page.receipts)
    assert [kept.kind for kept in receipts(page.desk.case)] == ["partial", "full"]
    assert page.deliver_button.text() == "Deliver"
    assert "not sent yet" in page.rest_label.text()
    translation.switch(chinese())
    page.retranslate()
    assert "恢复到了较早的备份" in note_of(page)
    translation.switch(english())
    page.deliver_button.click()
    settle()
    assert states(page) == {"receipted"}
