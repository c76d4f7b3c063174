"""Official documents, their editions and immutable revisions, and the files they came from."""
