"""What leaves the centre for a customer: mail and text messages, into a folder until an insurer names a server or a service."""
