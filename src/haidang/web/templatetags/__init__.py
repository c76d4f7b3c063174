"""Template tags of the staff pages: `{% load kit %}` brings them all."""
