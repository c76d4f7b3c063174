"""What is to be done this week, for each role; states follow from what was logged and sent."""
