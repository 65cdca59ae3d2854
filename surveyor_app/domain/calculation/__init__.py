"""What a claim would pay, with how that came about: liability, rule packs, formulas and figures to the cent (domain §12).

Exact throughout: fractions, never floats. Uses the rooms of the losses and the journal. Every result is an estimate.
"""
