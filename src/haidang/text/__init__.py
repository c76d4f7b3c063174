"""Official text as plain Python: read it, understand it, lay it out, write it. No Django here."""
