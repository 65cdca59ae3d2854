"""What is told of records without reading them all: a few fields of many cases, and when something was done first.

Uses the queries of the records and the domain; nothing else of the records uses it.
"""
