"""Questions the broadcasts are asked in more than one place."""
