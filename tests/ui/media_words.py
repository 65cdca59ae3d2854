"""What Qt's media library says on a machine without sound and picture hardware: about the machine, never about a file."""

from __future__ import annotations

NO_HARDWARE = (
    r"Couldn't (load|resolve) va",
    "PulseAudioService: pa_context_connect",
    "No audio device detected",
    "No RHI backend. Using CPU conversion",
)
"""Patterns, each said once a process or once a file."""
