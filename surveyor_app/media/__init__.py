"""What the bytes of pictures, video and sound say, and previews of them, decoded in a worker process."""
