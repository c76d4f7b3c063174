"""The document as it lies on paper: lines, pages, columns, paragraphs, and the zones they form."""
