"""What stands around every route: limits, headers, errors, connections, and who is calling."""
