"""The laptop's side of the wire, without Qt and without SQL."""
