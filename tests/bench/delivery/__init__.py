"""How fast and how lean a case gets to the centre, and how many laptops one node bears."""
