"""Plans that were read in, the tasks they set, to whom and by when."""
