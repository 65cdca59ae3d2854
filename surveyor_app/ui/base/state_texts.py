"""The literal words for where something is."""

from __future__ import annotations

from surveyor_app.wording.translation import tr


def state_text(state: str, sent: int = 0, size: int = 0) -> str:
    """Return the word for a delivery state; a share only while something is on its way."""
    if state == "sending":
        return tr("sending {share} %", share=round(100 * sent / size)) if size and sent else tr("sending")
    return {"local": tr("only here"), "stored": tr("delivered"), "receipted": tr("receipted")}.get(state, state)
