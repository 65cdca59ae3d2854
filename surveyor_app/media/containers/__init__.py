"""What files state in headers, boxes and directories, read byte by byte without a decoder and without trusting a length."""
