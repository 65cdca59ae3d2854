"""What laptops deliver and fetch: blobs asked for, read again for every receipt, and the receipt itself."""
