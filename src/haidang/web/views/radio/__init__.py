"""Pages of the broadcasts."""
