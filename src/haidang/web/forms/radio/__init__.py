"""Forms of the broadcasts."""
