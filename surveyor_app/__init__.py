"""Surveyor: field evidence, signed reports and safe delivery for insurance surveyors (查勘员)."""

__version__ = "0.1.0"
