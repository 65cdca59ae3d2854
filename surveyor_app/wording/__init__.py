"""What people read: labels, enumerations, texts of checks and notices, how values are formatted, and their tables.

Stands on the domain and the data files alone; window, command line, report and centre read the same words here.
"""
