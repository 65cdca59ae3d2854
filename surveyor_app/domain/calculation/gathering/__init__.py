"""What a case puts into a calculation: records become figures, each with the records it is from (domain §12, §18.1)."""
