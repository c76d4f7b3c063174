"""Time as documents write it: dates, limits, stretches and how often."""
