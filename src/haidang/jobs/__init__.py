"""Background work: kept in the database, done by a worker beside the server, tried again."""
