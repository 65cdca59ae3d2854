"""A phone beside the laptop sends originals over the network both are on, and nothing goes anywhere else.

The laptop listens for one phone, as long as somebody keeps it open. Knows nothing of cases: what came is handed on.
"""
