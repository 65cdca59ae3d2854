"""The encrypted case file on disk: engine, profile and keys, blobs in parts, local tables, health."""
