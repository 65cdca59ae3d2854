"""Remarks of the office (意见与补充要求): what it asks about which record, answered on the spot."""
