"""Compulsory cover (交强险) with any number of vehicles: domain §12.2.

Who pays whom, shares by limits, over-limit, left-over rounds in which no order matters, and cents.
"""
