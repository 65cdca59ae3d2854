"""The survey report (查勘报告): put together from the records, laid out, signed and kept.

The highest room of operations: it may use all others.
"""
