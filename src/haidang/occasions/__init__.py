"""The days that the work follows: holidays, anniversaries, festivals of the moon."""
