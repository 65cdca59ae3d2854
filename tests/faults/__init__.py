"""Fault campaigns: kills at named steps, changed bytes, full disks, hostile files."""
