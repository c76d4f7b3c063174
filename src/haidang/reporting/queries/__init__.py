"""Questions to the reporting room; nothing here writes."""
