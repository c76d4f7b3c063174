"""Tables of duties, ruled or drawn by spaces alone."""
