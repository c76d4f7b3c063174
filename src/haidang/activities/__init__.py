"""What was done, where and with what evidence, and the indicators that count it."""
