"""The claims service: API, office desk, store and authority."""
