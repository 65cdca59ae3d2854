"""Tests of what the customer sees and sends: their page, their papers, their report, and the letters to them."""
