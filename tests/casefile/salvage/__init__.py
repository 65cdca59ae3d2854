"""A damaged case file: its pages, its rows, and what is made of them."""
