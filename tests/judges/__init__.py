"""Outside judges: programs of others that say whether what we hand out keeps the standards it claims. Run by ``make judges``."""
