"""What is known of one mounted volume: where it is, how it is called, and by what it is recognised again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from surveyor_app.media.texts import clean_text


@dataclass(frozen=True, slots=True)
class Volume:
    """A mounted disk, card or phone. All texts come from strangers' media and are cleaned.

    ``serial`` is the volume's UUID or serial number, ``device`` the hardware's name, ``file_system`` as the system calls it
    (ext4, vfat, exFAT). Each is ``None`` where the system does not tell. A phone is no disk: ``is_phone`` says so.
    """

    root: Path
    label: str | None = None
    serial: str | None = None
    file_system: str | None = None
    device: str | None = None
    is_phone: bool = False

    @property
    def text(self) -> str | None:
        """Label, file system and serial as one line for the record of custody."""
        return " · ".join(part for part in (self.label, self.file_system, self.serial) if part)[:200] or None

    @property
    def key(self) -> str:
        """What the same volume is recognised by when it is put in again, perhaps at another place."""
        return f"serial:{self.serial}" if self.serial else f"place:{self.label or ''}:{clean_text(str(self.root))}"

    @property
    def name(self) -> str:
        """How a person calls it."""
        return self.label or clean_text(self.root.name) or self.device or str(self.root)


def made(
    root: Path,
    *,
    label: str | bytes | None = None,
    serial: str | None = None,
    file_system: str | None = None,
    device: str | None = None,
    is_phone: bool = False,
) -> Volume:
    """Return a volume with all texts cleaned; empty ones are ``None``."""

    def clean(found: str | bytes | None) -> str | None:
        text = clean_text(found) if found else None
        return text[:120] if text else None

    return Volume(root, clean(label), clean(serial), clean(file_system), clean(device), is_phone)
