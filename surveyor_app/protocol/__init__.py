"""What laptop and centre say to each other: messages and error codes."""
