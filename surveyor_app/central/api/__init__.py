"""The wire of the centre: one module of routes a subject, each a thin skin over the work in the package above it."""
