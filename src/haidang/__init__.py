"""Hải Đăng: an authority's plan of external information, from the document to the report."""
