"""Disks, cards and phones as the operating system tells of them."""
