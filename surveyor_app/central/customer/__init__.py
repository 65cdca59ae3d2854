"""The customer's side (客户页): what a customer sees of their own claim on a phone, by a link that the office made for them.

Stands above the desk, whose way of making pages it uses, and shows nothing that is not the customer's own.
"""
