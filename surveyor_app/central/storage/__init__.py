"""Where the centre keeps things: its database and tables, its store, and bytes on their way into it."""
