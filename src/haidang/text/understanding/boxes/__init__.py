"""What stands around the body: the boxes of the decree, the legal bases and what is cited."""
