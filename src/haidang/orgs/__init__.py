"""Units over time, groups of units, posts, people, roles and periods."""
