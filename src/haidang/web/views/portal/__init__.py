"""What everybody reads: pages of portals, through our own view in front of Wagtail's."""
