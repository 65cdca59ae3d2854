"""Positions on the earth (坐标): reading them as people write and share them, and the datums of Chinese maps.

Uses nothing but the standard library.
"""
