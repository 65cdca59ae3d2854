"""What the bytes of pictures, video and sound say, and previews of them; hostile input is decoded in a worker process."""
