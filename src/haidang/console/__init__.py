"""What `haidang` does in a terminal: one module for each command, each with `run(arguments)`."""
