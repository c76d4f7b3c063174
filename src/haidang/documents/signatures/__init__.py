"""Signatures of a signed PDF: verified here, never made; we hold no keys. Free of Django."""
