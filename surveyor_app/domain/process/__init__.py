"""The seven stages of a claim (七个环节, domain §1.2): how far each is follows from the records and is never stored.

Laptop, desk and customer's page show the same answer, for they ask the same function.
"""
