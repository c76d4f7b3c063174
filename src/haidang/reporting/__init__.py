"""Reports by unit and period, their review, and consolidation into a document."""
