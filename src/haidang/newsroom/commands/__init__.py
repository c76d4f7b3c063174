"""Every write of the newsroom, one act a function."""
