"""Building blocks of pages: fields, forms, notes, toasts."""
