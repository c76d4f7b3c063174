"""What the public reads and takes from portals."""
