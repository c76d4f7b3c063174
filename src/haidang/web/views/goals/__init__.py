"""How much was to be reached and how much was done, by indicator and by unit."""
