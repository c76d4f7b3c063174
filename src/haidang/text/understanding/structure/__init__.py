"""Headings and what stands under them, in the body and in what is attached."""
