"""Who must do what, with whom: the duties of the running text."""
