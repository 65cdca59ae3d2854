"""The office desk: pages made on the server for a browser."""
