"""Who lacks what, and what was done to remind them."""
