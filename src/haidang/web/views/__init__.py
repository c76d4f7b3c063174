"""Views: request in, one command or one query, page out."""
