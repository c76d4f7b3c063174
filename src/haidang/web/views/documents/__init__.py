"""Screens of the documents room: drafts, registers, one document, its slip, and the checker."""
