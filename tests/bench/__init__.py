"""The figures Surveyor holds itself to, measured beside their baselines: ``make bench``.

One module a figure, named as in ``--only``; its docstring says what is measured against what. ``*_baseline.*`` is the other
side's script, ``*_job.py`` runs our side in a process of its own where time to start or memory is part of the figure.
"""
