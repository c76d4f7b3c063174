"""Who lacks what, reminding them, and what people were told inside the system."""
