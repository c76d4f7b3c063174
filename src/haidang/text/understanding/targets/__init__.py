"""Targets (chỉ tiêu): quantities with their bound, measure and scope."""
