"""How fast evidence comes in: files, cards, a large video, files that mean harm."""
