"""What nobody carries, measures or asked for, and what to do about it."""
