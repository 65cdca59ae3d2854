"""Tests of Surveyor; the folders mirror surveyor_app."""
