"""What the public reads: the portal's pages, in Wagtail's tree. How they look is in `web`."""
